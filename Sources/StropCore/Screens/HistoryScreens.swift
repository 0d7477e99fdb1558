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
  /// How many more the same question would list, all earlier; one more than `mostCounted` stands for any number.
  package let earlier: Int
  package let skill: String?
  package let days: ClosedRange<Day>?

  /// Counting all of them would take longer the more there are.
  package static let mostCounted = 10_000

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
  /// What that command did, in the order in which it did it.
  package let effects: [Effect]
  /// Newer commands that are undone by commands of their own, newest first.
  package let passedOver: [String]

  package init(
    undone: Bool, batch: String, command: String, effects: [Effect], passedOver: [String] = []
  ) {
    self.undone = undone
    self.batch = batch
    self.command = command
    self.effects = effects
    self.passedOver = passedOver
  }

  /// What a command made of one subject.
  package struct Effect: Sendable {
    package let subject: Subject
    /// Its row without the command; nil where there was none, or it was removed.
    package let old: Fields?
    /// Its row with the command; nil likewise.
    package let new: Fields?

    package init(_ subject: Subject, from old: Fields?, to new: Fields?) {
      self.subject = subject
      self.old = old.flatMap { $0[Field.removed]?.bool == true ? nil : $0 }
      self.new = new.flatMap { $0[Field.removed]?.bool == true ? nil : $0 }
    }
  }
}

/// `strop remove`.
package enum Removal: Sendable {
  case checkIn(Receipt<ChangedCheckIn>)
  /// What a logbook holds, with its row as it was.
  case record(RecordCard, Fields)
}
