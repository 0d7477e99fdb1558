import Foundation
import Testing

struct CheckInCommandTests {
  @Test func `evidence stands in the order in which it was typed`() throws {
    let home = try StropHome()
    let typed = (0..<9).map { "https://example.com/\($0 * 7 % 9)" }
    let checkIn = try home.strop(
      ["checkin", "papers", "--json"] + typed.flatMap { ["-e", $0] }
    ).object("checkin")
    let evidence = try #require(checkIn["evidence"] as? [[String: Any]])
    #expect(evidence.map { $0["value"] as? String } == typed)
  }

  @Test func `one line says what was recorded and where the week stands`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("checkin", "papers", "-m", "45", "-n", "no baseline")
        == .success(
          "papers  45 min on Thu 26 Nov: \"no baseline\"               1/3 this week, slack 1\n"))
    let chinese = try home.strop("checkin", "debug", "-m", "1h30", "-n", "掩码差一位", "--lang", "zh")
    #expect(chinese.errors == "")
    #expect(chinese.output.hasPrefix("debug  11-26 周四 90 分钟：“掩码差一位”"), "\(chinese.output)")
  }

  @Test func `JSON has every key of the contract, and null where there is nothing`() throws {
    let home = try StropHome()
    let full = try home.strop(
      "checkin", "papers", "-m", "45", "-n", "五条里两条", "-i", "triage-ten", "-e",
      "https://example.com/notes", "--json")
    #expect(full.errors == "")
    #expect(try full.json["version"] as? Int == 1)
    let checkIn = try full.object("checkin")
    #expect(checkIn.has("id skill item day at minutes note evidence"))
    #expect(checkIn["item"] as? String == "papers/triage-ten")
    #expect(checkIn["at"] as? String == "2026-11-26T21:00:00+08:00")
    #expect(checkIn["note"] as? String == "五条里两条")
    let evidence = try #require(checkIn["evidence"] as? [[String: Any]])
    #expect(evidence.first?.has("id kind value level") == true)
    #expect(evidence.map { $0["level"] as? String } == ["evidenced"])

    let bare = try home.strop("--json", "checkin", "papers").object("checkin")
    #expect(bare.has("id skill item day at minutes note evidence"))
    #expect(["item", "minutes", "note"].allSatisfy { bare[$0] is NSNull })
  }

  @Test func `an item alone implies its skill, and another skill's is refused`() throws {
    let home = try StropHome()
    let checkIn = try home.strop("checkin", "-i", "debug/overfit", "--json").object("checkin")
    #expect(checkIn["skill"] as? String == "debug")
    #expect(
      try home.strop("checkin", "papers", "-i", "debug/overfit-one-batch")
        == .failure(
          64,
          """
          strop: debug/overfit-one-batch is not an item of papers
          hint: strop item list --skill papers

          """))
  }

  @Test(
    "a day of practice begins at 04:00, and yesterday is the day before it",
    arguments: [
      ("2026-11-26T03:59:59+08:00", "2026-11-25", "2026-11-24"),
      ("2026-11-26T04:00:00+08:00", "2026-11-26", "2026-11-25"),
    ])
  func dayStart(now: String, today: String, yesterday: String) throws {
    let home = try StropHome()
    let now = ["STROP_NOW": now]
    let first = try home.strop("checkin", "papers", "--json", with: now).object("checkin")
    #expect(first["day"] as? String == today)
    let second = try home.strop("checkin", "papers", "-d", "昨天", "--json", with: now)
    #expect(try second.object("checkin")["day"] as? String == yesterday)
  }

  @Test func `what cannot be recorded is refused with what to type instead`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("checkin")
        == .failure(64, "strop: which skill was it?\nhint: strop checkin papers -m 45\n"))
    #expect(
      try home.strop("checkin", "deubg", "--json")
        == .failure(
          64,
          """
          strop: no skill called 'deubg'
          hint: did you mean debug? `strop skill list` shows all 16

          """))
    #expect(
      try home.strop("checkin", "papers", "-d", "2026-11-27", "--lang", "zh")
        == .failure(64, "strop: 2026-11-27 还没到\n提示：今天是 2026-11-26\n"))
    #expect(
      try home.strop("checkin", "papers", "--minuts", "5")
        == .failure(
          64,
          """
          strop: unknown option '--minuts'. Did you mean '--minutes'?
          hint: strop checkin --help

          """))
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `a commit is kept with its repository and its whole SHA`() throws {
    let home = try StropHome()
    let git = """
      set -e; git init -q .; git config user.email me@example.com; git config user.name Me
      git commit -q --allow-empty -m 'fix the loss mask'; git rev-parse HEAD
      """
    let commit = try home.run(["/bin/sh", "-c", git]).end()
    try #require(commit.status == 0, "\(commit.errors)")
    let sha = try #require(commit.lines().first)
    let recorded = try home.strop("checkin", "debug", "-e", String(sha.prefix(10)), "--json")
    let evidence = try #require(
      try recorded.object("checkin")["evidence"] as? [[String: Any]])
    #expect(evidence.map { $0["kind"] as? String } == ["commit"])
    #expect(evidence.map { $0["value"] as? String } == ["\(home.directory.path)@\(sha)"])
  }

  @Test func `after midnight the weekday that the calendar shows has not begun`() throws {
    let home = try StropHome()
    // A Tuesday at 01:00: still Monday's practice.
    let night = ["STROP_NOW": "2026-11-24T01:00:00+08:00"]
    for day in ["tue", "Tuesday", "周二"] {
      #expect(
        try home.strop("checkin", "papers", "-d", day, with: night)
          == .failure(
            64,
            """
            strop: it is still Monday until 04:00: Tuesday has not begun
            hint: today is 2026-11-23: leave -d out

            """))
    }
    let chinese = try home.strop("checkin", "papers", "-d", "周二", "--lang", "zh", with: night)
    #expect(chinese.errors.hasPrefix("strop: 04:00 以前还算周一，周二还没开始\n"))
    let monday = try home.strop("checkin", "papers", "-d", "mon", "--json", with: night)
    #expect(try monday.object("checkin")["day"] as? String == "2026-11-23")
    let morning = try home.strop(
      "checkin", "papers", "-d", "tue", "--json", with: ["STROP_NOW": "2026-11-24T04:00:00+08:00"])
    #expect(try morning.object("checkin")["day"] as? String == "2026-11-24")
  }

  @Test func `a day of another year is shown with its year`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30")
    let next = ["STROP_NOW": "2027-01-02T21:00:00+08:00"]
    let back = try home.strop("checkin", "papers", "-m", "20", "-d", "2026-12-30", with: next)
    #expect(back.output.hasPrefix("papers  20 min on Wed 30 Dec 2026"), "\(back)")
    try home.strop("checkin", "papers", "-m", "10", with: next)
    let log = try home.strop("log", with: next).output
    #expect(log.contains("Thu 26 Nov 2026  "))
    #expect(log.contains("Sat 2 Jan        "), "\(log)")
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("checkin", english: "Record practice", chinese: "打卡")
  }

  @Test func `a length may stand behind the skill, or alone behind an item's name`() throws {
    let home = try StropHome()
    func minutes(_ arguments: String...) throws -> Int? {
      try home.start(["checkin", "--json"] + arguments).end().object("checkin")["minutes"] as? Int
    }
    #expect(try minutes("papers", "45") == 45)
    #expect(try minutes("papers", "一个半小时") == 90)
    #expect(try minutes("-i", "debug/overfit", "1:30") == 90)
    #expect(try minutes("papers", "1.5h", "-n", "x") == 90)
    #expect(
      try home.strop("checkin", "papers", "45", "-m", "30")
        == .failure(64, "strop: the minutes are there twice\nhint: strop checkin --help\n"))
    #expect(try home.strop("checkin", "papers", "debug").status == 64)
  }

  @Test func `a text may begin with a hyphen, but is no option`() throws {
    let home = try StropHome()
    for note in ["-5% loss", "-1", "- item", "--half the loss", "-λ"] {
      let checkIn = try home.strop("checkin", "papers", "-n", note, "--json").object("checkin")
      #expect(checkIn["note"] as? String == note)
    }
    #expect(try home.strop("skip", "add", "--reason", "-flu").status == 0)
    for line in [
      "checkin papers -n -m 30", "checkin papers -n --minutes", "skip add --reason --to",
    ] {
      #expect(try home.start(line.split(separator: " ").map(String.init)).end().status == 64)
    }
    #expect(try home.strop("log", "--json").list("checkins").count == 5)
  }

  @Test func `days read as they are said, two words too`() throws {
    let home = try StropHome()
    for (day, iso) in [
      ("last fri", "2026-11-20"), ("上周五", "2026-11-20"), ("11-20", "2026-11-20"),
      ("12-24", "2025-12-24"),
    ] {
      let words = day.split(separator: " ").map(String.init)
      let checkIn = try home.start(["checkin", "papers", "--json", "-d"] + words).end()
      #expect(try checkIn.object("checkin")["day"] as? String == iso)
    }
    let shown = try home.strop("checkin", "papers", "-d", "12-24").output
    #expect(shown.contains("Wed 24 Dec 2025"))
    #expect(try home.strop("checkin", "papers", "-d", "11-27").status == 64)
  }

  @Test func `ci is checkin`() throws {
    let home = try StropHome()
    #expect(try home.strop("ci", "papers", "-m", "20").status == 0)
    let usage = try home.start(["ci", "--minuets", "3"]).end()
    #expect(usage.errors.hasSuffix("hint: strop checkin --help\n"), "\(usage)")
  }
}
