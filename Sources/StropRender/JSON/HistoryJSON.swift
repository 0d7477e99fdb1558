package import StropCore

// Check-ins, skips, undo.
extension JSONRenderer {
  /// `strop checkin`, `edit` and `remove`.
  package func checkIn(_ receipt: CheckInReceipt) -> JSON {
    root([("checkin", checkIn(receipt.logged))])
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

  package func skips(_ skips: [ListedSkip]) -> JSON {
    root([("skips", .array(skips.map(skip)))])
  }

  /// `strop skip add`, `edit` and `remove`.
  package func skip(_ receipt: SkipReceipt) -> JSON {
    root([("skip", skip(receipt.listed))])
  }

  private func skip(_ listed: ListedSkip) -> JSON {
    .object([
      ("id", .string(listed.skip.id)),
      ("skill", .optional(listed.skip.skill)),
      ("from", .string(listed.skip.days.lowerBound.iso)),
      ("to", .string(listed.skip.days.upperBound.iso)),
      ("reason", .optional(listed.skip.reason)),
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
