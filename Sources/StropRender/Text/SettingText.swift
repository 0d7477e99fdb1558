package import StropCore

extension TextRenderer {
  /// `strop config list`.
  package func settings(_ settings: [ListedSetting]) -> String {
    let keyWidth = settings.map(\.key.displayWidth).max() ?? 0
    let valueWidth = min(settings.map { value($0).width }.max() ?? 0, columns - keyWidth - 2)
    let indent = keyWidth + 2 + valueWidth + 2
    // What they mean stands beside them, or where there is little room, under them.
    let isBeside = columns - indent >= 30
    var screen = Screen()
    for setting in settings {
      let head =
        Line(setting.key).padded(to: keyWidth) + "  " + value(setting).fitted(to: valueWidth)
      let room = isBeside ? columns - indent : columns - 4
      let meaning = setting.meaning[language].sanitized.wrapped(to: room)
      if !isBeside { screen.add(head) }
      for (index, line) in meaning.enumerated() {
        let before = isBeside ? (index == 0 ? head : "").padded(to: indent) : "    "
        screen.add(before + Line(line, .quiet))
      }
    }
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
