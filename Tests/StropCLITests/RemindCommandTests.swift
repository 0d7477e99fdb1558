import Foundation
import Testing

struct RemindCommandTests {
  private let later = ["STROP_NOW": "2026-11-26T21:40:00+08:00"]

  @Test func `one is added, listed with when it comes next, and removed`() throws {
    let home = try StropHome()
    let added = try home.strop("remind", "add", "papers", "--at", "每天 21:30", "--via", "stdout")
    #expect(added.errors == "")
    #expect(added.output.contains("papers · daily 21:30 · stdout · next Thu 26 Nov 21:30"))
    try home.strop("remind", "add", "--report", "--at", "mon 09:00")
    #expect(try home.strop("remind") == home.strop("remind", "list"))
    let list = try home.strop("remind", "list", "--json")
    #expect(list.errors == "")
    let reminders = try list.list("reminders")
    #expect(
      reminders.allSatisfy { $0.has("id kind skill rule channels device next last") })
    let next = Set(reminders.compactMap { $0["next"] as? String })
    #expect(next == ["2026-11-26T21:30", "2026-11-30T09:00"])
    let papers = try #require(reminders.first { $0["skill"] as? String == "papers" })
    let id = try #require(papers["id"] as? String)
    let removed = try home.strop("remind", "remove", id, "--lang", "zh")
    #expect(removed.status == 0)
    #expect(removed.output.contains("papers"))
    #expect(try home.strop("remind", "--json").list("reminders").count == 1)
  }

  @Test func `what is due is printed once, and nothing due is zero bytes`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    #expect(try home.strop("remind", "deliver") == .success(""))
    let delivered = try home.strop("remind", "deliver", with: later)
    #expect(delivered.status == 0)
    #expect(delivered.errors == "")
    #expect(delivered.output.hasPrefix("papers: 0 of 3 this week"), "\(delivered.output)")
    #expect(try home.strop("remind", "deliver", with: later) == .success(""))
    let last = try home.strop("remind", "list", "--json", with: later).list("reminders").first?[
      "last"]
    let delivery = try #require(last as? [String: Any])
    #expect(delivery.has("occurrence channel state"))
    #expect(delivery["state"] as? String == "sent")
  }

  @Test func `a skill practised that day is left in peace`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    try home.strop("checkin", "papers")
    #expect(try home.strop("remind", "deliver", with: later) == .success(""))
  }

  @Test func `four ticks at once deliver once`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    let ticks = try (0..<4).map { _ in try home.start(["remind", "deliver"], with: later) }
    let outcomes = ticks.map { $0.end() }
    #expect(outcomes.allSatisfy { $0.status == 0 && $0.errors == "" }, "\(outcomes)")
    #expect(outcomes.filter { $0.output != "" }.count == 1)
  }

  @Test func `a tick that cannot print says so and tries again`() throws {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    let failed = try home.strop("remind", "deliver", with: later, output: .file("/dev/full"))
    #expect(failed.status == 75)
    #expect(failed.errors.hasPrefix("strop: not delivered, tried again at the next tick: stdout"))
    let again = try home.strop(
      "remind", "deliver", with: ["STROP_NOW": "2026-11-26T22:40:00+08:00"])
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("papers: 0 of 3 this week"))
  }

  @Test func `rules, channels and skills that are none are refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("remind", "add", "papers", "--at", "whenever")
        == .failure(
          64,
          """
          strop: 'whenever' is not a rule
          hint: try "daily 21:30", "weekdays 08:45", "sat,sun 10:00" or "mon 09:00"

          """))
    #expect(
      try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "pigeon").status
        == 64)
    #expect(try home.strop("remind", "add", "papers").status == 64)
    #expect(try home.strop("remind", "add", "--at", "daily 21:30").status == 64)
    try home.strop("remind", "add", "papers", "--at", "daily 21:30")
    let twice = try home.strop("remind", "add", "papers", "--at", "每天 21:30", "--lang", "zh")
    #expect(twice.status == 1)
    #expect(twice.errors.hasPrefix("strop: 已经有这个提醒了，编号 "))
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "remind", english: "Reminders to practise, and of the weekly report", chinese: "练习提醒和周报提醒")
    try expectHelp(
      "remind deliver", english: "Deliver what is due: cron calls this",
      chinese: "送出到期的提醒：由 cron 调用"
    )
  }
}
