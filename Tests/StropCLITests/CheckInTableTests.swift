import Foundation
import Testing

/// Check-ins as CSV: `export --csv`, `import --csv`.
struct CheckInTableTests {
  /// The home of somebody with check-ins of every shape.
  private func lived() throws -> StropHome {
    let home = try StropHome()
    try home.write("curve", to: "curve.txt")
    for command in [
      [
        "checkin", "papers", "45", "-n", "引号\" 和, 逗号\n第二行", "-e", "https://example.com/a,b", "-e",
        "arxiv:2305.18290",
      ],
      ["checkin", "-i", "dpo/loss-at-step-zero", "-d", "2026-11-20", "-e", "curve.txt"],
      ["checkin", "debug", "-n", "-5% loss\r\nthen"], ["checkin", "debug"], ["checkin", "debug"],
    ] {
      #expect(try home.start(command).end().status == 0, "\(command)")
    }
    return home
  }

  private func summary(_ outcome: Outcome) throws -> (
    taken: Int, known: Int, passedOver: [[String: Any]]
  ) {
    #expect(outcome.errors == "")
    let summary = try outcome.object("checkins")
    return (
      try #require(summary["taken"] as? Int), try #require(summary["known"] as? Int),
      try #require(summary["passedOver"] as? [[String: Any]])
    )
  }

