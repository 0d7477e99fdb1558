package import StropCore

extension JSONRenderer {
  /// `strop restore`.
  package func copies(_ list: CopyList) -> JSON {
    root([("copies", .array(list.copies.map { object($0, list.zone) }))])
  }

  /// `strop restore COPY`.
  package func restored(_ receipt: RestoreReceipt, zone: Zone) -> JSON {
    root([("restored", object(receipt.copy, zone)), ("kept", .optional(receipt.kept))])
  }

  private func object(_ copy: DatabaseCopy, _ zone: Zone) -> JSON {
    .object([
      ("path", .string(copy.path)),
      ("at", .optional(copy.made.map { $0.rfc3339(offset: zone.offset($0)) })),
      ("entries", copy.entries.map(JSON.number) ?? .null),
      ("lastCheckIn", .optional(copy.lastCheckIn?.iso)),
    ])
  }
}
