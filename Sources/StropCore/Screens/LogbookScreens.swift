/// What a command recorded of a logbook, with the check-in that it made, if it made one.
package struct Recorded<Shown: Sendable>: Sendable {
  package let shown: Shown
  package let practice: Receipt<ChangedCheckIn>?

  package init(_ shown: Shown, practice: Receipt<ChangedCheckIn>?) {
    self.shown = shown
    self.practice = practice
  }
}

/// A bug in a list.
package struct BugLine: Sendable {
  package let listed: Listed<Bug>
  /// How many were tried.
  package let hypotheses: Int

  package init(listed: Listed<Bug>, hypotheses: Int) {
    self.listed = listed
    self.hypotheses = hypotheses
  }

  package var bug: Bug { listed.value }
}

/// `strop bug list`.
package struct BugList: Sendable {
  /// Closed ones as they were closed, then open ones as they were opened.
  package let bugs: [BugLine]
  /// Whether only some were asked for.
  package let isFiltered: Bool
  package let zone: Zone
  package let now: Instant

  package init(bugs: [BugLine], isFiltered: Bool, zone: Zone, now: Instant) {
    self.bugs = bugs
    self.isFiltered = isFiltered
    self.zone = zone
    self.now = now
  }
}

/// A bug with all that was tried.
package struct BugCard: Sendable {
  /// What was tried, with what was written down meanwhile.
  package struct Step: Sendable {
    package let hypothesis: Hypothesis
    package let minutes: Int?
    package let note: String?

    package init(hypothesis: Hypothesis, minutes: Int?, note: String?) {
      self.hypothesis = hypothesis
      self.minutes = minutes
      self.note = note
    }
  }

  package let line: BugLine
  /// Oldest first.
  package let steps: [Step]
  package let zone: Zone
  package let now: Instant
  package let today: Day

  package init(line: BugLine, steps: [Step], zone: Zone, now: Instant, today: Day) {
    self.line = line
    self.steps = steps
    self.zone = zone
    self.now = now
    self.today = today
  }

  package var bug: Bug { line.bug }
  package var shortID: String { line.listed.shortID }
}

/// A reproduction with its claims and its results.
package struct ReproductionCard: Sendable {
  /// A result, with what was written down meanwhile.
  package struct Run: Sendable {
    package let result: RunResult
    package let minutes: Int?
    package let note: String?
    /// Whether a later one of the same seed stands for it.
    package let isReplaced: Bool

    package init(result: RunResult, minutes: Int?, note: String?, isReplaced: Bool) {
      self.result = result
      self.minutes = minutes
      self.note = note
      self.isReplaced = isReplaced
    }
  }

  package let listed: Listed<Reproduction>
  /// Of its source, where that is known.
  package let sourceTitle: String?
  /// In the order in which they were made.
  package let claims: [ClaimStanding]
  /// Oldest first.
  package let runs: [Run]
  package let zone: Zone
  package let today: Day

  package init(
    listed: Listed<Reproduction>, sourceTitle: String?, claims: [ClaimStanding], runs: [Run],
    zone: Zone, today: Day
  ) {
    self.listed = listed
    self.sourceTitle = sourceTitle
    self.claims = claims
    self.runs = runs
    self.zone = zone
    self.today = today
  }

  package var reproduction: Reproduction { listed.value }
  package var verdict: ClaimStanding.Verdict {
    ClaimStanding.Verdict(of: claims, reproduction.state)
  }
}
