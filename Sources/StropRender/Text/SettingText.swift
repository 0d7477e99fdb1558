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
    (setting.value ?? setting.standard ?? "").sanitized + "\n"
  }

  private func value(_ setting: ListedSetting) -> Line {
    setting.value.map { Line($0) } ?? Line(phrases.byDefault(setting.key, setting.standard), .quiet)
  }

  /// `strop doctor`.
  package func doctor(_ checks: [HealthCheck]) -> String {
    var screen = Screen()
    let stateWidth = checks.map { phrases.state($0.state).displayWidth }.max() ?? 0
    let nameWidth = min(checks.map(\.name.displayWidth).max() ?? 0, 16)
    let indent = stateWidth + nameWidth + 4
    for check in checks {
      let tone: Tone =
        switch check.state {
        case .ok: .good
        case .warn: .plain
        case .fail: .bad
        }
      let head =
        Line(phrases.state(check.state), tone).padded(to: stateWidth + 2)
        + Line(check.name).padded(to: nameWidth) + "  "
      screen.add(hanging(head, check.detail[language], indent: indent))
      if let fix = check.fix?[language].sanitized {
        let isCommand = fix.hasPrefix("strop ") && fix.split(separator: " ").count <= 5
        screen.add(
          isCommand
            ? [.spaces(indent) + "→ " + .command(fix)]
            : hanging(.spaces(indent) + "→ ", fix, indent: indent + 2))
      }
    }
    return text(screen)
  }
}
