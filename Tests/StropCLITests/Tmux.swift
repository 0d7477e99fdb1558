import Foundation
import Testing

/// A shell in a terminal that is drawn: what a user sees after keys, resizing and signals.
final class Tmux {
  private let home: StropHome
  private let changes: [String: String?]

  /// `changes` are variables of the shell to set, or with nil to leave out, beside those of `home`.
  init(
    _ home: StropHome, columns: Int = 80, lines: Int = 40, with changes: [String: String?] = [:]
  ) throws {
    self.home = home
    let program = URL(fileURLWithPath: try StropHome.binary.get()).deletingLastPathComponent().path
    // A shell of root's shows another prompt, unless a file of its own says so.
    let prompt = try home.write("PS1='$ '\n", to: ".prompt")
    let own: [String: String?] = [
      "COLUMNS": nil, "ENV": prompt, "PATH": program + ":/usr/bin:/bin",
    ]
    self.changes = own.merging(changes) { $1 }
    // With its shell the server ends too, even where the test was killed and cannot end it.
    try run([
      "new-session", "-d", "-x", String(columns), "-y", String(lines),
      "exec timeout --foreground 120 /bin/sh -i",
    ])
    try wait(for: "$")
  }

  deinit {
    do { try run(["kill-server"]) } catch { Issue.record("tmux goes on: \(error)") }
  }

  /// Types text as it is.
  func type(_ text: String) throws { try run(["send-keys", "-l", text]) }

  /// Presses a key by tmux's name: `Enter`, `C-c`, `BSpace`.
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  func resize(columns: Int) throws {
    try run(["resize-window", "-x", String(columns), "-y", "40"])
  }

  /// What is drawn, without spaces at the ends of lines and empty lines at its end.
  func screen() throws -> String {
    var lines = try run(["capture-pane", "-p"]).output
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Waits until the screen ends in `text`, and gives the screen.
  @discardableResult
  func wait(for text: String) throws -> String {
    let deadline = Date().addingTimeInterval(20)
    var shown = ""
    repeat {
      shown = try screen()
      if shown.hasSuffix(text) { return shown }
      usleep(20_000)
    } while Date() < deadline
    Issue.record("the screen never ended in \(text):\n\(shown)")
    return shown
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> Outcome {
    let outcome = try home.run(
      ["/usr/bin/env", "tmux", "-u", "-f", "/dev/null", "-S", home.path("tmux")] + arguments,
      with: changes
    ).end()
    try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }
}
