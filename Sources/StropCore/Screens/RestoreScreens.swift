/// A copy of the database.
package struct DatabaseCopy: Sendable {
  package let path: String
  /// Its file's name.
  package let name: String
  /// As its name says; nil where that says nothing.
  package let made: Instant?
  /// Entries of its journal; nil where it cannot be read.
  package let entries: Int?
  /// The day of the check-in that was recorded last; nil where there is none.
  package let lastCheckIn: Day?

  package init(path: String, name: String, made: Instant?, entries: Int?, lastCheckIn: Day?) {
    self.path = path
    self.name = name
    self.made = made
    self.entries = entries
    self.lastCheckIn = lastCheckIn
  }
}

/// `strop restore`: the copies that there are.
package struct CopyList: Sendable {
  /// The newest first.
  package let copies: [DatabaseCopy]
  package let zone: Zone
  package let today: Day
  /// What a command line needs to be about this database: ` --db PATH`, or nothing for the usual one.
  package let option: String

  package init(copies: [DatabaseCopy], zone: Zone, today: Day, option: String) {
    self.copies = copies
    self.zone = zone
    self.today = today
    self.option = option
  }
}

/// `strop restore COPY`: what took the database's place.
package struct RestoreReceipt: Sendable {
  package let copy: DatabaseCopy
  /// The whole path of what was replaced; nil where there was nothing.
  package let kept: String?
  package let today: Day
  /// As in `CopyList`.
  package let option: String

  package init(copy: DatabaseCopy, kept: String?, today: Day, option: String) {
    self.copy = copy
    self.kept = kept
    self.today = today
    self.option = option
  }
}
