import Foundation
import Testing

/// What changes on a real terminal: questions and colour.
struct TerminalTests {
  private func only(_ home: StropHome) throws -> [String: Any] {
    let recorded = try home.strop("log", "--json").list("checkins")
    try #require(recorded.count == 1)
    return try #require(recorded.first)
  }

  @Test func `Enter at every question records the skill that is named first, and no more`() throws {
    let home = try StropHome()
    let asked = try home.typing("\n\n\n\n", to: "checkin")
    #expect(asked.status == 0, "\(asked)")
    let questions = [
      "skill [papers]: ", "minutes (Enter: none): ", "note (Enter: none): ",
      "item (Enter: none): ",
    ]
    for question in questions { #expect(asked.output.contains(question), "\(asked.output)") }
    #expect(asked.output.hasSuffix("\r\nundo it:  strop undo\r\n"))
    let recorded = try only(home)
    #expect(recorded["skill"] as? String == "papers")
    #expect(["minutes", "note", "item"].allSatisfy { recorded[$0] is NSNull })
  }

  @Test func `numbers, a time and a note are taken as answers, in Chinese too`() throws {
    let home = try StropHome()
    let asked = try home.typing("２\n1h30\n两条\n1\n", to: "checkin", "--lang", "zh")
    #expect(asked.status == 0, "\(asked)")
    for question in ["技能 [papers]：", "分钟（回车跳过）：", "备注（回车跳过）：", "清单项（回车跳过）："] {
      #expect(asked.output.contains(question), "\(asked.output)")
    }
    let recorded = try only(home)
    #expect(recorded["skill"] as? String == "reproduce")
    #expect(recorded["minutes"] as? Int == 90)
    #expect(recorded["note"] as? String == "两条")
    #expect((recorded["item"] as? String)?.hasPrefix("reproduce/") == true)
  }

  @Test func `Enter takes last time's minutes and goes on with the item in work`() throws {
    let home = try StropHome()
    try home.strop("checkin", "-i", "debug/loss-at-init", "-m", "35", "-d", "mon")
    let asked = try home.typing("debug\n\n\n\n", to: "checkin", "--lang", "en")
    #expect(asked.output.contains("minutes [35] (-: none): "), "\(asked.output)")
    #expect(asked.output.contains("item [debug/loss-at-init] (-: none): "))
    #expect(asked.output.contains("finish the item with:  strop item done debug/loss-at-init"))
    let recorded = try #require(try home.strop("log", "--json").list("checkins").last)
    #expect(recorded["minutes"] as? Int == 35)
    #expect(recorded["item"] as? String == "debug/loss-at-init")

    let later = ["STROP_NOW": "2026-11-26T22:00:00+08:00"]
    try home.typing("debug\n-\n-\n-\n", to: "checkin", with: later)
    let bare = try #require(try home.strop("log", "--json").list("checkins").last)
    #expect(["minutes", "note", "item"].allSatisfy { bare[$0] is NSNull })
  }

  @Test func `what the options say is not asked`() throws {
    let home = try StropHome()
    let asked = try home.typing("debug\n\n", to: "checkin", "-m", "20", "-n", "mask", "-d", "mon")
    #expect(asked.status == 0, "\(asked)")
    #expect(!asked.output.contains("minutes"))
    #expect(!asked.output.contains("note"))
    #expect(asked.output.contains("debug  20 min on Mon 23 Nov: \"mask\""))
    let wrong = try home.typing("", to: "checkin", "-m", "soon")
    #expect(wrong.status == 64)
    #expect(wrong.output.hasPrefix("strop: 'soon' is not a length of time"), "\(wrong)")
  }

  @Test func `a wrong answer is told in one line, and the same question comes again`() throws {
    let home = try StropHome()
    let asked = try home.typing(
      "deubg\n3\nsoon\n20\n\npapers/triage-ten\nloss-at\n", to: "checkin")
    #expect(asked.status == 0, "\(asked)")
    let told = [
      "skill [papers]: deubg",
      "  no skill called 'deubg': did you mean debug? `strop skill list` shows all 16",
      "skill [papers]: 3", "minutes (Enter: none): soon",
      "  'soon' is not a length of time: try 45, 1h30, 1.5h or 1:30",
      "  papers/triage-ten is not an item of debug: strop item list --skill debug",
    ]
    // Typed ahead, the echo comes first; what strop says follows in its order.
    let said = asked.output.replacing("\r\n", with: "\n")
    for line in told where line.hasPrefix(" ") {
      #expect(said.contains("\n\(line)\n") || said.contains(": \(line)\n"), "\(line) in \(said)")
    }
    let recorded = try only(home)
    #expect(recorded["skill"] as? String == "debug")
    #expect(recorded["item"] as? String == "debug/loss-at-init")
    #expect(recorded["minutes"] as? Int == 20)
  }

  @Test func `a third wrong answer ends it with the error, and records nothing`() throws {
    let home = try StropHome()
    let asked = try home.typing("1\nsoon\nlater\nnever\n", to: "checkin")
    #expect(asked.status == 64)
    #expect(
      asked.output.hasSuffix(
        "strop: 'never' is not a length of time\r\nhint: try 45, 1h30, 1.5h or 1:30\r\n"),
      "\(asked)")
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test(
    "Control-D at any question records nothing, and exits 1",
    arguments: ["\u{4}", "\n\u{4}", "\n\n\u{4}", "\n\n\n\u{4}"])
  func endOfInput(keys: String) throws {
    let home = try StropHome()
    let asked = try home.typing(keys, to: "checkin")
    #expect(asked.status == 1, "\(asked)")
    #expect(asked.output.hasSuffix("\r\nstrop: the input ended: nothing was recorded\r\n"))
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test(
    "Control-C at any question records nothing, ends the line, and ends strop by its signal",
    arguments: [
      ["skill [papers]: "], ["skill [papers]: ", "minutes (Enter: none): "],
      ["minutes (Enter: none): ", "note (Enter: none): ", "item (Enter: none): "],
    ])
  func interrupt(questions: [String]) throws {
    let home = try StropHome()
    let last = try #require(questions.last)
    let keys = last.hasPrefix("skill") ? "" : last.hasPrefix("minutes") ? "\n" : "\n\n\n"
    let asked = try home.onTerminal(
      .type(keys), .wait(last), .type("\u{3}"), arguments: ["checkin"])
    #expect(asked.status == 130, "\(asked)")
    #expect(asked.errors == "")
    // Where it comes before the line is edited, the terminal shows it.
    #expect(
      ["", "^C"].contains { asked.output.hasSuffix("\(last)\($0)\r\n") }, "\(asked.output)")
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  /// Control-D hands over what was typed of a line; nobody pressed Enter.
  @Test func `a line that was not ended answers nothing`() throws {
    let home = try StropHome()
    for keys in [
      "papers\n30\nnote\npapers/triage-ten\u{4}\u{4}", "papers\n30\nnote\u{4}\u{4}",
      "pap\u{4}\u{4}",
    ] {
      #expect(try home.typing(keys, to: "checkin").status == 1)
    }
    #expect(try home.strop("undo").status == 1)
    let secret = try home.onTerminal(
      .wait("feishu.url"), .wait(": "), .type("https://open.feishu.cn/x\u{4}\u{4}"),
      arguments: ["config", "set", "feishu.url", "--secret"])
    #expect(secret.status == 1, "\(secret)")
    #expect(!FileManager.default.fileExists(atPath: home.path(".local/share/strop/secrets")))
  }

  @Test func `a terminal may change its width between two questions`() throws {
    let home = try StropHome()
    let note = String(repeating: "long ", count: 12)
    let asked = try home.onTerminal(
      .wait("skill [papers]: "), .resize(columns: 50), .type("\n"),
      .wait("minutes (Enter: none): "),
      .resize(columns: 60), .type("30\n"), .wait("note"), .type(note + "\n"), .wait("item"),
      .resize(columns: 70), .type("\n"), columns: 120, arguments: ["checkin"],
      with: ["COLUMNS": nil])
    #expect(asked.status == 0, "\(asked)")
    let receipt = try #require(asked.output.split(separator: "item (Enter: none): ").last)
    let widths = receipt.split(separator: "\r\n").map(\.count)
    #expect(widths.max() == 70, "\(receipt)")
  }

  @Test func `with --json, or with a skill, there are no questions`() throws {
    let home = try StropHome()
    let values = try home.typing("\n\n\n", to: "checkin", "--json")
    #expect(values.status == 64)
    #expect(!values.output.contains("skill ["))
    let named = try home.typing("", to: "checkin", "debug")
    #expect(named.status == 0)
    #expect(!named.output.contains("minutes (Enter"))
    #expect(!named.output.contains("strop undo"))
  }

  @Test func `there is colour on a terminal, unless NO_COLOR or --color says otherwise`() throws {
    let home = try StropHome()
    // Missed by Sunday: red.
    let sunday = ["STROP_NOW": "2026-11-29T21:00:00+08:00", "NO_COLOR": nil]
    func isColoured(_ outcome: Outcome) -> Bool { outcome.output.contains("\u{1B}[") }
    #expect(isColoured(try home.typing("", to: "today", with: sunday)))
    #expect(!isColoured(try home.typing("", to: "today", "--color", "never", with: sunday)))
    for variable in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let changes = sunday.merging(variable) { $1 }
      #expect(!isColoured(try home.typing("", to: "today", with: changes)), "\(variable)")
    }
    #expect(isColoured(try home.strop("today", "--color", "always", with: sunday)))
    #expect(!isColoured(try home.strop("today", with: sunday)))
  }

  @Test func `there are links on a terminal that has them, whatever is said of colour`() throws {
    let home = try StropHome()
    let arguments = ["checkin", "papers", "-e", "arxiv:2305.18290"]
    let link = "\u{1b}]8;;https://arxiv.org/abs/2305.18290\u{1b}\\2305.18290\u{1b}]8;;\u{1b}\\"
    let kitty = ["TERM": "xterm-kitty"]
    #expect(try home.onTerminal(arguments: arguments, with: kitty).output.contains(link))
    #expect(!(try home.onTerminal(arguments: arguments).output.contains("\u{1b}]")))
    let piped = try home.start(arguments, with: ["TERM": "xterm-kitty"]).end()
    #expect(!piped.output.contains("\u{1b}"))
  }

  @Test func `the first run is announced once, whatever the command`() throws {
    let home = try StropHome(.empty)
    let first = try home.typing("", to: "checkin", "papers")
    #expect(first.output.contains("~/.local/share/strop/strop.db"), "\(first)")
    let second = try home.typing("", to: "checkin", "papers")
    #expect(!second.output.contains("strop.db"))
  }
}
