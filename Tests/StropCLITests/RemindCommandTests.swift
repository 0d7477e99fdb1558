import Foundation
import Testing

struct RemindCommandTests {
  private let later = ["STROP_NOW": "2026-11-26T21:40:00+08:00"]

  @Test func `one is added, listed with when it comes next, and removed`() throws {
    let home = try StropHome()
    let added = try home.strop("remind", "add", "papers", "--at", "每天 21:30", "--via", "stdout")
    #expect(added.errors == "")
    #expect(
      added.output.contains(
        "papers · daily 21:30 · stdout\n  next  Thu 26 Nov 21:30 (Asia/Shanghai)\n        Fri 27"))
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

  @Test func `each kind is added, shown and logged`() throws {
    let home = try StropHome()
    let kinds = [
      ["debug", "--when-slack", "1"], ["--when-slack", "0"], ["--retest"], ["ppo", "--retest"],
      ["--item", "triage-ten"], ["--text", "续 GPU 预约 ☃"], ["--report"],
    ]
    for kind in kinds {
      let added = try home.start(["remind", "add"] + kind + ["--at", "daily 21:30", "--json"]).end()
      #expect(added.status == 0, "\(added.errors)")
      let reminder = try added.object("reminder")
      let id = try #require(reminder["id"] as? String)
      #expect((reminder["upcoming"] as? [String])?.count == 3)
      let shown = try home.strop("remind", "show", id)
      #expect(shown.output.contains("daily 21:30"), "\(shown)")
      #expect(try home.strop("remind", "log", id).output.contains("Nothing has been delivered"))
    }
    try home.strop("remind", "deliver", with: later)
    let log = try home.strop("remind", "log", "--json", with: later).list("deliveries")
    #expect(log.allSatisfy { $0.has("reminder occurrence channel state attempts at detail") })
    #expect(log.count == kinds.count)
    #expect(try home.strop("remind", "log", with: later).output.contains("续 GPU 预约 ☃"))
  }

  @Test func `a reminder is about one thing`() throws {
    let home = try StropHome()
    for arguments in [
      [], ["papers", "--report"], ["--report", "--retest"], ["papers", "--text", "x"],
      ["--item", "triage-ten", "--when-slack", "0"],
    ] {
      let refused = try home.start(["remind", "add", "--at", "daily 21:30"] + arguments).end()
      #expect(refused.status == 64, "\(arguments)")
    }
    let refused = try home.strop("remind", "add", "--when-slack", "7", "--at", "daily 21:30")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("0 to 6"))
  }

  @Test func `edit and snooze change what comes next, and undo takes them back`() throws {
    let home = try StropHome()
    let added = try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--json")
    let id = try #require(try added.object("reminder")["id"] as? String)
    func next() throws -> String? {
      try home.strop("remind", "list", "--json").list("reminders").first?["next"] as? String
    }
    let edited = try home.strop("remind", "edit", id, "--at", "first sat 10:00")
    #expect(edited.output.contains("Sat 5 Dec 2026 10:00") || edited.output.contains("5 Dec"))
    #expect(try next() == "2026-12-05T10:00")
    let snoozed = try home.strop("remind", "snooze", id, "--until", "明天 09:00")
    #expect(snoozed.status == 0, "\(snoozed.errors)")
    #expect(try next() == "2026-11-27T09:00")
    try home.strop("undo")
    #expect(try next() == "2026-12-05T10:00")
    try home.strop("undo")
    #expect(try next() == "2026-11-26T21:30")
    #expect(try home.strop("remind", "snooze", id, "--until", "昨天 09:00").status == 64)
    #expect(try home.strop("remind", "edit", id).status == 64)
    #expect(try home.strop("remind", "edit", id, "--text", "x").status == 64)
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
    #expect(failed.errors.hasPrefix("strop: not delivered, tried again later: stdout"))
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

  @Test func `channels lists the nine, each with what it lacks and the line to type`() throws {
    let home = try StropHome()
    let channels = try home.strop("remind", "channels", "--json").list("channels")
    #expect(channels.allSatisfy { $0.has("name state missing fix") })
    #expect(
      channels.compactMap { $0["name"] as? String } == [
        "stdout", "notify-send", "mail", "ntfy", "slack", "feishu", "dingtalk", "wecom", "command",
      ])
    let feishu = try #require(channels.first { $0["name"] as? String == "feishu" })
    #expect(feishu["state"] as? String == "missing")
    #expect(feishu["fix"] as? String == "strop config set feishu.url --secret")
    let chinese = try home.strop("remind", "channels", "--lang", "zh").output
    for name in ["桌面", "邮件", "飞书", "钉钉", "企业微信"] { #expect(chinese.contains(name)) }
  }

  @Test func `a channel that is not ready is refused with the line that makes it so`() throws {
    let home = try StropHome()
    let refused = try home.strop("remind", "add", "papers", "--at", "每晚 21:30", "--via", "飞书")
    #expect(
      refused
        == .failure(
          78,
          """
          strop: feishu cannot send yet: feishu.url is not set
          hint: strop config set feishu.url --secret

          """))
    _ = try home.start(
      ["config", "set", "feishu.url", "--secret"], input: .text("https://example.com/hook/0123\n")
    ).end()
    let added = try home.strop(
      "remind", "add", "papers", "--at", "每晚 21:30", "--via", "飞书、stdout", "--json")
    #expect(try added.object("reminder")["channels"] as? [String] == ["feishu", "stdout"])
    let id = try #require(try added.object("reminder")["id"] as? String)
    #expect(try home.strop("remind", "edit", id, "--via", "钉钉").status == 78)
    chmod(home.database.deletingLastPathComponent().appending(path: "secrets").path, 0o644)
    #expect(
      try home.strop("remind", "add", "debug", "--at", "mon 9:00", "--via", "lark").status == 78)
    #expect(try home.strop("remind", "channels").status == 78)
  }

  @Test func `adding one tells the next three dates, with the year where it is another`() throws {
    let home = try StropHome()
    let added = try home.strop(
      "remind", "add", "papers", "--at", "每月最后一天 20:00",
      with: ["STROP_NOW": "2026-11-30T21:00:00+08:00"])
    #expect(
      added.output.contains(
        "next  Thu 31 Dec 20:00 (Asia/Shanghai)\n        Sun 31 Jan 2027 20:00\n        Sun 28 Feb 2027 20:00"
      ),
      "\(added.output)")
    for rule in [
      "2026-02-30 9:00", "yesterday 9:00",
      "DTSTART:20260101T090000 RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ] {
      #expect(try home.strop("remind", "add", "debug", "--at", rule).status == 64)
    }
  }

  @Test func `where cron throws away what is printed, adding one says so, and the list`() throws {
    let home = try StropHome()
    let lost = "stdout: cron here throws away what is printed; `strop today` shows it"
    #expect(try home.strop("remind", "add", "papers", "--at", "daily 21:30").output.contains(lost))
    #expect(try home.strop("remind", "list").output.contains(lost))
    try FileManager.default.createDirectory(
      atPath: home.path(".local/bin"), withIntermediateDirectories: true)
    try home.writeProgram("#!/bin/sh\ncat >/dev/null\n", to: ".local/bin/sendmail")
    #expect(try !home.strop("remind", "list").output.contains(lost))
  }
}
