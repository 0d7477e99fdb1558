import Foundation
import Testing

struct EditCommandTests {
  @Test func `what is given changes, what is not stays, an empty note clears`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers", "-m", "45", "-n", "first")
    let edited = try home.strop("edit", id, "-m", "1h", "--json")
    #expect(edited.errors == "")
    let checkIn = try edited.object("checkin")
    #expect(checkIn.has("id skill item day at minutes note evidence"))
    #expect(checkIn["minutes"] as? Int == 60)
    #expect(checkIn["note"] as? String == "first")
    let cleared = try home.strop("edit", id, "-n", "", "--json").object("checkin")
    #expect(cleared["note"] is NSNull)
    #expect(cleared["minutes"] as? Int == 60)
  }

  @Test func `the beginning of an id is enough, and the receipt names it`() throws {
    let home = try StropHome()
    let id = String(try home.checkIn("papers").prefix(4))
    let english = try home.strop("edit", id.uppercased(), "-d", "yesterday", "--skill", "debug")
    #expect(english.errors == "")
    #expect(english.output.hasPrefix("edited \(id): debug  on Wed 25 Nov"), "\(english.output)")
    let chinese = try home.strop("edit", id, "-m", "30", "--lang", "zh")
    #expect(chinese.output.hasPrefix("已修改 \(id)："), "\(chinese.output)")
  }

  @Test func `what names nothing or changes nothing is refused`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers", "-m", "45")
    #expect(
      try home.strop("edit", "zzzz", "-m", "5")
        == .failure(64, "strop: nothing goes by the id 'zzzz'\nhint: strop log\n"))
    #expect(
      try home.strop("edit", "no-id!", "-m", "5", "--lang", "zh")
        == .failure(64, "strop: “no-id!”不是编号\n提示：strop log\n"))
    #expect(
      try home.strop("edit", id)
        == .failure(
          64, "strop: nothing to change was given\nhint: strop edit ID -m 30 -n \"…\"\n"))
    #expect(try home.strop("edit", id, "-d", "2026-11-27").status == 64)
    let kept = try #require(try home.strop("log", "--json").list("checkins").first)
    #expect(kept["minutes"] as? Int == 45)
    #expect(kept["day"] as? String == "2026-11-26")
  }

  @Test func `evidence takes the place of what was attached, and an empty one takes it off`()
    throws
  {
    let home = try StropHome()
    let id = try home.checkIn(
      "papers", "-e", "https://example.com/a", "-e", "https://example.com/a", "-e", "2305.18290")
    func evidence(_ checkIn: [String: Any]) -> [String] {
      (checkIn["evidence"] as? [[String: Any]] ?? []).compactMap { $0["value"] as? String }
    }
    func edit(_ arguments: String...) throws -> [String] {
      evidence(try home.start(["edit", id, "--json"] + arguments).end().object("checkin"))
    }
    #expect(try edit("-m", "5").sorted() == ["2305.18290", "https://example.com/a"])
    #expect(
      try edit("-e", "https://example.com/b", "-e", "2305.18290").sorted()
        == ["2305.18290", "https://example.com/b"])
    #expect(try edit("-e", "") == [])
    #expect(try evidence(#require(home.strop("log", "--json").list("checkins").first)) == [])
    #expect(
      try home.strop("report", "--json").list("skills").first?["evidence"] as? [String: Int]
        == ["claimed": 1, "evidenced": 0, "verified": 0])
    // What was taken off comes back with undo, whole.
    #expect(try home.strop("undo").output.hasPrefix("undone: removal of evidence "))
    #expect(try evidence(#require(home.strop("log", "--json").list("checkins").first)).count == 2)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("edit", english: "Change a check-in", chinese: "修改一次打卡")
  }
}
