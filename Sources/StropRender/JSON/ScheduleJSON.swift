package import StropCore

extension JSONRenderer {
  package func schedule(_ change: ScheduleChange) -> JSON {
    root([
      (
        "schedule",
        .object([
          ("change", .string(change.kind.rawValue)), ("removed", strings(change.removed)),
          ("added", strings(change.added)), ("backup", .optional(change.backup)),
        ])
      )
    ])
  }

  /// `lastTick`: on the wall clock here; nil before the first.
  package func schedule(_ status: ScheduleStatus, lastTick: CivilDateTime?) -> JSON {
    root([
      (
        "schedule",
        .object([
          ("installed", .bool(status.isInstalled)), ("lines", strings(status.lines)),
          ("binary", .optional(status.binary?.rawValue)),
          ("thisBinary", .bool(status.isThisBinary)),
          ("thisDatabase", .bool(status.isThisDatabase)),
          ("lastTick", .optional(lastTick?.text)),
        ])
      )
    ])
  }

  /// `strop schedule print`.
  package func schedule(_ block: String) -> JSON {
    root([("schedule", .object([("block", .string(block))]))])
  }
}
