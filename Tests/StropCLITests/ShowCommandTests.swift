import Foundation
import Testing

struct ShowCommandTests {
  @Test func `a check-in is shown whole, with all that became of it`() throws {
    let home = try StropHome()
    let id = try home.checkIn(
      "papers", "-m", "45", "-n", "first line\n第二行", "-e", "https://example.com/notes")
    try home.strop("edit", id, "-m", "60", with: ["STROP_NOW": "2026-11-26T21:05:00+08:00"])
    try home.strop("undo", with: ["STROP_NOW": "2026-11-26T21:06:00+08:00"])
    try home.strop("edit", id, "-d", "mon", with: ["STROP_NOW": "2026-11-27T08:00:00+08:00"])
    let short = String(id.prefix(4))
    #expect(
      try home.strop("show", short)
        == .success(
          """
          check-in \(short)

            skill     papers
            day       Mon 23 Nov 2026
            recorded  26 Nov 21:00
            zone      Asia/Shanghai
            minutes   45
            note      first line
                      第二行
            level     evidenced
            evidence  url https://example.com/notes  evidenced

            history (Asia/Shanghai)
              26 Nov 21:00  written (checkin)  here
              26 Nov 21:05  edited (edit)  here
                            minutes 45 → 60
              26 Nov 21:06  undone (edit)  here
                            minutes 60 → 45
              27 Nov 08:00  edited (edit)  here
                            day 2026-11-26 → 2026-11-23

            change it:  strop edit \(short) -n "…"

          """))
    let chinese = try home.strop("show", id, "--lang", "zh").output
    #expect(chinese.hasPrefix("打卡 \(short)\n"))
    #expect(chinese.contains("    11-26 21:06  撤销（edit）  本机\n                 分钟 60 → 45\n"))
  }

  @Test func `in JSON it stands under its type, each change with both values`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers", "-m", "45")
    try home.strop("edit", id, "-m", "", "-n", "n")
    let shown = try home.strop("show", id, "--json")
    #expect(try shown.json["version"] as? Int == 1)
    #expect(try shown.json["type"] as? String == "checkin")
    #expect(try shown.json["state"] as? String == "kept")
    let checkIn = try shown.object("checkin")
    #expect(checkIn.has("id skill item day at zone minutes note level evidence"))
    #expect(checkIn["id"] as? String == id)
    #expect(checkIn["at"] as? String == "2026-11-26T21:00:00+08:00")
    #expect(checkIn["minutes"] is NSNull)
    #expect(checkIn["level"] as? String == "claimed")
    let history = try shown.list("history")
    #expect(history.compactMap { $0["action"] as? String } == ["written", "edited"])
    #expect(history.allSatisfy { $0.has("action at device isHere command batch changes") })
    let changes = try #require(history[1]["changes"] as? [[String: Any]])
    #expect(changes.compactMap { $0["field"] as? String } == ["minutes", "note"])
    #expect(changes[0]["from"] as? Int == 45)
    #expect(changes[0]["to"] is NSNull)
    #expect(changes[1]["to"] as? String == "n")
  }

  @Test func `skips, reminders and evidence are shown too`() throws {
    let home = try StropHome()
    let skip = try home.strop("skip", "add", "papers", "--to", "sun", "--json").object("skip")
    let shownSkip = try home.strop("show", try #require(skip["id"] as? String), "--json")
    #expect(try shownSkip.object("skip").has("id skill from to reason"))
    #expect(try shownSkip.object("skip")["to"] as? String == "2026-11-29")
    let reminder = try home.strop(
      "remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout", "--json"
    ).object("reminder")
    let shownReminder = try home.strop("show", try #require(reminder["id"] as? String), "--json")
    #expect(try shownReminder.object("reminder")["rule"] as? String == "daily 21:30")
    #expect(try shownReminder.object("reminder")["channels"] as? [String] == ["stdout"])
    let checkIn = try home.strop(
      "checkin", "debug", "-e", "arxiv:1706.03762", "--json"
    ).object("checkin")
    let parent = try #require(checkIn["id"] as? String)
    let evidence = try #require((checkIn["evidence"] as? [[String: Any]])?.first?["id"] as? String)
    let shown = try home.strop("show", evidence)
    #expect(shown.output.contains("  value  1706.03762\n  level  evidenced\n"), "\(shown.output)")
    #expect(shown.output.hasSuffix("see it:  strop show \(parent)\n"))
  }

  @Test func `what is removed or undone is still there to see, and says so`() throws {
    let home = try StropHome()
    let removed = try home.checkIn("papers", "-n", "gone")
    try home.strop("remove", removed)
    let card = try home.strop("show", removed)
    #expect(card.lines().first?.hasSuffix("  removed") == true)
    #expect(card.output.contains("  note      gone\n"))
    #expect(card.output.hasSuffix("removed (remove)  here\n"))
    let undone = try home.checkIn("papers", "-n", "never")
    try home.strop("undo")
    #expect(try home.strop("show", undone, "--json").json["state"] as? String == "undone")
    #expect(try home.strop("show", undone).output.contains("  note      never\n"))
    try home.strop("redo")
    let again = try home.strop("show", undone, "--json")
    #expect(try again.json["state"] as? String == "kept")
    let actions = try again.list("history").compactMap { $0["action"] as? String }
    #expect(actions == ["written", "undone", "redone"])
  }

  @Test func `an id need only be unique among what still counts`() throws {
    let home = try StropHome()
    // One check-in removed, one not, a skip: all begin alike.
    func line(_ sequence: Int, _ subject: String, _ fields: String) -> String {
      "{\"device\":\"aaaaaaaaaa\",\"seq\":\(sequence),\"batch\":\"bbbbbbbbbb\",\"clock\":\(sequence),"
        + "\"at\":\"2026-11-20T09:00:00.000Z\",\"zone\":\"UTC\",\"subject\":\"\(subject)\","
        + "\"fields\":{\"create\":true,\(fields)}}\n"
    }
    let when =
      "\"when\":{\"at\":\"2026-11-20T09:00:00.000Z\",\"day\":\"2026-11-20\",\"zone\":\"UTC\"}"
    let days = "\"days\":{\"from\":\"2026-11-20\",\"to\":\"2026-11-20\"}"
    try home.write(
      line(1, "checkin/7k3fq0x9ab", "\"removed\":true,\"skill\":\"papers\",\(when)")
        + line(2, "checkin/7k3fq0x9ac", "\"skill\":\"papers\",\(when)")
        + line(3, "skip/7k3g000000", days),
      to: "some.jsonl")
    #expect(try home.strop("import", "some.jsonl").status == 0)
    let shown = try home.strop("show", "7k3f", "--json")
    #expect(try shown.object("checkin")["id"] as? String == "7k3fq0x9ac")
    #expect(try shown.list("history").first?["isHere"] as? Bool == false)
    #expect(try home.strop("show", "7k3f").output.contains("  on aaaa\n"))
    #expect(try home.strop("show", "7k3fq0x9ab").lines().first?.hasSuffix("  removed") == true)
    #expect(
      try home.strop("show", "7k3")
        == .failure(
          64,
          """
          strop: '7k3' begins several ids: checkin/7k3fq0x9ac, skip/7k3g000000
          hint: type one more character

          """))
    #expect(try home.strop("show", "skip/7k3").output.hasPrefix("skip 7k3g\n"))
  }

  @Test func `what is no id is refused, and no database is made`() throws {
    let home = try StropHome()
    for text in ["", "papers/triage-ten", "\u{1b}[31m", "编号", String(repeating: "7", count: 5000)] {
      #expect(try home.strop("show", text).status == 64)
    }
    #expect(
      try home.strop("show", "7777")
        == .failure(64, "strop: nothing goes by the id '7777'\nhint: strop log\n"))
    #expect(try home.strop("show").status == 64)
    let empty = try StropHome(.empty)
    #expect(try empty.strop("show", "7777").status == 74)
    #expect(!FileManager.default.fileExists(atPath: empty.database.path))
  }

  @Test func `its help says what it does`() throws {
    try expectHelp("show", english: "Any record by its id, whole", chinese: "按编号查看一条记录的全部内容")
  }
}
