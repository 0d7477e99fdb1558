import Foundation
import Testing

/// What changes on a real terminal: questions and colour.
struct TerminalTests {
  /// Runs a program on a pseudo-terminal of its own, types into it, and copies what it shows.
  private static let driver = """
    import os, pty, sys
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    os.write(terminal, sys.argv[1].encode())
    while True:
        try:
            shown = os.read(terminal, 65536)
        except OSError:
            break
        if not shown:
            break
        sys.stdout.buffer.write(shown)
    sys.stdout.buffer.flush()
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
    """

  private func type(
    _ keys: String, to home: StropHome, _ arguments: String...,
    with changes: [String: String?] = [:]
  ) throws -> Outcome {
    var changes = changes
    changes["TERM"] = changes["TERM"] ?? "xterm"
    changes["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    let command = ["/usr/bin/env", "python3", "-c", TerminalTests.driver, keys]
    return try home.run(command + [try StropHome.binary.get()] + arguments, with: changes).end()
  }

  @Test func `Enter, Enter, Enter records the skill that is named first`() throws {
    let home = try StropHome()
    let asked = try type("\n\n\n", to: home, "checkin")
    #expect(asked.status == 0, "\(asked)")
    for question in ["skill [papers]: ", "minutes (Enter: none): ", "note (Enter: none): "] {
      #expect(asked.output.contains(question), "\(asked.output)")
    }
    let recorded = try home.strop("log", "--json").list("checkins")
    #expect(recorded.map { $0["skill"] as? String } == ["papers"])
    #expect(recorded.allSatisfy { $0["minutes"] is NSNull && $0["note"] is NSNull })
  }

  @Test func `a number, a time and a note are taken as answers, in Chinese too`() throws {
    let home = try StropHome()
    let asked = try type("2\n1h30\n两条\n", to: home, "checkin", "--lang", "zh")
    #expect(asked.status == 0, "\(asked)")
    #expect(asked.output.contains("技能 [papers]："))
    let recorded = try #require(try home.strop("log", "--json").list("checkins").first)
    #expect(recorded["skill"] as? String == "reproduce")
    #expect(recorded["minutes"] as? Int == 90)
    #expect(recorded["note"] as? String == "两条")
  }

  @Test(
    "Control-D at any question records nothing, and exits 1",
    arguments: ["\u{4}", "\n\u{4}", "\n\n\u{4}"])
  func endOfInput(keys: String) throws {
    let home = try StropHome()
    let asked = try type(keys, to: home, "checkin")
    #expect(asked.status == 1, "\(asked)")
    #expect(asked.output.contains("strop: the input ended: nothing was recorded"))
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `with --json, or with a skill, there are no questions`() throws {
    let home = try StropHome()
    let values = try type("\n\n\n", to: home, "checkin", "--json")
    #expect(values.status == 64)
    #expect(!values.output.contains("skill ["))
    let named = try type("", to: home, "checkin", "debug")
    #expect(named.status == 0)
    #expect(!named.output.contains("minutes (Enter"))
  }

  @Test func `there is colour on a terminal, unless NO_COLOR or --color says otherwise`() throws {
    let home = try StropHome()
    // Missed by Sunday: red.
    let sunday = ["STROP_NOW": "2026-11-29T21:00:00+08:00"]
    func isColoured(_ outcome: Outcome) -> Bool { outcome.output.contains("\u{1B}[") }
    #expect(isColoured(try type("", to: home, "today", with: sunday)))
    #expect(!isColoured(try type("", to: home, "today", "--color", "never", with: sunday)))
    for variable in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let changes = sunday.merging(variable) { $1 }
      #expect(!isColoured(try type("", to: home, "today", with: changes)), "\(variable)")
    }
    #expect(isColoured(try home.strop("today", "--color", "always", with: sunday)))
    #expect(!isColoured(try home.strop("today", with: sunday)))
  }

  @Test func `the first run is announced once, whatever the command`() throws {
    let home = try StropHome(.empty)
    let first = try type("", to: home, "checkin", "papers")
    #expect(first.output.contains("~/.local/share/strop/strop.db"), "\(first)")
    let second = try type("", to: home, "checkin", "papers")
    #expect(!second.output.contains("strop.db"))
  }
}
