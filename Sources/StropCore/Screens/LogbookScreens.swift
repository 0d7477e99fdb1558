/// What a command recorded of a logbook, with the check-in that it made, if it made one.
package struct Recorded<Shown: Sendable>: Sendable {
  package let shown: Shown
  package let practice: Receipt<ChangedCheckIn>?

  package init(_ shown: Shown, practice: Receipt<ChangedCheckIn>?) {
    self.shown = shown
    self.practice = practice
  }
}

/// An entry of a logbook, with what the check-in that was made with it holds.
package struct Step<Entry: Sendable>: Sendable {
  package let entry: Entry
  package let minutes: Int?
  package let note: String?

  package init(_ entry: Entry, minutes: Int?, note: String?) {
    self.entry = entry
    self.minutes = minutes
    self.note = note
  }
}

/// What of the logbooks today's screen shows.
package struct WaitingLogbooks: Sendable {
  /// Those whose day has come, by their days.
  package let judgements: [JudgementLine]
  /// Open for more than a week, the oldest first.
  package let bugs: [BugLine]
  /// With a run that is lost, or past their budget.
  package let experiments: [ExperimentCard]
  package let now: Instant

  package init(
    judgements: [JudgementLine] = [], bugs: [BugLine] = [], experiments: [ExperimentCard] = [],
    now: Instant = Instant(milliseconds: 0)
  ) {
    self.judgements = judgements
    self.bugs = bugs
    self.experiments = experiments
    self.now = now
  }
}
