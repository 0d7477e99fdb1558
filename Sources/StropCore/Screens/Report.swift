/// What `strop report` shows: one range of days, mostly an ISO week.
package struct Report: Sendable {
  /// Nil for a range that is not one ISO week.
  package let week: Week?
  package let days: ClosedRange<Day>
  package let zone: String
  /// Whether its last day is over.
  package let finished: Bool
  /// Days of the range that are still to come, today among them; 0 once finished.
  package let daysLeft: Int
  package let totals: Totals
  /// The range of the same length before this one.
  package let previous: Totals
  package let average: Average
  package let skills: [SkillLine]
  package let finishedItems: [FinishedItem]
  package let next: [NextItem]

  package init(
    week: Week?, days: ClosedRange<Day>, zone: String, finished: Bool, daysLeft: Int,
    totals: Totals, previous: Totals, average: Average, skills: [SkillLine],
    finishedItems: [FinishedItem], next: [NextItem]
  ) {
    self.week = week
    self.days = days
    self.zone = zone
    self.finished = finished
    self.daysLeft = daysLeft
    self.totals = totals
    self.previous = previous
    self.average = average
    self.skills = skills
    self.finishedItems = finishedItems
    self.next = next
  }

  package struct Totals: Hashable, Sendable {
    /// Distinct (skill, day).
    package var sessions = 0
    package var minutes = 0
    /// Distinct days.
    package var activeDays = 0
    package var itemsDone = 0

    package init() {}
  }

  /// The mean of up to four ranges before the report's, none of them before the first run's.
  package struct Average: Hashable, Sendable {
    /// How many ranges it is the mean of: 0 to 4. With 0 every mean is 0.
    package let count: Int
    package let sessions: Double
    package let minutes: Double
    package let activeDays: Double
    package let itemsDone: Double

    package init(of ranges: [Totals]) {
      count = ranges.count
      func mean(_ figure: (Totals) -> Int) -> Double {
        ranges.isEmpty ? 0 : Double(ranges.map(figure).reduce(0, +)) / Double(ranges.count)
      }
      sessions = mean(\.sessions)
      minutes = mean(\.minutes)
      activeDays = mean(\.activeDays)
      itemsDone = mean(\.itemsDone)
    }
  }

  package struct SkillLine: Sendable {
    package let slug: String
    package let title: LocalizedText
    /// Sessions that the range asks for after skips; 0 where the skill is left out.
    package let asked: Int
    package let done: Int
    package let minutes: Int
    /// Nil where the skill is left out.
    package let met: Bool?
    /// Weeks in a row, as of the range's last week.
    package let streak: Int
    /// Weeks missed in a row up to the range's last week, where that one was missed.
    package let missedWeeks: Int
    /// Minutes in each of eight weeks, the range's last week last.
    package let weeks: [Int]
    package let lastDay: Day?
    /// Check-ins of the range by level.
    package let evidence: LevelCounts

    package init(
      slug: String, title: LocalizedText, asked: Int, done: Int, minutes: Int, met: Bool?,
      streak: Int, missedWeeks: Int, weeks: [Int], lastDay: Day?, evidence: LevelCounts
    ) {
      self.slug = slug
      self.title = title
      self.asked = asked
      self.done = done
      self.minutes = minutes
      self.met = met
      self.streak = streak
      self.missedWeeks = missedWeeks
      self.weeks = weeks
      self.lastDay = lastDay
      self.evidence = evidence
    }
  }

  package struct FinishedItem: Hashable, Sendable {
    package let slug: String
    package let title: LocalizedText
    package let level: EvidenceLevel
    package let value: String?
    package let evidence: [String]

    package init(
      slug: String, title: LocalizedText, level: EvidenceLevel, value: String?,
      evidence: [String]
    ) {
      self.slug = slug
      self.title = title
      self.level = level
      self.value = value
      self.evidence = evidence
    }
  }
}
