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

  /// `path`: the whole path of the copy.
  package func backedUp(_ path: String) -> JSON {
    root([("backup", .object([("path", .string(path))]))])
  }
}
