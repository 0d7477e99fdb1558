import Foundation
import Testing

struct ExportCommandTests {
  @Test func `it is one JSON object a line, an entry each, with the frozen keys`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45", "-n", "引号\" 和 \\ 与换行\n")
    let exported = try home.strop("export")
    #expect(exported.status == 0)
    #expect(exported.errors == "")
    let lines = exported.lines().dropLast()
    #expect(lines.count == 3)
    for line in lines {
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let found = Set(try #require(entry).keys)
      #expect(found == words("device seq batch clock at zone subject fields"))
    }
    #expect(exported.output.hasSuffix("}\n"))
  }

  @Test func `nothing about it hangs on language, colour or --json`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-n", "旧")
    let plain = try home.strop("export")
    #expect(try home.strop("export", "--lang", "zh") == plain)
    #expect(try home.strop("export", "--color", "always") == plain)
    #expect(try home.strop("export", "--json") == plain)
  }

  @Test func `a database that was never begun exports nothing`() throws {
    let home = try StropHome(.empty)
    #expect(try home.strop("export") == .success(""))
    #expect(!FileManager.default.fileExists(atPath: home.database.path))
  }

  /// What ends a line, clears the screen, or turns a line round.
  private static let alive = "a\u{202e}b\u{2066}c\u{85}d\u{9b}e\u{7f}f\u{2028}g"
  private static let escaped = #"a\u202eb\u2066c\u0085d\u009be\u007ff\u2028g"#

  @Test func `no control character reaches a terminal, from the journal or from JSON`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-n", ExportCommandTests.alive)
    #expect(try home.strop("export").output.contains(ExportCommandTests.escaped))
    #expect(try home.strop("log", "--json").output.contains(ExportCommandTests.escaped))
    #expect(
      try home.strop("log", "--json").list("checkins").first?["note"] as? String
        == ExportCommandTests.alive)

    // Raw, as another program may write them: kept so, and escaped on a terminal.
    let raw = try home.strop("export").output.replacing(
      ExportCommandTests.escaped, with: ExportCommandTests.alive)
    let other = try StropHome(.empty)
    #expect(try other.strop("import", "-", input: .text(raw)).status == 0)
    #expect(try other.strop("export").output == raw)
    let shown = try other.onTerminal(arguments: ["export"])
    #expect(shown.output.contains(ExportCommandTests.escaped), "\(shown)")
    #expect(!shown.output.contains("\u{202e}"))
  }

  @Test func `while somebody reads it slowly, check-ins go on`() throws {
    let home = try StropHome()
    // More than a pipe holds.
    for _ in 0..<3 {
      try home.strop("checkin", "papers", "-n", String(repeating: "x", count: 60_000))
    }
    let binary = try StropHome.binary.get()
    let reading = try home.run(["/bin/sh", "-c", "\"$0\" export | sleep 60", binary])
    defer {
      reading.stop()
      _ = reading.end()
    }
    for _ in 0..<4 { expectCivil(try home.strop("checkin", "debug"), 0) }
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "export", english: "The whole journal as JSON lines", chinese: "把全部记录导出为 JSON Lines")
  }
}
