package import StropCore

extension JSONRenderer {
  package func imported(_ summary: ImportSummary) -> JSON {
    root([
      (
        "import",
        .object([
          ("taken", .number(summary.taken)), ("known", .number(summary.known)),
          ("devices", strings(summary.devices.sorted())),
          ("copy", .optional(summary.copy)),
        ])
      )
    ])
  }

  /// `strop import` of BibTeX.
  package func imported(_ summary: BibliographySummary) -> JSON {
    root([
      (
        "papers",
        .object([
          ("added", .number(summary.added)), ("known", .number(summary.known)),
          (
            "passedOver",
            .array(
              summary.passedOver.map {
                .object([
                  ("line", .number($0.line)), ("key", .optional($0.key)),
                  ("reason", .string($0.reason.rawValue)),
                ])
              })
          ),
        ])
      )
    ])
  }

  /// `strop import --csv`.
  package func imported(_ summary: CheckInTableSummary) -> JSON {
    root([
      (
        "checkins",
        .object([
          ("taken", .number(summary.taken)), ("known", .number(summary.known)),
          (
            "passedOver",
            .array(
              summary.passedOver.map {
                .object([
                  ("line", .number($0.line)), ("reason", text($0.reason)),
                  ("taken", .bool($0.isTaken)),
                ])
              })
          ),
          ("unknownColumns", strings(summary.unknownColumns)),
        ])
      )
    ])
  }

  /// `path`: the whole path of the copy.
  package func backedUp(_ path: String) -> JSON {
    root([("backup", .object([("path", .string(path))]))])
  }
}
