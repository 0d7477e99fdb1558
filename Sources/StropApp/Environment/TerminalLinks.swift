extension Environment {
  /// Whether text may be written as links (OSC 8): to a terminal that is known to have them.
  ///
  /// There is nothing to ask a terminal, so this goes by the variables that each sets, as the packages
  /// `supports-hyperlinks` of npm and of Rust do, which also gave FORCE_HYPERLINK its meaning: 0 is no,
  /// anything else is yes, wherever the output goes. Within tmux the terminal's own variables are
  /// still seen, so only tmux counts there: 3.4 is the first that knows links. screen has none.
  ///
  /// `isTerminal`: whether the output is one.
  package func hasLinks(isTerminal: Bool) -> Bool {
    if let forced = variables["FORCE_HYPERLINK"] {
      return Int(forced.filter { $0 != " " }) != 0
    }
    let terminal = variable("TERM") ?? ""
    guard isTerminal, terminal != "dumb" else { return false }
    let program = variable("TERM_PROGRAM") ?? ""
    if program == "tmux" { return tmuxHasLinks }
    let isMultiplexed =
      variable("TMUX") != nil || variable("STY") != nil || terminal.hasPrefix("screen")
      || terminal.hasPrefix("tmux")
    if isMultiplexed { return false }
    // VTE 0.50.0 crashed over links.
    if let version = variable("VTE_VERSION").flatMap({ Int($0) }), version > 5_000 { return true }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "terminology"]
    let names = ["kitty", "foot", "ghostty", "alacritty", "wezterm"]
    let marks = ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"]
    return programs.contains(program) || names.contains { terminal.contains($0) }
      || marks.contains { variable($0) != nil }
  }

  /// Of `3.4`, `3.5a`, `next-3.6`.
  private var tmuxHasLinks: Bool {
    let version = (variable("TERM_PROGRAM_VERSION") ?? "").drop { !$0.isNumber }
    let parts = version.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    guard let major = parts.first else { return false }
    return (major, parts.dropFirst().first ?? 0) >= (3, 4)
  }
}
