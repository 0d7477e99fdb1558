import Testing

struct RemoveCommandTests {
  @Test func `a removed check-in leaves every count, and undo brings it back`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers", "-m", "45")
    let removed = try home.strop("remove", String(id.prefix(4)))
    #expect(removed.errors == "")
    #expect(removed.output.hasPrefix("removed \(id.prefix(4)): papers  45 min on Thu 26 Nov"))
    #expect(removed.output.hasSuffix("bring it back:  strop undo\n"))
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
    #expect(try home.strop("undo").status == 0)
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
  }

  @Test func `JSON is the check-in as it was`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers", "-m", "45", "-e", "https://example.com")
    let removed = try home.strop("remove", id, "--json")
    #expect(removed.errors == "")
    let checkIn = try removed.object("checkin")
    #expect(checkIn.has("id skill item day at minutes note evidence"))
    #expect(checkIn["id"] as? String == id)
    #expect((checkIn["evidence"] as? [Any])?.count == 1)
  }

  @Test func `what is gone or was never there is refused, in both languages`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers")
    let chinese = try home.strop("remove", id, "--lang", "zh")
    #expect(chinese.status == 0)
    #expect(chinese.output.hasPrefix("已删除 "), "\(chinese.output)")
    #expect(
      try home.strop("remove", id)
        == .failure(64, "strop: nothing goes by the id '\(id)'\nhint: strop log\n"))
    #expect(try home.strop("remove").status == 64)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "remove", english: "Take a check-in, or a logbook's record, out of every count",
      chinese: "删掉一次打卡或一条日志簿记录")
  }

  @Test func `what a logbook holds is removed too, a judgement is not`() throws {
    let home = try StropHome()
    let bug = try home.strop("bug", "open", "loss is NaN", "--json").object("bug")
    let id = try #require(bug["id"] as? String)
    let tried = try home.strop("bug", "try", id, "lr", "--result", "unclear", "--json")
    let step = try #require((tried.object("bug")["hypotheses"] as? [[String: Any]])?.first)
    let hypothesis = try #require(step["id"] as? String)
    let removed = try home.strop("remove", hypothesis)
    #expect(
      removed.output
        == "removed \(hypothesis.prefix(4)): hypothesis \"lr\", unclear\nbring it back:  strop undo\n"
    )
    #expect(try home.strop("bug", "list", "--json").list("bugs").first?["tried"] as? Int == 0)
    // The practice that it was stays.
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
    #expect(
      try home.strop("remove", id, "--json").object("bug")["symptom"] as? String == "loss is NaN")
    #expect(try home.strop("bug", "list", "--json").list("bugs").isEmpty)
    #expect(try home.strop("remove", id).status == 64)
    try home.strop("undo")
    #expect(try home.strop("bug", "list", "--json").list("bugs").count == 1)
    try home.strop("paper", "read", "2305.18290")
    #expect(try home.strop("remove", "2305.18290").output.hasPrefix("removed 2305.18290: paper "))
    let line = [
      "paper", "judge", "2305.18290", "holds", "--p", "70", "--by", "2026-12-31", "--json",
    ]
    let judgement = try #require(try home.strop(line).object("judgement")["id"] as? String)
    #expect(
      try home.strop("remove", judgement)
        == .failure(
          1,
          """
          strop: that is a judgement, which has a command of its own
          hint: strop paper resolve \(judgement.prefix(4)) void

          """))
  }
}
