package import StropCore

extension JSONRenderer {
  package func schedule(_ change: ScheduleChange) -> JSON {
    root([
      (
        "schedule",
        .object([
          ("change", .string(change.kind.rawValue)), ("removed", strings(change.removed)),
          ("added", strings(change.added)), ("backup", .optional(change.backup)),
          ("place", .string(change.place.rawValue)),
          ("written", settings(change.written)), ("left", settings(change.left)),
        ])
      )
    ])
  }

  private func settings(_ settings: [(key: String, value: String)]) -> JSON {
    .array(
      settings.map { .object([("key", .string($0.key)), ("value", .string($0.value))]) })
  }

  /// `strop schedule status`.
  package func schedule(_ overview: ScheduleOverview) -> JSON {
    let status = overview.status
    return root([
      (
        "schedule",
        .object([
          ("installed", .bool(status.isInstalled)), ("lines", strings(status.lines)),
          ("binary", .optional(status.binary?.rawValue)),
          ("thisBinary", .bool(status.isThisBinary)),
          ("thisDatabase", .bool(status.isThisDatabase)),
          ("lastTick", .optional(overview.lastTick?.wholeMinute.text)),
          ("place", .string(overview.place.rawValue)),
          ("called", .bool(overview.isCalled)),
          ("minutesOverdue", overview.minutesOverdue.map(JSON.number) ?? .null),
          ("strayZone", .optional(overview.strayZone)),
        ])
      )
    ])
  }

  /// `strop schedule print`.
  package func schedule(_ block: String) -> JSON {
    root([("schedule", .object([("block", .string(block))]))])
  }
}
