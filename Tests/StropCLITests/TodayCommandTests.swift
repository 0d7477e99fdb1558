import Foundation
import Testing

struct TodayCommandTests {
  @Test func `the first run makes a private database, says where, and shows today`() throws {
    let home = try StropHome(.empty)
    let first = try home.strop()
    #expect(first.status == 0)
    #expect(first.errors == "")
    #expect(
      first.lines().first
        == "strop made ~/.local/share/strop/strop.db: 16 skills, 126 checklist items.")
    #expect(first.output.contains("\nThu 26 Nov 2026 · week 48 · 4 days left "))
    let modes = try [home.database, home.database.deletingLastPathComponent()].map {
      try FileManager.default.attributesOfItem(atPath: $0.path)[.posixPermissions] as? Int
    }
    #expect(modes == [0o600, 0o700])

    let second = try home.strop()
    #expect(second.lines().first?.hasPrefix("Thu 26 Nov 2026 · week 48") == true)
  }

  @Test func `strop alone is strop today, in both languages`() throws {
    let home = try StropHome()
    for language in ["en", "zh"] {
      let today = try home.strop("today", "--lang", language)
      #expect(today.status == 0)
      #expect(today.errors == "")
      #expect(try home.strop("--lang", language) == today)
      #expect(try home.strop(with: ["STROP_LANG": language]) == today)
    }
    #expect(try home.strop().output.contains("papers     Judging papers "))
    let chinese = try home.strop(with: ["LC_ALL": "zh_CN.UTF-8"]).output
    #expect(chinese.hasPrefix("2026-11-26 周四 · 第 48 周 · 还剩 4 天 "))
    #expect(chinese.contains("papers     鉴别论文价值 "))
  }

  @Test func `JSON has every key of the contract, and null where there is nothing`() throws {
    let home = try StropHome()
    let today = try home.strop("today", "--json")
    #expect(today.errors == "")
    #expect(try today.json.has("version day week zone skills retest reminders"))
    #expect(try today.json["version"] as? Int == 1)
    #expect(try today.json["day"] as? String == "2026-11-26")
    #expect(try today.json["week"] as? String == "2026-W48")
    #expect(try today.json["zone"] as? String == "Asia/Shanghai")
    #expect(try today.json["retest"] is NSNull)
    let skills = try today.list("skills")
    #expect(skills.map { $0["slug"] as? String } == ["papers", "reproduce", "debug", "weekend"])
    let papers = try #require(skills.first)
    #expect(
      papers.has("slug title sessions done owed slack streak minutes lastDay nextItem"))
    #expect(papers["lastDay"] is NSNull)
    let next = try #require(papers["nextItem"] as? [String: Any])
    #expect(next.has("slug title"))
  }

  @Test func `a reminder that rang is in today until its skill is practised`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    let later = ["STROP_NOW": "2026-11-26T21:40:00+08:00"]
    #expect(try home.strop("remind", "deliver", with: later).output != "")
    let reminder = try #require(
      try home.strop("today", "--json", with: later).list("reminders").first)
    #expect(reminder.has("id occurrence skill text"))
    #expect(reminder["occurrence"] as? String == "2026-11-26T21:30")
    try home.strop("checkin", "papers", with: later)
    #expect(try home.strop("today", "--json", with: later).list("reminders").isEmpty)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("today", english: "What to practise today, by slack", chinese: "今天练什么，按余量排")
  }

  @Test func `only items that the hardware suffices for are proposed`() throws {
    let home = try StropHome()
    func next() throws -> String? {
      let card = try home.strop("skill", "show", "megatron", "--json").object("skill")
      return (card["nextItem"] as? [String: Any])?["slug"] as? String
    }
    let open = try home.strop("item", "list", "--skill", "megatron", "--json").list("items")
    for item in open where item["hardware"] as? String == "cpu" {
      try home.strop("item", "drop", try #require(item["slug"] as? String))
    }
    #expect(try next() == nil)
    try home.strop("config", "set", "hardware", "multi-gpu")
    let proposed = try next()
    #expect(
      open.contains { $0["slug"] as? String == proposed && $0["hardware"] as? String != "cpu" })
    #expect(try home.strop("config", "set", "hardware", "tpu").status == 64)
  }

  @Test func `judgements that fall due and bugs that are open for long are shown`() throws {
    let home = try StropHome()
    let day = { (day: Int) in ["STROP_NOW": "2026-11-\(day)T22:00:00+08:00"] }
    let bug =
      try home.strop(["bug", "open", "loss is NaN", "--json"], with: day(19))
      .object("bug")["id"] as? String
    let line = [
      "paper", "judge", "2305.18290", "holds", "--p", "70", "--by", "2026-11-26", "--json",
    ]
    let judgement = try home.strop(line, with: day(19)).object("judgement")["id"] as? String
    let before = try home.strop(["today", "--json"], with: day(25)).json
    #expect((before["judgements"] as? [Any])?.isEmpty == true)
    #expect((before["bugs"] as? [Any])?.isEmpty == true)
    let due = try home.strop(["today", "--json"], with: day(26)).json
    #expect((due["judgements"] as? [[String: Any]])?.map { $0["id"] as? String } == [judgement])
    #expect((due["bugs"] as? [[String: Any]])?.map { $0["id"] as? String } == [bug])
    let text = try home.strop(["today"], with: day(26)).output
    #expect(text.contains("\"holds\"  70% by 26 Nov\n"))
    #expect(text.contains("loss is NaN  open for 7 days\n"))
    try home.strop(["paper", "resolve", "holds", "yes"], with: day(26))
    try home.strop(["bug", "close", "NaN", "--cause", "x", "--class", "data"], with: day(26))
    let after = try home.strop(["today"], with: day(26)).output
    #expect(!after.contains("holds") && !after.contains("NaN"))
  }
}
