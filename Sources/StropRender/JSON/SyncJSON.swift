package import StropCore

extension JSONRenderer {
  /// `strop sync` and `strop sync init`.
  package func synced(_ receipt: SyncReceipt) -> JSON {
    root([
      (
        "sync",
        .object([
          ("remote", .string(receipt.remote)), ("taken", .number(receipt.taken)),
          ("from", strings(receipt.writers)), ("sent", .number(receipt.sent)),
          ("others", strings(receipt.others)), ("copy", .optional(receipt.copy)),
        ])
      )
    ])
  }

  /// `strop sync status`.
  package func sync(_ status: SyncStatus) -> JSON {
    func instant(_ instant: Instant) -> JSON {
      .string(instant.rfc3339(offset: status.zone.offset(instant)))
    }
    return root([
      (
        "sync",
        .object([
          ("remote", .optional(status.remote)), ("auto", .bool(status.isAutomatic)),
          ("last", status.last.map(instant) ?? .null), ("waiting", .number(status.waiting)),
          (
            "failing",
            status.trouble.map { trouble in
              .object([
                ("since", instant(trouble.since)), ("days", .number(trouble.days)),
                ("reason", text(trouble.reason)),
              ])
            } ?? .null
          ),
          (
            "devices",
            .array(
              status.devices.map { device in
                .object([
                  ("device", .string(device.id)), ("name", .optional(device.name)),
                  ("own", .bool(device.isOwn)), ("entries", .number(device.entries)),
                  ("waiting", .number(device.waiting)), ("seen", instant(device.seen)),
                  ("aheadSeconds", device.ahead.map { .number(Int($0 / 1_000)) } ?? .null),
                ])
              })
          ),
        ])
      )
    ])
  }

  /// `strop sync remove`; `remote`: without passwords.
  package func unshared(_ remote: String) -> JSON {
    root([("removed", .object([("remote", .string(remote))]))])
  }
}
