package import StropCore

extension TextRenderer {
  /// `strop doctor`.
  package func doctor(_ checks: [HealthCheck]) -> String {
    var screen = Screen()
    let stateWidth = checks.map { phrases.state($0.state).displayWidth }.max() ?? 0
    let nameWidth = min(checks.map { phrases.name($0).displayWidth }.max() ?? 0, 16)
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
        + Line(phrases.name(check)).padded(to: nameWidth) + "  "
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
