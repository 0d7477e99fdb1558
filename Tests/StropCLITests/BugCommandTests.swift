import Foundation
import Testing

struct BugCommandTests {
  private func open(_ home: StropHome, _ symptom: String = "loss is NaN") throws -> String {
    let bug = try home.strop("bug", "open", symptom, "--json").object("bug")
    return try #require(bug["id"] as? String)
  }

  @Test func `a bug is opened, tried, closed, and shows its trail`() throws {
    let home = try StropHome()
    let opened = try home.strop("bug", "open", "loss is NaN after step 1,200", "--json")
    let bug = try opened.object("bug")
    #expect(bug.has("id symptom class opened closed cause fix tried hypotheses"))
    #expect(bug["class"] is NSNull)
    #expect(bug["closed"] is NSNull)
    #expect(bug["opened"] as? String == "2026-11-26T21:00:00+08:00")
    #expect(try opened.json["checkin"] is NSNull)

    let tried = try home.strop(
      "bug", "try", "NaN", "learning rate too high", "--result", "ruled-out", "-m", "30", "-n",
      "halved it", with: ["STROP_NOW": "2026-11-27T21:00:00+08:00"])
    #expect(tried.errors == "")
    #expect(tried.output.contains("× learning rate too high  ruled out\n"))
    #expect(tried.output.contains("debug  30 min on Fri 27 Nov: \"halved it\""))

    let id = try #require(bug["id"] as? String)
    let closed = try home.strop(
      "bug", "close", String(id.prefix(4)), "--cause", "-1 in the mask", "--class", "loss-mask",
      "--fix", "3f2a91cc", "--json", with: ["STROP_NOW": "2026-11-28T21:00:00+08:00"])
    let card = try closed.object("bug")
    #expect(card["cause"] as? String == "-1 in the mask")
    #expect(card["class"] as? String == "loss-mask")
    #expect(card["fix"] as? String == "3f2a91cc")
    #expect(card["closed"] as? String == "2026-11-28T21:00:00+08:00")
    #expect(card["tried"] as? Int == 1)

    let shown = try home.strop("bug", "show", "nan")
    #expect(
      shown.output.contains(
        """
          26 Nov 21:00  opened
          27 Nov 21:00  × learning rate too high
                          ruled out · 30 min
                          "halved it"
          28 Nov 21:00  closed after 2 days
                        cause (loss mask): -1 in the mask
                        fix: 3f2a91cc

        """))
    let stats = try home.strop("bug", "stats", "--json").json
    #expect(stats["closed"] as? Int == 1)
    #expect(stats["open"] as? Int == 0)
    #expect(stats["medianHours"] as? Double == 48)
    #expect(stats["hypothesesPerBug"] as? Double == 1)
    #expect((stats["byClass"] as? [String: Int])?["loss-mask"] == 1)
    #expect((stats["byClass"] as? [String: Int])?.count == 10)
  }

  @Test func `what is tried is practice, in one command that undo takes back`() throws {
    let home = try StropHome()
    let id = try open(home)
    let line = ["bug", "try", id, "整数溢出", "--result", "confirmed", "-d", "yesterday"]
    let checkIn = try home.strop(line + ["--json"]).object("checkin")
    #expect(checkIn["skill"] as? String == "debug")
    #expect(checkIn["day"] as? String == "2026-11-25")
    let evidence = try #require(checkIn["evidence"] as? [[String: Any]])
    #expect(evidence.map { $0["kind"] as? String } == ["bug"])
    #expect(evidence.map { $0["value"] as? String } == [id])

    let undone = try home.strop("undo")
    #expect(
      undone.output
        == "undone: hypothesis \"整数溢出\", confirmed\n  debug on Wed 25 Nov\ndo it again:  strop redo\n"
    )
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
    #expect(try home.strop("bug", "list", "--json").list("bugs").first?["tried"] as? Int == 0)
    try home.strop("redo")
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
    #expect(try home.strop("show", id).status == 0)
  }

  @Test func `opening checks in only where something was said of it`() throws {
    let home = try StropHome()
    try home.strop("bug", "open", "a")
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
    try home.strop("bug", "open", "b", "-m", "20")
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
  }

  @Test(arguments: [
    "-5% loss", "--", "- ", "--loss 走高", "-no loss", String(repeating: "长", count: 600),
  ])
  func `a symptom may begin with a dash, be Chinese, be long`(symptom: String) throws {
    let home = try StropHome()
    let words =
      symptom == "--"
      ? ["bug", "open", "--json", "--", "--"]
      : [
        "bug", "open", symptom, "--json",
      ]
    let bug = try home.strop(words).object("bug")
    #expect(bug["symptom"] as? String == symptom.trimmingCharacters(in: .whitespaces))
    let list = try home.strop("bug", "list", with: ["COLUMNS": "50"])
    #expect(list.output.split(separator: "\n").first.map { $0.count <= 50 } == true)
  }

  @Test func `the fix is a commit that is there, or one that is elsewhere`() throws {
    let home = try StropHome()
    let repository = try home.repository()
    let id = try open(home)
    let closing = ["bug", "close", id, "--cause", "x", "--class", "data", "--json", "--fix"]
    let found = try home.strop(closing + [repository.path + "@HEAD"])
    #expect(try found.object("bug")["fix"] as? String == repository.path + "@" + repository.head)
    let evidence = try #require(found.object("checkin")["evidence"] as? [[String: Any]])
    #expect(Set(evidence.map { $0["kind"] as? String }) == ["bug", "commit"])
    try home.strop("undo")
    #expect(try home.strop(closing + [repository.path + "@abcdef12"]).status == 64)
    #expect(try home.strop(closing + ["not a commit"]).status == 64)
    let elsewhere = try home.strop(closing.filter { $0 != "--json" } + ["ABCDEF12"])
    #expect(elsewhere.output.contains("fix: abcdef12\n"))
    #expect(elsewhere.output.contains("kept as typed"))
  }

  @Test func `what cannot be is refused, and records nothing`() throws {
    let home = try StropHome()
    let id = try open(home)
    _ = try open(home, "loss is flat")
    let before = try home.strop("export").output
    #expect(
      try home.strop("bug", "show", "zebra")
        == .failure(64, "strop: no bug goes by 'zebra'\nhint: strop bug list\n"))
    let ambiguous = try home.strop("bug", "show", "loss is")
    #expect(ambiguous.status == 64)
    #expect(ambiguous.errors.contains("'loss is' could be "))
    #expect(try home.strop("bug", "open", "  ").status == 64)
    #expect(try home.strop("bug", "open").status == 64)
    #expect(try home.strop("bug", "try", id, "x", "--result", "maybe").status == 64)
    #expect(try home.strop("bug", "try", id, "x", "--result", "unclear", "-m", "soon").status == 64)
    #expect(
      try home.strop("bug", "try", id, "x", "--result", "unclear", "-e", "/none").status == 64)
    #expect(try home.strop("bug", "close", id, "--cause", "", "--class", "data").status == 64)
    #expect(try home.strop("bug", "close", id, "--cause", "x", "--class", "nan").status == 64)
    #expect(try home.strop("export").output == before)
    try home.strop("bug", "close", id, "--cause", "x", "--class", "data")
    let closed = try home.strop("bug", "try", id, "x", "--result", "unclear", "--lang", "zh")
    #expect(
      closed
        == .failure(
          1,
          "strop: bug \(id.prefix(4)) 已于 2026-11-26 关闭\n提示：strop bug show \(id.prefix(4))\n"))
  }

  @Test func `lists open ones last, and only what was asked for`() throws {
    let home = try StropHome()
    #expect(try home.strop("bug") == home.strop("bug", "list"))
    let first = try open(home, "first")
    let second = try open(home, "second")
    try home.strop("bug", "close", second, "--cause", "x", "--class", "data")
    let bugs = try home.strop("bug", "list", "--json").list("bugs").map { $0["id"] as? String }
    #expect(bugs == [second, first])
    let open = try home.strop("bug", "list", "--open", "--json").list("bugs")
    #expect(open.map { $0["id"] as? String } == [first])
    let ofClass = try home.strop("bug", "list", "--class", "numerics", "--lang", "zh")
    #expect(ofClass.output.hasPrefix("没有这样的 bug。\n"))
    #expect(try home.strop("bug", "stats", "--lang", "zh").output.hasPrefix("已关闭 1 个，未解决 1 个\n"))
  }
}
