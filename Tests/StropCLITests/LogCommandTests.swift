import Foundation
import Testing

struct LogCommandTests {
  @Test func `it lists by day, the newest last, whenever it was recorded`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45", "-n", "today")
    try home.strop("checkin", "debug", "-m", "20", "-d", "mon")
    let log = try home.strop("log")
    #expect(log.status == 0)
    #expect(log.errors == "")
    let lines = log.lines()
    #expect(lines.first?.hasPrefix("Mon 23 Nov  ") == true, "\(log.output)")
    #expect(lines.dropFirst().first?.hasPrefix("Thu 26 Nov  ") == true)
    #expect(lines.dropFirst().first?.contains("papers  45 min") == true)
    #expect(try home.strop("log", "--lang", "zh").output.contains("11-26 周四"))
  }

  @Test func `skill, days and a limit narrow it`() throws {
    let home = try StropHome()
    for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
      try home.strop("checkin", "papers", "-d", day)
    }
    try home.strop("checkin", "debug")
    func days(_ arguments: String...) throws -> [String?] {
      try home.start(["log", "--json"] + arguments).end().list("checkins")
        .map { $0["day"] as? String }
    }
    #expect(try days().count == 4)
    #expect(try days("debug") == ["2026-11-26"])
    #expect(try days("papers", "--limit", "1").compactMap(\.self) == ["2026-11-25"])
    #expect(
      Set(try days("--since", "tue", "--until", "yesterday")) == ["2026-11-24", "2026-11-25"])
  }

  @Test func `JSON has every key of the contract`() throws {
    let home = try StropHome()
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
    try home.strop("checkin", "papers", "-e", "arxiv:1706.03762")
    let log = try home.strop("log", "--json")
    #expect(log.errors == "")
    #expect(try log.json["version"] as? Int == 1)
    let first = try #require(try log.list("checkins").first)
    #expect(first.has("id skill item day at minutes note evidence"))
    let evidence = try #require((first["evidence"] as? [[String: Any]])?.first)
    #expect(evidence.has("id kind value level"))
    #expect(evidence["kind"] as? String == "arxiv")
  }

  @Test func `nothing recorded is said kindly, and nonsense is refused`() throws {
    let home = try StropHome()
    let empty = try home.strop("log")
    #expect(empty.status == 0)
    #expect(empty.errors == "")
    #expect(empty.output.hasSuffix("record it:  strop checkin papers -m 30 -n \"…\"\n"))
    #expect(
      try home.strop("log", "--since", "soon")
        == .failure(
          64,
          """
          strop: 'soon' is not a day
          hint: try yesterday, 2d, mon, last fri, or 2026-11-24

          """))
    #expect(try home.strop("log", "--limit", "0").status == 64)
  }

  @Test func `a range with one end goes to what there is`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("log", "--since", "mon", "--lang", "en").output
        .hasPrefix("No practice is recorded for Mon 23 – Thu 26 Nov 2026."))
    #expect(
      try home.strop("log", "--until", "mon", "--lang", "en").output
        .hasPrefix("No practice is recorded for Mon 23 Nov 2026."))
    // Practised further east, where it was tomorrow already.
    let east = ["STROP_NOW": "2026-11-27T09:00:00+08:00"]
    try home.strop("checkin", "papers", "-m", "30", with: east)
    let west = ["STROP_NOW": "2026-11-27T09:05:00+08:00", "TZ": "America/Los_Angeles"]
    #expect(
      try home.strop("log", "--since", "thu", "--json", with: west).list("checkins").count == 1)
    let card = try home.strop("skill", "show", "papers", "--lang", "en", with: west).output
    #expect(card.contains("27 Nov, further east"), "\(card)")
  }

  @Test func `a pipe gets all of it, whole`() throws {
    let home = try StropHome()
    let note = String(repeating: "长的备注 long ", count: 30) + "END"
    for index in 1...25 {
      try home.strop("checkin", "papers", "-d", "\(index)d", "-n", index == 3 ? note : "short")
    }
    for columns in ["50", "80", "120"] {
      let log = try home.strop("log", with: ["COLUMNS": columns]).output
      #expect(log.contains("  " + note.trimmingCharacters(in: .whitespaces) + "\n"))
      #expect(log.components(separatedBy: "papers").count == 26)
      #expect(!log.contains("…"))
    }
    #expect(try home.strop("log", "--limit", "2").output.contains("23 earlier:"))
  }

  @Test func `on a terminal a note that is cut has the id that shows it whole`() throws {
    let home = try StropHome()
    let id = try home.checkIn(
      "papers", "-m", "45", "-n", "START " + String(repeating: "字", count: 99) + " END")
    try home.strop("checkin", "debug", "-n", "short")
    for columns in [40, 50, 80] {
      let log = try home.onTerminal(columns: columns, arguments: ["log"], with: ["COLUMNS": nil])
      #expect(log.output.contains(id.prefix(4)), "\(log.output)")
      #expect(log.output.hasSuffix("strop show \(id.prefix(4))\r\n"), "\(log.output)")
      #expect(!log.output.contains("END"))
    }
    #expect(try home.strop("show", String(id.prefix(4))).output.contains(" END"))
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("log", english: "What was practised, newest last", chinese: "练过什么，最近的在最后")
  }
}
