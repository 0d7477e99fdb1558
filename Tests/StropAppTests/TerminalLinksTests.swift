import Foundation
import StropApp
import StropCore
import Testing

struct TerminalLinksTests {
  private func environment(_ assignments: String) -> Environment {
    let pairs = assignments.split(separator: " ").map { word in
      let name = word.prefix { $0 != "=" }
      return (String(name), String(word.dropFirst(name.count + 1)))
    }
    let root = URL(fileURLWithPath: "/")
    return Environment(
      now: Instant(milliseconds: 0), variables: Dictionary(uniqueKeysWithValues: pairs),
      home: root.path, workingDirectory: root, machine: nil, executable: root)
  }

  @Test(arguments: [
    "TERM=xterm-256color VTE_VERSION=7600", "TERM=xterm-kitty", "TERM=foot",
    "TERM=xterm-ghostty", "TERM=alacritty-direct", "TERM=wezterm",
    "TERM=xterm-256color KITTY_WINDOW_ID=1", "TERM=xterm-256color KONSOLE_VERSION=230800",
    "TERM=xterm-256color WT_SESSION=x", "DOMTERM=1", "TERM_PROGRAM=vscode",
    "TERM_PROGRAM=iTerm.app", "TERM=tmux-256color TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.4",
    "TERM=screen-256color TMUX=x TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.5a",
    "TERM=screen TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=next-3.6",
    "TERM=xterm-kitty NO_COLOR=1",
  ])
  func `a terminal that is known to have links gets them, and nothing else does`(
    variables: String
  ) {
    #expect(environment(variables).hasLinks(isTerminal: true))
    #expect(!environment(variables).hasLinks(isTerminal: false))
  }

  @Test(arguments: [
    "", "TERM=xterm-256color", "TERM=linux", "TERM=dumb VTE_VERSION=7600",
    "TERM=xterm VTE_VERSION=4999", "TERM=xterm VTE_VERSION=5000", "TERM=xterm VTE_VERSION=new",
    "TERM_PROGRAM=Apple_Terminal", "TERM=screen VTE_VERSION=7600",
    "TERM=xterm-256color STY=1 KONSOLE_VERSION=230800", "TERM=tmux-256color KITTY_WINDOW_ID=1",
    "TERM=screen TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.3a VTE_VERSION=7600",
    "TERM_PROGRAM=tmux", "TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=master",
  ])
  func `an unknown, an old or a multiplexed terminal gets text alone`(variables: String) {
    #expect(!environment(variables).hasLinks(isTerminal: true))
  }

  @Test(arguments: [
    ("FORCE_HYPERLINK=1", true), ("FORCE_HYPERLINK=", true), ("FORCE_HYPERLINK=yes", true),
    ("FORCE_HYPERLINK=0", false), ("FORCE_HYPERLINK=0 TERM=xterm-kitty", false),
    ("FORCE_HYPERLINK=1 TERM=dumb", true),
  ])
  func `FORCE_HYPERLINK decides alone`(variables: String, hasLinks: Bool) {
    for isTerminal in [true, false] {
      #expect(environment(variables).hasLinks(isTerminal: isTerminal) == hasLinks)
    }
  }
}
