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
  package let line: BugLine
  /// Oldest first.
  package let steps: [Step<Hypothesis>]
  package let zone: Zone
  package let now: Instant
  package let today: Day

  package init(line: BugLine, steps: [Step<Hypothesis>], zone: Zone, now: Instant, today: Day) {
    self.line = line
    self.steps = steps
    self.zone = zone
    self.now = now
    self.today = today
  }

  package var bug: Bug { line.bug }
  package var shortID: String { line.listed.shortID }
}
