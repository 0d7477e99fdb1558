/// A check-in as a screen shows it.
package struct LoggedCheckIn: Sendable {
  package let checkIn: CheckIn
  /// The shortest beginning of its id that names it.
  package let shortID: String
  /// Of its zone at its instant, in seconds east of UTC.
  package let offset: Int
  /// Oldest first.
  package let evidence: [Evidence]

  package init(checkIn: CheckIn, shortID: String, offset: Int, evidence: [Evidence]) {
    self.checkIn = checkIn
    self.shortID = shortID
    self.offset = offset
    self.evidence = evidence
  }

  package var level: EvidenceLevel { evidence.map(\.level).max() ?? .claimed }
}

/// What became of a check-in, an edit or a removal.
package struct CheckInReceipt: Sendable {
  package enum Action: Sendable {
    case recorded, edited, removed
  }

  package let action: Action
  package let logged: LoggedCheckIn
  /// How the skill stands in the check-in's week; nil outside the focus.
  package let standing: WeekStanding?
  /// Whether that week is the current one.
  package let isThisWeek: Bool
  /// The item worked on, where it is not finished yet.
  package let openItem: String?
  package let today: Day

  package init(
    action: Action, logged: LoggedCheckIn, standing: WeekStanding?, isThisWeek: Bool,
    openItem: String?, today: Day
  ) {
    self.action = action
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

/// A skip as a screen shows it.
package struct ListedSkip: Sendable {
  package let skip: Skip
  package let shortID: String

  package init(skip: Skip, shortID: String) {
    self.skip = skip
    self.shortID = shortID
  }
}

/// What became of a skip.
package struct SkipReceipt: Sendable {
  package enum Action: Sendable {
    case added, edited, removed
  }

  package let action: Action
  package let listed: ListedSkip

  package init(action: Action, listed: ListedSkip) {
    self.action = action
    self.listed = listed
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
