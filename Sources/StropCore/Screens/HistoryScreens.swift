/// A check-in as a screen shows it.
package struct LoggedCheckIn: Sendable {
  package let listed: Listed<CheckIn>
  /// Of its zone at its instant, in seconds east of UTC.
  package let offset: Int
  /// Oldest first.
  package let evidence: [Evidence]

  package init(listed: Listed<CheckIn>, offset: Int, evidence: [Evidence]) {
    self.listed = listed
    self.offset = offset
    self.evidence = evidence
  }

  package var checkIn: CheckIn { listed.value }
  package var shortID: String { listed.shortID }
  package var level: EvidenceLevel { EvidenceLevel(of: evidence) }
}

/// A check-in that was recorded, edited or removed, with what it came to.
package struct ChangedCheckIn: Sendable {
  package let logged: LoggedCheckIn
  /// How the skill stands in the check-in's week; nil outside the focus.
  package let standing: WeekStanding?
  /// Whether that week is the current one.
  package let isThisWeek: Bool
  /// The item worked on, where it is not finished yet.
  package let openItem: String?
  package let today: Day

  package init(
    logged: LoggedCheckIn, standing: WeekStanding?, isThisWeek: Bool, openItem: String?,
    today: Day
  ) {
    self.logged = logged
    self.standing = standing
    self.isThisWeek = isThisWeek
    self.openItem = openItem
    self.today = today
  }
}

/// `strop log`.
package struct Log: Sendable {
  /// By day, then instant.
  package let checkIns: [LoggedCheckIn]
  /// How many more the same question would list, all earlier.
  package let earlier: Int
  package let skill: String?
  package let days: ClosedRange<Day>?

  package init(
    checkIns: [LoggedCheckIn], earlier: Int, skill: String?, days: ClosedRange<Day>?
  ) {
    self.checkIns = checkIns
    self.earlier = earlier
    self.skill = skill
    self.days = days
  }
}

/// What undo or redo did.
package struct UndoReceipt: Sendable {
  /// True for undo, false for redo.
  package let undone: Bool
  package let batch: String
  /// The command that was undone or done again.
  package let command: String
  package let subjects: [Subject]

  package init(undone: Bool, batch: String, command: String, subjects: [Subject]) {
    self.undone = undone
    self.batch = batch
    self.command = command
    self.subjects = subjects
  }
}
