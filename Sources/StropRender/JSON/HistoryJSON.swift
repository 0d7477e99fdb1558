package import StropCore

// Check-ins, undo.
extension JSONRenderer {
  /// `strop checkin`, `edit` and `remove`.
  package func checkIn(_ receipt: Receipt<ChangedCheckIn>) -> JSON {
    root([("checkin", checkIn(receipt.shown.logged))])
  }

  package func log(_ log: Log) -> JSON {
    root([("checkins", .array(log.checkIns.map(checkIn)))])
  }

  func checkIn(_ logged: LoggedCheckIn) -> JSON {
    let checkIn = logged.checkIn
    return .object([
      ("id", .string(checkIn.id)),
      ("skill", .string(checkIn.skill)),
      ("item", .optional(checkIn.item)),
      ("day", .string(checkIn.moment.day.iso)),
      ("at", .string(checkIn.moment.at.rfc3339(offset: logged.offset))),
      ("minutes", .optional(checkIn.minutes)),
      ("note", .optional(checkIn.note)),
      ("evidence", .array(logged.evidence.map(evidence))),
    ])
  }

  /// `strop undo` and `redo`.
  package func undo(_ receipt: UndoReceipt) -> JSON {
    let batch = JSON.object([
      ("batch", .string(receipt.batch)),
      ("command", .string(receipt.command)),
      ("subjects", strings(receipt.subjects.map(\.text))),
    ])
    return root([(receipt.undone ? "undone" : "redone", batch)])
  }
}