  @Test func `what is exported is imported elsewhere as it was, and exported again the same`()
    throws
  {
    let there = try lived()
    let table = try there.strop("export", "--csv").output
    #expect(table.hasPrefix("id,day,at,zone,skill,item,minutes,note,evidence\n"))
    #expect(
      table.contains(",2026-11-26T13:00:00.000Z,Asia/Shanghai,papers,,45,\"引号\"\" 和, 逗号\n第二行\","))
    #expect(table.contains("\"url:https://example.com/a,b\narxiv:2305.18290\"\n"))
    let home = try StropHome()
    try home.write(table, to: "table.csv")
    let first = try summary(home.strop("import", "--csv", "table.csv", "--json"))
    #expect((first.taken, first.known, first.passedOver.count) == (5, 0, 0))
    #expect(try home.strop("export", "--csv").output == table)
    // Twice, and after it was removed, nothing is taken again.
    let id = try #require(home.strop("log", "--json").list("checkins").first?["id"] as? String)
    try home.strop("remove", id)
    let second = try summary(home.strop("import", "--csv", "table.csv", "--json"))
    #expect((second.taken, second.known, second.passedOver.count) == (0, 5, 0))
    // One batch.
    try home.strop("undo")
    try home.strop("undo")
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `rows without ids are taken once, as often as they stand there`() throws {
    let home = try StropHome()
    let rows = "Skill;x,DAY\n"
    #expect(try home.strop("import", "--csv", "-", input: .text(rows)).status == 65)
    let table =
      "\u{feff}Skill,Day,mood,minutes\r\npapers,2026-11-20,good,45\r\npapers,2026-11-20,,45\r\n\r\ndebug,周一,,1h30"
    let first = try home.strop("import", "--csv", "-", "--lang", "en", input: .text(table))
    #expect(
      first
        == .success("3 check-ins taken\nnot read: the column mood\nsee them all:  strop log\n"))
    let again = try home.strop("import", "--csv", "-", "--lang", "zh", input: .text(table))
    #expect(again.output.hasPrefix("导入 0 次打卡；3 次已经有了\n"))
    let more = try summary(
      home.strop(
        "import", "--csv", "-", "--json", input: .text(table + "\npapers,2026-11-20,,45")))
    #expect((more.taken, more.known) == (1, 3))
    #expect(
      try home.strop("report", "--month", "2026-11", "--json").object("totals")["minutes"] as? Int
        == 225)
  }

  @Test func `what cannot be taken is named by its line, and the rest is taken`() throws {
    let home = try StropHome()
    let table = """
      day,skill,item,minutes,note,evidence,id,at,zone
      2026-11-20,papers,,,,,,,
      2026-11-31,papers
      2027-11-20,papers
      ,papers
      2026-11-20,cooking
      2026-11-20,papers,dpo/loss-at-step-zero
      2026-11-20,papers,,soon
      2026-11-20,papers,,5,,,abc
      2026-11-20,papers,,5,,,,yesterday
      2026-11-20,papers,,5,,,,,Mars/Base
      2026-11-20,papers,,5,,,,,,,,
      2026-11-20,debug,,5,"two
      lines","nowhere.txt
      arxiv:2305.18290"
      2026-11-20,debug,,,"never closed
      2026-11-20,debug

      """
    try home.write(table, to: "table.csv")
    let outcome = try home.strop("import", "--csv", "table.csv", "--lang", "en")
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("2 check-ins taken\n\npassed over 11 rows:\n  line 3   "))
    #expect(outcome.output.contains("  … +1\n\ntaken without 1 piece of evidence:\n  line 13  "))
    let log = try home.strop("log", "--json").list("checkins")
    #expect(log.count == 2)
    let told = try #require(log.first { $0["note"] as? String == "two\nlines" })
    #expect((told["evidence"] as? [Any])?.count == 1)
    let passedOver = try summary(home.strop("import", "--csv", "table.csv", "--json")).passedOver
    #expect(
      passedOver.compactMap { $0["line"] as? Int } == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16])
  }

  @Test func `a commit is taken as it is written, and no program is asked`() throws {
    let home = try StropHome()
    try home.writeProgram("#!/bin/sh\necho called >> '\(home.path("calls"))'\n", to: "git")
    let sha = String(repeating: "3f2a", count: 10)
    let table = """
      day,skill,evidence
      2026-11-20,papers,commit:/home/li/code@\(sha.uppercased())
      2026-11-20,debug,commit:/home/li/code@3f2a91c
      2026-11-20,dpo,HEAD
      2026-11-20,ppo,commit:code@\(sha)

      """
    try home.write(table, to: "table.csv")
    let outcome = try home.strop(
      "import", "--csv", "table.csv", "--lang", "en", with: ["PATH": home.directory.path])
    #expect(outcome.output.hasPrefix("4 check-ins taken\n"))
    #expect(outcome.output.contains("taken without 3 pieces of evidence:\n  line 3  "))
    #expect(!FileManager.default.fileExists(atPath: home.path("calls")))
    let log = try home.strop("log", "papers", "--json").list("checkins")
    let evidence = try #require(log.first?["evidence"] as? [[String: Any]])
    #expect(evidence.map { $0["value"] as? String } == ["/home/li/code@" + sha])
    #expect(evidence.map { $0["level"] as? String } == ["evidenced"])
  }

  @Test func `a file that is no table is refused whole`() throws {
    let home = try StropHome()
    for (bytes, sentence) in [
      ([UInt8](arrayLiteral: 0x1f, 0x8b, 8, 0), "strop: this is gzip, not CSV in UTF-8\n"),
      ([0xff, 0xfe, 0x7b, 0], "strop: this is UTF-16, not CSV in UTF-8\n"),
      // 技能, as Excel saves it in China.
      (
        Array("day,skill\n".utf8) + [0xbc, 0xbc, 0xc4, 0xdc], "strop: line 2 is not text in UTF-8\n"
      ),
      ([], "strop: the first line names no column 'day'\n"),
      (Array("day\n2026-11-20".utf8), "strop: the first line names no column 'skill'\n"),
      (Array("day,skill,Day\n".utf8), "strop: the first line names the column 'day' twice\n"),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: home.path("odd")))
      let outcome = try home.strop("import", "--csv", "odd", "--lang", "en")
      #expect(outcome.status == 65)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix(sentence), "\(outcome)")
    }
    #expect(try home.strop("import", "--csv", "missing.csv").status == 74)
    #expect(try home.strop("import", "--csv", "a.csv", "b.jsonl").status == 64)
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `no control character reaches a terminal`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-n", "a\u{1b}[31mb")
    #expect(try home.strop("export", "--csv").output.contains("a\u{1b}[31mb"))
    let shown = try home.onTerminal(arguments: ["export", "--csv"])
    #expect(shown.output.contains("a\\u{1b}[31mb"), "\(shown)")
    #expect(!shown.output.contains("\u{1b}[31m"))
  }
}
