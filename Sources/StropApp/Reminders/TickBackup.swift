import StropCore
import StropStore

/// What the last backup by a tick was of: facts local to this machine.
private struct TickBackup: Equatable {
  var day: String?
  /// The journal's newest clock.
  var clock: String?
  /// The copy that was made.
  var file: String?

  /// The day on which it was last said that no backup could be made.
  static let failureDay = "backup-failure-day"

  init(_ reader: Reader) throws {
    day = try reader.local("backup-day")
    clock = try reader.local("backup-clock")
    file = try reader.local("backup-file")
  }

  func remember(_ transaction: Transaction) throws {
    try transaction.setLocal("backup-day", day)
    try transaction.setLocal("backup-clock", clock)
    try transaction.setLocal("backup-file", file)
  }
}

extension Strop {
  /// Makes the day's backup, and another in its place once something more was recorded: what was recorded
  /// before a tick is never in one file alone.
  ///
  /// A backup is claimed before it is made, so that of two ticks at once one makes it; where it cannot be made,
  /// the next tick tries again, and `failed` is told once a day.
  func backUpWhatIsNew(_ failed: (Failure) -> Void) throws {
    func due(_ reader: Reader) throws -> (last: TickBackup, next: TickBackup)? {
      let last = try TickBackup(reader)
      var next = last
      next.day = today.iso
      next.clock = try reader.newestClock().map { String($0.number) }
      return next == last ? nil : (last, next)
    }
    guard try read(due) != nil else { return }
    let claimed = try write { transaction -> TickBackup? in
      guard let (last, next) = try due(transaction.reader) else { return nil }
      try next.remember(transaction)
      return last
    }
    guard let last = claimed else { return }
    do {
      let file = try backUp()
      try write { transaction in
        var made = try TickBackup(transaction.reader)
        made.file = file
        try made.remember(transaction)
      }
      if last.day == today.iso, let former = last.file {
        Backups(databasePath: store.path).replace(former, by: file)
      }
    } catch let failure as Failure {
      let wasTold = try write { transaction in
        try last.remember(transaction)
        let told = try transaction.reader.local(TickBackup.failureDay)
        try transaction.setLocal(TickBackup.failureDay, today.iso)
        return told == today.iso
      }
      if !wasTold { failed(failure) }
    }
  }
}
