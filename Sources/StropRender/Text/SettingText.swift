package import StropCore

extension TextRenderer {
  /// `strop config list`.
  package func settings(_ settings: [ListedSetting]) -> String {
    let table = Table(
      indent: 0,
      columns: [Table.Column(), Table.Column(minimum: 12), Table.Column(minimum: 16, drops: 1)],
      rows: settings.map { setting in
        [Line(setting.key), value(setting), Line(setting.meaning[language], .quiet)]
      })
    var screen = Screen()
    screen.add(table.lines(within: columns))
    return text(screen)
  }

  /// What `set` and `unset` leave behind: `key = value`.
  package func setting(_ setting: ListedSetting) -> String {
    var screen = Screen()
    screen.add(Line(setting.key + " = ") + value(setting))
    return text(screen)
  }

  /// `strop config get`: the value in force alone, for scripts; never cut.
  package func settingValue(_ setting: ListedSetting) -> String {
    (setting.value ?? setting.standard.text ?? "").sanitized + "\n"
  }

  private func value(_ setting: ListedSetting) -> Line {
    setting.value.map { Line($0) } ?? Line(phrases.byDefault(setting.standard), .quiet)
  }
}
