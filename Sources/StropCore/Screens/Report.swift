/// What `strop report` shows: one range of days, mostly an ISO week.
package struct Report: Sendable {
  package let period: Period
  package let zone: String
  /// Whether its last day is over.
  package let finished: Bool
  /// Days of the range that are still to come, today among them; 0 once finished.
  package let daysLeft: Int
  /// The whole ISO weeks inside the range that have begun: what is judged.
  package let judged: JudgedWeeks
  package let totals: Totals
  /// The period before this one.
  package let previous: Totals
  /// Nil where nothing was asked for to compare with.
  package let against: Comparison?
  package let average: Average
  package let skills: [SkillLine]
  /// What was written down while practising, by day, then as recorded.
  package let notes: [Note]
  package let finishedItems: [FinishedItem]
  package let logbooks: ReportedLogbooks
  package let next: [NextItem]
  package let calendar: PracticeCalendar
  /// Nil where no charts were asked for.
  package let figures: ReportFigures?

  package init(
    period: Period, zone: String, finished: Bool, daysLeft: Int, judged: JudgedWeeks,
    totals: Totals, previous: Totals, against: Comparison? = nil, average: Average,
    skills: [SkillLine], notes: [Note], finishedItems: [FinishedItem],
    logbooks: ReportedLogbooks = ReportedLogbooks(), next: [NextItem], calendar: PracticeCalendar,
    figures: ReportFigures? = nil
  ) {
    self.period = period
    self.zone = zone
    self.finished = finished
    self.daysLeft = daysLeft
    self.judged = judged
    self.totals = totals
    self.previous = previous
    self.against = against
    self.average = average
    self.skills = skills
    self.notes = notes
    self.finishedItems = finishedItems
    self.logbooks = logbooks
    self.next = next
    self.calendar = calendar
    self.figures = figures
  }

  /// Nil for a range that is not one ISO week.
  package var week: Week? { period.week }
  package var days: ClosedRange<Day> { period.days }

  /// Of a check-in.
  package struct Note: Hashable, Sendable {
    package let day: Day
    package let skill: String
    package let minutes: Int?
    package let text: String

    package init(day: Day, skill: String, minutes: Int?, text: String) {
      self.day = day
      self.skill = skill
      self.minutes = minutes
      self.text = text
    }
  }

  package struct JudgedWeeks: Hashable, Sendable {
    package let count: Int
    /// Whether the last of them is over.
    package let areOver: Bool

    package init(count: Int, areOver: Bool) {
      self.count = count
      self.areOver = areOver
    }
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

  /// Other days, to compare with.
  package struct Comparison: Sendable {
    /// How much a skill was practised then.
    package struct Practice: Hashable, Sendable {
      /// Distinct days.
      package let done: Int
      package let minutes: Int

      package init(done: Int, minutes: Int) {
        self.done = done
        self.minutes = minutes
      }
    }

    package let period: Period
    package let totals: Totals
    private let skills: [String: Practice]

    /// `skills`: by slug; those that were practised then.
    package init(period: Period, totals: Totals, skills: [String: Practice]) {
      self.period = period
      self.totals = totals
      self.skills = skills
    }

    /// The skills that were practised then, by their slugs.
    package var practised: [String] { skills.keys.sorted() }

    package func practice(of slug: String) -> Practice {
      skills[slug] ?? Practice(done: 0, minutes: 0)
    }
  }

  /// The mean of up to four ranges before the report's, none of them before the first run's.
  package struct Average: Hashable, Sendable {
    /// How many ranges it is the mean of: 0 to 4. With 0 every mean is 0.
    package let count: Int
    package let sessions: Double
    package let minutes: Double
    package let activeDays: Double
    package let itemsDone: Double

    /// The mean of one range is the range before, which is said already.
    package var isWorthSaying: Bool { count >= 2 }

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
    /// Sessions that the judged weeks ask for after skips.
    package let asked: Int
    /// Days of the range on which it was practised.
    package let done: Int
    /// Those of them in the judged weeks.
    package let doneInWeeks: Int
    package let minutes: Int
    /// Judged weeks that ask for something, and how many of them got it.
    package let weeksAsked: Int
    package let weeksMet: Int
    /// Sessions that the judged week which goes on has got, of those that it asks for; nil where it has got all,
    /// or there is none.
    package let openWeek: (done: Int, asked: Int)?
    /// Whether no week that the range touches asks for anything.
    package let isLeftOut: Bool
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
      slug: String, title: LocalizedText, asked: Int, done: Int, doneInWeeks: Int, minutes: Int,
      weeksAsked: Int, weeksMet: Int, openWeek: (done: Int, asked: Int)? = nil, isLeftOut: Bool,
      streak: Int,
      missedWeeks: Int, weeks: [Int],
      lastDay: Day?, evidence: LevelCounts
    ) {
      self.slug = slug
      self.title = title
      self.asked = asked
      self.done = done
      self.doneInWeeks = doneInWeeks
      self.minutes = minutes
      self.weeksAsked = weeksAsked
      self.weeksMet = weeksMet
      self.openWeek = openWeek
      self.isLeftOut = isLeftOut
      self.streak = streak
      self.missedWeeks = missedWeeks
      self.weeks = weeks
      self.lastDay = lastDay
      self.evidence = evidence
    }

    /// Whether every judged week got what it asked for; nil where none asks for anything.
    package var met: Bool? { weeksAsked == 0 ? nil : weeksMet == weeksAsked }

    /// Judged weeks that are over, or have already got what they ask for.
    package var weeksSettled: Int { weeksAsked - (openWeek == nil ? 0 : 1) }
  }

  package struct FinishedItem: Hashable, Sendable {
    package let slug: String
    package let title: LocalizedText
    package let level: EvidenceLevel
    package let value: String?
    /// What is attached; paths as a screen shows them.
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
