import Foundation
import Testing

struct SkipCommandTests {
  @Test func `a skip is of today and of all skills unless it says otherwise`() throws {
    let home = try StropHome()
    #expect(try home.strop("skip") == home.strop("skip", "list"))
    let added = try home.strop("skip", "add", "--reason", "出差")
    #expect(added.errors == "")
    #expect(added.output.hasSuffix(": all skills, Thu 26 Nov 2026, 1 day\n  \"出差\"\n"))
    let skips = try home.strop("skip", "list", "--json")
    #expect(skips.errors == "")
    let skip = try #require(try skips.list("skips").first)
    #expect(skip.has("id skill from to reason"))
    #expect(skip["skill"] is NSNull)
    #expect(skip["from"] as? String == "2026-11-26")
    #expect(skip["to"] as? String == "2026-11-26")
    #expect(skip["reason"] as? String == "出差")
  }

  @Test func `weekdays are the next ones, and edit and remove name a skip by its id`() throws {
    let home = try StropHome()
    let added = try home.strop(
      "skip", "add", "papers", "--from", "fri", "--to", "周日", "--json")
    let skip = try added.object("skip")
    #expect(skip["from"] as? String == "2026-11-27")
    #expect(skip["to"] as? String == "2026-11-29")
    let id = String(try #require(skip["id"] as? String).prefix(4))
    let edited = try home.strop("skip", "edit", id, "--to", "2026-12-02", "--json")
    #expect(try edited.object("skip")["to"] as? String == "2026-12-02")
    let removed = try home.strop("skip", "remove", id, "--lang", "zh")
    #expect(removed.errors == "")
    #expect(removed.output.contains(id))
    #expect(try home.strop("skip", "list", "--json").list("skips").isEmpty)
  }

  @Test func `skipped days are not owed`() throws {
    let home = try StropHome()
    try home.strop("skip", "add", "--from", "2026-11-23", "--to", "2026-11-29")
    let report = try home.strop("report", "--json").list("skills")
    #expect(report.allSatisfy { $0["sessions"] as? Int == 0 && $0["met"] is NSNull })
  }

  @Test func `days the wrong way round, and unknown skips, are refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("skip", "add", "--from", "2026-12-02", "--to", "2026-12-01")
        == .failure(
          64,
          """
          strop: 2026-12-01 is before 2026-12-02
          hint: the first day comes first: 2026-12-01, then 2026-12-02

          """))
    #expect(
      try home.strop("skip", "remove", "zzzz", "--lang", "zh")
        == .failure(64, "strop: 没有编号为“zzzz”的记录\n提示：strop skip list\n"))
    #expect(try home.strop("skip", "add", "deubg").status == 64)
    #expect(try home.strop("skip", "list", "--json").list("skips").isEmpty)
  }

  @Test func `the same days off are refused twice, with the other's id`() throws {
    let home = try StropHome()
    let first = try home.strop(
      "skip", "add", "--from", "2026-12-01", "--to", "2026-12-05", "--json")
    let id = String(try #require(first.object("skip")["id"] as? String).prefix(4))
    #expect(
      try home.strop("skip", "add", "--from", "2026-12-01", "--to", "2026-12-05", "--reason", "x")
        == .failure(1, "strop: that skip is there already, as \(id)\nhint: strop skip list\n"))
    #expect(
      try home.strop("skip", "add", "--from", "2026-12-05", "--to", "2026-12-08")
        == .failure(
          1,
          """
          strop: skip \(id) covers some of these days: Tue 1 – Sat 5 Dec 2026
          hint: strop skip edit \(id) --to 2026-12-05

          """))
    // Of one skill it is another matter.
    #expect(try home.strop("skip", "add", "papers", "--from", "2026-12-03").status == 0)
    let after = try home.strop("skip", "add", "--from", "2026-12-07", "--json").object("skip")
    let other = try #require(after["id"] as? String)
    expectCivil(try home.strop("skip", "edit", other, "--from", "2026-12-04"), 1)
    #expect(try home.strop("skip", "edit", id, "--to", "2026-12-06").status == 0)
    #expect(try home.strop("skip", "list", "--json").list("skips").count == 3)
  }

  @Test func `an empty skill goes back to all of them`() throws {
    let home = try StropHome()
    let id = try #require(
      try home.strop("skip", "add", "papers", "--json").object("skip")["id"] as? String)
    let edited = try home.strop("skip", "edit", id, "--skill", "", "--json").object("skip")
    #expect(edited["skill"] is NSNull)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "skip", english: "Days that do not count: holidays, illness", chinese: "请假：不计入的日子")
    try expectHelp("skip add", english: "Skip days, of one skill or of all", chinese: "请假，可只对一个技能")
  }
}
