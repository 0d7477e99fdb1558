package import StropCore

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
}
