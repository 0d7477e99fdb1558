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
    try expectHelp("remove", english: "Take a check-in out of every count", chinese: "删掉一次打卡")
  }
}
