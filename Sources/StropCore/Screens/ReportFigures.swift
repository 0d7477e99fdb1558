/// What the charts of a report show; the text does without them.
package struct ReportFigures: Sendable {
  /// A day with practice.
  package struct Practised: Hashable, Sendable {
    package let day: Day
    /// How many skills.
    package let sessions: Int
    package let minutes: Int

    package init(day: Day, sessions: Int, minutes: Int) {
      self.day = day
      self.sessions = sessions
      self.minutes = minutes
    }
  }

  /// The minutes of a skill, week by week.
  package struct SkillMinutes: Sendable {
    package let slug: String
    package let title: LocalizedText
    package let minutes: [Int]

    package init(slug: String, title: LocalizedText, minutes: [Int]) {
      self.slug = slug
      self.title = title
      self.minutes = minutes
    }

    package var total: Int { minutes.reduce(0, +) }
  }

  /// How far the checklist of a skill has come.
  package struct Checklist: Sendable {
    package let slug: String
    package let title: LocalizedText
    package let total: Int
    /// By the last day of the report, and how many of them in its days.
    package let done: Int
    package let doneNow: Int

    package init(slug: String, title: LocalizedText, total: Int, done: Int, doneNow: Int) {
      self.slug = slug
      self.title = title
      self.total = total
      self.done = done
      self.doneNow = doneNow
    }
  }

  /// Of the calendar's weeks, in order.
  package let practised: [Practised]
  /// The weeks of the report, but no fewer than eight and no more than those of a year.
  package let weeks: [Week]
  /// What the plans of the focus ask for in each of them.
  package let planned: [Int]
  /// The most first; none without minutes.
  package let minutes: [SkillMinutes]
  package let checklists: [Checklist]
  /// Of every judgement that had come out by the last day of the report.
  package let calibration: JudgementScore

  package init(
    practised: [Practised], weeks: [Week], planned: [Int], minutes: [SkillMinutes],
    checklists: [Checklist], calibration: JudgementScore
  ) {
    self.practised = practised
    self.weeks = weeks
    self.planned = planned
    self.minutes = minutes
    self.checklists = checklists
    self.calibration = calibration
  }
}

/// A year of practice, week by week: which days had any.
package struct PracticeCalendar: Sendable {
  /// As many as touch 365 days.
  package static let weekCount = 53

  /// In order; the last one is the report's.
  package let weeks: [Week]
  /// The last day that has come.
  package let last: Day
  package let practised: DaySet

  package init(endingIn week: Week, last: Day, practised: DaySet) {
    weeks = (0..<PracticeCalendar.weekCount).reversed().map { week - $0 }
    self.last = last
    self.practised = practised
  }

  package var days: ClosedRange<Day> { weeks[0].monday...min(last, weeks[weeks.count - 1].sunday) }
}
