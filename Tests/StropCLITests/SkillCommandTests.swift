import Foundation
import Testing

struct SkillCommandTests {
  @Test func `the list is of all 16, the focus first`() throws {
    let home = try StropHome()
    #expect(try home.strop("skill") == home.strop("skill", "list"))
    let list = try home.strop("skill", "list", "--json")
    #expect(list.errors == "")
    #expect(try list.json["curriculum"] as? Int == 3)
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
    #expect(
      try home.strop("skill", "focus", "--sessions", "3", "--lang", "zh")
        == .failure(
          64,
          "strop: --sessions 和 --minutes 要写明是哪些技能的\n提示：strop skill focus dpo --sessions 2\n"))
    #expect(try home.strop("skill", "focus", "dpo", "--sessions", "0").status == 64)
    #expect(try home.strop("skill", "focus", "--sessions", "2").status == 64)
    #expect(try home.strop("skill", "shelve").status == 64)
    #expect(try home.strop("undo").status == 1)
  }

  @Test func `an own skill is added on the shelf, focused, and archived`() throws {
    let home = try StropHome()
    let added = try home.strop(
      "skill", "add", "my-cuda", "CUDA kernels", "--sessions", "2", "--minutes", "1h30")
    #expect(added.errors == "")
    #expect(added.lines().first?.hasPrefix("added: my-cuda  CUDA kernels  ") == true)
    func skill() throws -> [String: Any] {
      let all = try home.strop("skill", "list", "--json").list("skills")
      return try #require(all.last)
    }
    #expect(try skill()["state"] as? String == "shelved")
    #expect(try skill()["sessions"] as? Int == 2)
    try home.strop("skill", "focus", "my-cuda")
    let today = try home.strop("today", "--json").list("skills")
    #expect(today.contains { $0["slug"] as? String == "my-cuda" })
    try home.strop("checkin", "cuda", "-m", "30")
    try home.strop("skill", "archive", "my-cuda")
    #expect(try skill()["state"] as? String == "archived")
    // Never retested, however long ago.
    let later = try home.strop("today", "--json", with: ["STROP_NOW": "2027-06-01T12:00:00+08:00"])
    #expect(try later.json["retest"] is NSNull)
    try home.strop("skill", "shelve", "my-cuda")
    #expect(try skill()["state"] as? String == "shelved")
    for (slug, title) in [
      ("cuda", "x"), ("my-cuda", "x"), ("my-", "x"), ("my-b", ""), ("my-B c", "x"), ("my-界", "x"),
    ] {
      #expect([1, 64].contains(try home.strop("skill", "add", slug, title).status), "\(slug)")
    }
  }

  @Test func `an archived skill is found last by name`() throws {
    let home = try StropHome()
    try home.strop("skill", "archive", "papers")
    let other = try home.strop("skill", "show", "p", "--json")
    #expect(other.errors.contains("ppo") && !other.errors.contains("papers"), "\(other)")
    #expect(
      try home.strop("skill", "show", "pape", "--json").object("skill")["state"] as? String
        == "archived")
    let today = try home.strop("today", "--json").list("skills")
    #expect(!today.contains { $0["slug"] as? String == "papers" })
    let items = try home.strop("item", "list", "--json").list("items")
    #expect(!items.contains { $0["skill"] as? String == "papers" })
    try home.strop("skill", "focus", "papers")
    #expect(
      try home.strop("skill", "show", "papers", "--json").object("skill")["state"] as? String
        == "focus")
  }

  @Test func `a shipped skill's title and retest can be changed, and are as shipped again`() throws
  {
    let home = try StropHome()
    func skill() throws -> [String: Any] {
      try home.strop("skill", "show", "ppo", "--json").object("skill")
    }
    let before = try skill()
    try home.strop("skill", "edit", "ppo", "--title", "RL", "--retest", "30")
    #expect(try skill()["title"] as? String == "RL")
    #expect((try skill()["retest"] as? [String: Any])?["days"] as? Int == 30)
    try home.strop("skill", "edit", "ppo", "--title", "")
    #expect(try skill()["title"] as? String == before["title"] as? String)
    #expect(try home.strop("skill", "edit", "ppo").status == 64)
    #expect(try home.strop("skill", "edit", "ppo", "--retest", "0").status == 64)
    try home.strop("undo")
    try home.strop("undo")
    #expect(NSDictionary(dictionary: try skill()) == NSDictionary(dictionary: before))
  }

  @Test func `what is shelved or archived already is said to be`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("skill", "shelve", "dpo", "ppo")
        == .failure(1, "strop: dpo, ppo: not in the focus\nhint: strop skill list\n"))
    #expect(try home.strop("skill", "shelve", "dpo", "papers").status == 0)
    #expect(try home.strop("skill", "archive", "dpo").status == 0)
    #expect(
      try home.strop("skill", "archive", "dpo", "--lang", "zh")
        == .failure(1, "strop: dpo 已经归档了\n提示：strop skill list\n"))
    #expect(try home.strop("skill", "shelve", "dpo").status == 0)
  }

  @Test func `an own skill without practice is removed, with its items and reminders`() throws {
    let home = try StropHome()
    try home.strop("skill", "add", "my-cuda", "CUDA kernels", "--sessions", "2")
    try home.strop("item", "add", "my-cuda/softmax", "Fuse a softmax", "--done-when", "fast")
    try home.strop("remind", "add", "my-cuda", "--at", "daily 21:30")
    try home.strop("skill", "focus", "my-cuda")
    let before = try ["skill list", "item list", "remind list", "today"].map {
      try home.start($0.split(separator: " ").map(String.init) + ["--json"]).end()
    }
    #expect(
      try home.strop("skill", "remove", "cuda")
        == .success("removed: my-cuda, with 1 item and 1 reminder\nbring it back:  strop undo\n"))
    for command in ["skill list", "item list", "remind list", "today"] {
      let shown = try home.start(command.split(separator: " ").map(String.init)).end()
      #expect(!shown.output.contains("my-cuda"), "\(shown.output)")
    }
    #expect(try home.strop("undo").lines().first == "undone: removal of my-cuda, CUDA kernels")
    let after = try ["skill list", "item list", "remind list", "today"].map {
      try home.start($0.split(separator: " ").map(String.init) + ["--json"]).end()
    }
    #expect(after == before)
    try home.strop("skill", "remove", "my-cuda")
    try home.strop("skill", "add", "my-cuda", "Anew")
    let anew = try home.strop("skill", "list", "--json").list("skills").last
    #expect(anew?["title"] as? String == "Anew")
    #expect(anew?["state"] as? String == "shelved")
    #expect((anew?["items"] as? [String: Int])?["total"] == 0)
    try home.strop("checkin", "my-cuda")
    #expect(
      try home.strop("skill", "remove", "my-cuda")
        == .failure(
          1,
          "strop: my-cuda was practised: its history keeps it\nhint: strop skill archive my-cuda\n")
    )
    #expect(try home.strop("skill", "remove", "papers").status == 1)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("skill", english: "The skills, and which of them count", chinese: "技能，以及主攻哪几个")
    try expectHelp(
      "skill focus", english: "Put skills into the focus from this week", chinese: "从本周起主攻这些技能")
  }
}
