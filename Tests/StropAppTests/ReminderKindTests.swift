import StropApp
import StropCore
import Testing

@Suite struct ReminderKindTests {
  /// strop with one reminder at 21:30 every day, made on Monday morning.
  private func reminded(
    _ topic: Reminder.Topic, since: String = "2026-11-23T09:00:00+08:00"
  ) throws -> StropFixture {
    let fixture = try StropFixture()
    _ = try fixture.strop(at: since).addReminder(topic, rule: "daily 21:30", channels: "stdout")
    return fixture
  }

  private func evening(_ day: Int, _ time: String = "21:37") -> String {
    "2026-11-\(day)T\(time):00+08:00"
  }

  private func practise(_ skill: String, _ fixture: StropFixture, on day: Int) async throws {
    _ = try await fixture.strop(at: evening(day, "20:00")).checkIn(CheckInRequest(skill: skill))
  }

  private func state(_ fixture: StropFixture, at now: String) throws -> Delivery.State? {
    try fixture.strop(at: now).reminderList().reminders.first?.last?.state
  }

  @Test func `by slack, it comes only on a day when the week would be missed`() async throws {
    // papers asks for 3 sessions: with none done, Friday is the first day without slack.
    let fixture = try reminded(.slack(atMost: 0, skill: "papers"))
    for day in 23...26 { #expect(try await fixture.tick(at: evening(day)) == "") }
    let friday = try await fixture.tick(at: evening(27))
    #expect(friday.hasPrefix("papers: 0 of 3 this week, due today"), "\(friday)")
    try await practise("papers", fixture, on: 28)
    #expect(try await fixture.tick(at: evening(28)) == "")
    // Sunday is too late for two more.
    #expect(try await fixture.tick(at: evening(29)) == "")
  }

  @Test func `by slack of the focus, it names the skills that are pressed`() async throws {
    let fixture = try reminded(.slack(atMost: 0, skill: nil))
    for day in 23...28 { _ = try await fixture.tick(at: evening(day)) }
    let sunday = try await fixture.tick(at: evening(29))
    #expect(!sunday.contains("papers"))
    for skill in ["debug", "reproduce", "weekend"] {
      #expect(sunday.contains("strop checkin \(skill)"), "\(sunday)")
    }
  }

  @Test func `of judgements, it comes while one whose day has come waits for its outcome`()
    async throws
  {
    let fixture = try reminded(.judgements)
    let judged = try await fixture.strop(at: evening(23, "20:00")).judge(
      "2305.18290",
      JudgementRequest(claim: "holds at 70B", probability: "70", by: "2026-11-25", rule: nil),
      WorkRequest())
    for day in 23...24 { #expect(try await fixture.tick(at: evening(day)) == "") }
    for day in 25...26 {
      let text = try await fixture.tick(at: evening(day)).replacing("\n", with: " ")
      #expect(text.contains("settle \"holds at 70B\", 70% by 25 Nov"), "\(text)")
      #expect(text.contains("strop paper resolve \(judged.shown.listed.shortID) yes|no|void"))
    }
    _ = try await fixture.strop(at: evening(27, "20:00")).resolve("70B", .no, evidence: [])
    #expect(try await fixture.tick(at: evening(27)) == "")
  }

  @Test func `of a retest, it comes once the skill has lain idle for its interval`() async throws {
    let fixture = try reminded(.retest(skill: nil))
    #expect(try await fixture.tick(at: evening(23)) == "")
    try await practise("ppo", fixture, on: 23)
    let every = try #require(
      try fixture.strop(at: evening(24)).skillList().skills.first { $0.skill.slug == "ppo" }
    ).skill.retest.days
    let monday = try #require(Day(iso: "2026-11-23"))
    let early = (monday + every).iso + "T21:37:00+08:00"
    #expect(try await fixture.tick(at: early) == "")
    let due = (monday + every + 1).iso + "T21:37:00+08:00"
    #expect(try await fixture.tick(at: due).contains("ppo: not practised for \(every + 1) days"))
  }

  @Test func `of an item, it comes until the item is done`() async throws {
    let fixture = try reminded(.item("triage-ten"))
    let told = try await fixture.tick(at: evening(23))
    #expect(told.contains("papers/triage-ten"))
    #expect(told.contains("strop item show papers/triage-ten"))
    _ = try await fixture.strop(at: evening(24, "12:00"))
      .finishItem("papers/triage-ten", ItemDoneRequest())
    #expect(try await fixture.tick(at: evening(24)) == "")
    #expect(try state(fixture, at: evening(24, "22:00")) == .suppressed)
  }

  @Test func `of one's own words, it says them, and no control character lives`() async throws {
    let fixture = try reminded(.text("renew \u{1b}[31mGPU 预约"))
    let told = try await fixture.tick(at: evening(23))
    #expect(told.contains("GPU 预约"))
    #expect(!told.contains("\u{1b}"))
  }

  @Test func `case 38: an archived or shelved skill is silent, and the list says so`() async throws
  {
    let fixture = try reminded(.skill("papers"))
    func listed(_ day: Int) throws -> ComingReminder? {
      try fixture.strop(at: evening(day, "22:00")).reminderList().reminders.first
    }
    let shelved = try fixture.strop(at: evening(23, "12:00")).shelve(["papers"])
    #expect(shelved.silencedReminders.map(\.reminder.topic) == [.skill("papers")])
    #expect(try await fixture.tick(at: evening(23)) == "")
    #expect(try state(fixture, at: evening(23, "22:00")) == .suppressed)
    #expect(try listed(23)?.silence == .shelved("papers"))
    #expect(try listed(23)?.next == [])
    #expect(try fixture.strop(at: evening(23, "22:00")).todayScreen().reminders.isEmpty)
    _ = try fixture.strop(at: evening(24, "12:00")).archive(["papers"])
    #expect(try await fixture.tick(at: evening(24)) == "")
    #expect(try listed(24)?.silence == .archived("papers"))
    _ = try fixture.strop(at: evening(25, "12:00")).focus(["papers"], sessions: nil, minutes: nil)
    #expect(try listed(25)?.silence == nil)
    #expect(try await fixture.tick(at: evening(25)).contains("papers"))
  }

  @Test func `case 58: a week that is met is silent, unless it shall always ring`() async throws {
    for always in [false, true] {
      let fixture = try StropFixture()
      _ = try fixture.strop(at: evening(23, "09:00"))
        .addReminder(.skill("debug"), rule: "daily 21:30", channels: "stdout", always: always)
      #expect(try await fixture.tick(at: evening(23)).contains("debug"))
      // The one session that debug asks for.
      try await practise("debug", fixture, on: 24)
      #expect(try await fixture.tick(at: evening(24)) == "")
      #expect(try await fixture.tick(at: evening(25)).contains("debug") == always)
      // Another week.
      #expect(try await fixture.tick(at: evening(30)).contains("debug"))
    }
  }

  @Test func `only one of a skill can be told to ring always`() throws {
    let strop = try StropFixture().strop(at: evening(23, "09:00"))
    #expect(throws: Failure.self) {
      try strop.addReminder(.report, rule: "mon 09:00", channels: "stdout", always: true)
    }
    let fixture = try reminded(.skill("papers"))
    var change = ReminderChange()
    change.always = true
    let reminded = try fixture.strop(at: evening(23, "10:00"))
    let id = try #require(try reminded.reminderList().reminders.first?.shortID)
    #expect(try reminded.editReminder(id, change).shown.coming.reminder.always)
    change.always = false
    #expect(try !reminded.editReminder(id, change).shown.coming.reminder.always)
  }

