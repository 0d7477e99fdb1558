/// `strop import --csv`.
package struct CheckInTableSummary: Sendable {
  /// Of a row, that it was not taken, or not all of it.
  package struct PassedOver: Hashable, Sendable {
    /// Of its beginning, from 1.
    package let line: Int
    package let reason: LocalizedText
    /// Whether only a piece of its evidence was passed over, and the check-in was taken.
    package let isTaken: Bool

    package init(line: Int, reason: LocalizedText, isTaken: Bool = false) {
      self.line = line
      self.reason = reason
      self.isTaken = isTaken
    }
  }

  package let taken: Int
  /// Rows of check-ins that were here already.
  package let known: Int
  /// In the order of the file.
  package let passedOver: [PassedOver]
  /// Columns of other names than those that an export has.
  package let unknownColumns: [String]

  package init(taken: Int, known: Int, passedOver: [PassedOver], unknownColumns: [String]) {
    self.taken = taken
    self.known = known
    self.passedOver = passedOver
    self.unknownColumns = unknownColumns
  }
}
