import Foundation
import Testing

struct SkillCommandTests {
  @Test func `the list is of all 16, the focus first`() throws {
    let home = try StropHome()
    #expect(try home.strop("skill") == home.strop("skill", "list"))
    let list = try home.strop("skill", "list", "--json")
    #expect(list.errors == "")
    #expect(try list.json["curriculum"] as? Int == 1)
    let skills = try list.list("skills")
    #expect(skills.count == 16)
    #expect(skills.allSatisfy { $0.has("slug title state sessions minutes items") })
    #expect(
      skills.filter { $0["state"] as? String == "focus" }.map { $0["slug"] as? String }
        == ["papers", "reproduce", "debug", "weekend"])
    let items = try #require(skills.first?["items"] as? [String: Any])
    #expect(items.has("total done"))
    #expect(try home.strop("skill", "--lang", "zh").output.contains("鉴别论文价值"))
  }

  @Test func `show explains each number`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45")
    let card = try home.strop("skill", "show", "pap")
    #expect(card.status == 0)
    #expect(card.errors == "")
    #expect(card.output.contains("owed     2 = 3 asked − 1 done"), "\(card.output)")
    let json = try home.strop("skill", "show", "papers", "--json").object("skill")
    #expect(json.has("slug title state sessions minutes items asked done owed slack streak"))
    #expect(json["owed"] as? Int == 2)
    #expect(
      try home.strop("skill", "show", "r")
        == .failure(
          64, "strop: 'r' could be reproduce, reward-model\nhint: type a little more of it\n"))
  }

  @Test func `focus and shelve change this week's plan, and undo takes it back`() throws {
    let home = try StropHome()
    let before = try home.strop("skill", "list", "--json")
    let focused = try home.strop("skill", "focus", "dpo", "--sessions", "2", "--minutes", "2h")
    #expect(focused.errors == "")
    #expect(focused.output.hasPrefix("In the focus from this week: dpo.\n"))
    #expect(focused.output.contains("8.5 hours a week"))
    let shelved = try home.strop("skill", "shelve", "weekend", "--json")
    let skills = try shelved.list("skills")
    let dpo = try #require(skills.first { $0["slug"] as? String == "dpo" })
    #expect(dpo["state"] as? String == "focus")
    #expect(dpo["sessions"] as? Int == 2)
    #expect(dpo["minutes"] as? Int == 120)
    try home.strop("undo")
    try home.strop("undo")
    #expect(try home.strop("skill", "list", "--json") == before)
  }

  @Test func `a plan outside its range, and a plan for nobody, are refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("skill", "focus", "dpo", "--sessions", "8")
        .errors.hasPrefix("strop: '8' will not do as a number here\n"))
    #expect(try home.strop("skill", "focus", "dpo", "--sessions", "0").status == 64)
    #expect(try home.strop("skill", "focus", "--sessions", "2").status == 64)
    #expect(try home.strop("skill", "shelve").status == 64)
    #expect(try home.strop("undo").status == 1)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("skill", english: "The skills, and which of them count", chinese: "技能，以及主攻哪几个")
    try expectHelp(
      "skill focus", english: "Put skills into the focus from this week", chinese: "从本周起主攻这些技能")
  }
}