  @Test func `what several ask for stands once in today, in the order of time`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: evening(23, "07:00"))
    for (topic, rule) in [
      (Reminder.Topic.skill("papers"), "daily 21:00"), (.text("water"), "daily 12:00"),
      (.skill("papers"), "daily 09:00"), (.skill("debug"), "daily 08:00"),
    ] { _ = try strop.addReminder(topic, rule: rule, channels: "stdout") }
    let shown = try fixture.strop(at: evening(23, "22:00")).todayScreen().reminders
    #expect(shown.map(\.occurrence.time.text) == ["08:00", "12:00", "21:00"])
    #expect(try fixture.strop(at: evening(23, "22:00")).promptSegment().reminders == 3)
  }

  @Test func `a day that is skipped asks for nothing`() async throws {
    let fixture = try reminded(.skill("papers"))
    _ = try fixture.strop(at: evening(23, "12:00")).addSkip(SkipRequest(to: "wed"))
    #expect(try await fixture.tick(at: evening(24)) == "")
    #expect(try await fixture.tick(at: evening(25)) == "")
    #expect(try await fixture.tick(at: evening(26)).contains("papers"))
  }

  @Test func `nor does it for an item or a retest`() async throws {
    for topic in [
      Reminder.Topic.item("papers/triage-ten"), .retest(skill: nil),
    ] {
      let fixture = try reminded(topic)
      let past = try fixture.strop(at: evening(23, "12:00"))
      _ = try await past.checkIn(CheckInRequest(skill: "megatron", day: "2025-01-05"))
      _ = try past.addSkip(SkipRequest(from: "tue", to: "wed"))
      #expect(try await fixture.tick(at: evening(24)) == "")
      #expect(try await fixture.tick(at: evening(25)) == "")
      #expect(try await fixture.tick(at: evening(26)) != "")
    }
  }

  @Test func `what was practised after midnight, before the day begins, still counts`() async throws
  {
    let fixture = try reminded(.skill("papers"))
    _ = try await fixture.strop(at: "2026-11-24T00:30:00+08:00")
      .checkIn(CheckInRequest(skill: "papers"))
    #expect(try await fixture.tick(at: "2026-11-24T00:37:00+08:00") == "")
  }
}
