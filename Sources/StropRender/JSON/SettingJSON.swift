package import StropCore

extension JSONRenderer {
  package func settings(_ settings: [ListedSetting]) -> JSON {
    root([("settings", .array(settings.map(object)))])
  }

  /// `strop config get`, `set` and `unset`.
  package func setting(_ setting: ListedSetting) -> JSON {
    root([("setting", object(setting))])
  }

  private func object(_ setting: ListedSetting) -> JSON {
    .object([
      ("key", .string(setting.key)),
      ("value", .optional(setting.value)),
      ("default", .optional(setting.standard.text)),
    ])
  }
}
