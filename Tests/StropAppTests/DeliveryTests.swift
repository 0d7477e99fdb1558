import Foundation
import StropApp
import StropCore
import Testing

@Suite struct DeliveryTests {
  private func reminded(
    _ rule: String = "daily 21:30", _ topic: Reminder.Topic = .skill("papers"),
    since: String = "2026-11-23T20:00:00+08:00"
  ) throws -> StropFixture {
    let fixture = try StropFixture()
    _ = try fixture.strop(at: since).addReminder(topic, rule: rule, channels: "stdout")
    return fixture
  }

  private func id(_ fixture: StropFixture, at now: String) throws -> String {
    try #require(try fixture.strop(at: now).reminderList().reminders.first?.shortID)
  }

  private func states(_ fixture: StropFixture, at now: String) throws -> [String] {
    try fixture.strop(at: now).deliveryLog(of: nil, limit: 9_999).deliveries
      .map { $0.delivery.occurrence.text + " " + $0.delivery.state.rawValue }.sorted()
  }

  private struct Broken: Error {}

  private func brokenTick(_ fixture: StropFixture, at now: String) async throws {
    await #expect(throws: Failure.self) {
      try await fixture.strop(at: now).tick { _ in throw Broken() }
    }
  }

  @Test func `case 25: asleep for three days, one message names the two missed`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    let told = try await fixture.tick(at: "2026-11-26T23:00:00+08:00")
    #expect(
      told.hasPrefix("papers: 0 of 3 this week, slack 1 (2 earlier reminders did not reach"),
      "\(told)")
    #expect(told.components(separatedBy: "strop checkin papers").count == 2)
    #expect(
      try states(fixture, at: "2026-11-26T23:10:00+08:00") == [
        "2026-11-23T21:30 sent", "2026-11-24T21:30 missed", "2026-11-25T21:30 missed",
        "2026-11-26T21:30 sent",
      ])
    let next = try await fixture.tick(at: "2026-11-27T21:37:00+08:00")
    #expect(!next.contains("did not reach"))
  }

  @Test func `case 26: past its grace it is missed, and shown at the next run`() async throws {
    let fixture = try reminded()
    #expect(try await fixture.tick(at: "2026-11-24T01:31:00+08:00") == "")
    let strop = try fixture.strop(at: "2026-11-24T08:00:00+08:00")
    #expect(try strop.notices().undelivered?.count == 1)
    #expect(try strop.todayScreen().notices.undelivered?.newest.state == .missed)
    strop.markUndeliveredSeen()
    #expect(try strop.notices().undelivered == nil)
  }

  @Test func `case 35: quiet 22:00 to 08:00 across midnight, it comes at 08:00`() async throws {
    let fixture = try reminded("daily 23:00")
    _ = try fixture.strop(at: "2026-11-23T20:00:00+08:00").configure("quiet", "22:00-08:00")
    for time in ["23:07", "23:59"] {
      #expect(try await fixture.tick(at: "2026-11-23T\(time):00+08:00") == "")
    }
    #expect(try await fixture.tick(at: "2026-11-24T07:52:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-24T08:07:00+08:00").contains("papers"))
    #expect(try await fixture.tick(at: "2026-11-24T08:22:00+08:00") == "")
  }

  @Test func `case 36: snoozed into quiet hours, it comes at 08:00`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    let strop = try fixture.strop(at: "2026-11-23T21:40:00+08:00")
    _ = try strop.configure("quiet", "22:00-08:00")
    _ = try strop.snoozeReminder(try id(fixture, at: "2026-11-23T21:40:00+08:00"), until: "23:00")
    #expect(try await fixture.tick(at: "2026-11-23T23:07:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-24T08:07:00+08:00").contains("papers"))
    #expect(try await fixture.tick(at: "2026-11-24T21:37:00+08:00").contains("papers"))
  }

  @Test func `snoozed, it is silent until then, and leaves today`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    let strop = try fixture.strop(at: "2026-11-23T21:40:00+08:00")
    #expect(try strop.todayScreen().reminders.count == 1)
    _ = try strop.snoozeReminder(try id(fixture, at: "2026-11-23T21:40:00+08:00"), until: "30m")
    #expect(try strop.todayScreen().reminders.isEmpty)
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-23T22:22:00+08:00").contains("papers"))
    #expect(try await fixture.tick(at: "2026-11-23T22:37:00+08:00") == "")
  }

  @Test func `case 37: edited after firing, the new time fires, the old does not`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    var change = ReminderChange()
    change.rule = "daily 22:00"
    _ = try fixture.strop(at: "2026-11-23T21:40:00+08:00")
      .editReminder(try id(fixture, at: "2026-11-23T21:40:00+08:00"), change)
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-23T22:07:00+08:00").contains("papers"))
    #expect(try await fixture.tick(at: "2026-11-24T21:37:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-24T22:07:00+08:00").contains("papers"))
  }

  @Test func `another channel starts anew: what fired before is not told again`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    try fixture.install("notify-send", "true")
    let desktop = try StropFixture(
      ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"], home: fixture)
    var change = ReminderChange()
    change.channels = "桌面"
    let strop = try desktop.strop(at: "2026-11-23T21:40:00+08:00")
    let id = try id(fixture, at: "2026-11-23T21:40:00+08:00")
    _ = try strop.editReminder(id, change)
    change.channels = "stdout"
    _ = try strop.editReminder(id, change)
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
  }

  @Test func `what failed is tried again at 15, 45, 105 and 225 minutes, and then no more`()
    async throws
  {
    let fixture = try reminded()
    for time in ["21:30", "21:45", "22:15", "23:15"] {
      try await brokenTick(fixture, at: "2026-11-23T\(time):00+08:00")
    }
    for time in ["2026-11-23T23:30", "2026-11-24T00:30", "2026-11-24T01:00"] {
      #expect(try await fixture.tick(at: time + ":00+08:00") == "")
    }
    try await brokenTick(fixture, at: "2026-11-24T01:15:00+08:00")
    #expect(try await fixture.tick(at: "2026-11-24T01:30:00+08:00") == "")
    let newest = try fixture.strop(at: "2026-11-24T09:00:00+08:00").notices().undelivered?.newest
    #expect(newest?.state == .missed)
    #expect(newest?.attempts == 5)
    #expect(newest?.detail == "standard output cannot be written")
    let log = try fixture.strop(at: "2026-11-24T09:00:00+08:00").deliveryLog(of: nil, limit: 9)
    #expect(
      log.deliveries.map { $0.tries.map(\.began.text) } == [
        [
          "2026-11-23T21:30", "2026-11-23T21:45", "2026-11-23T22:15", "2026-11-23T23:15",
          "2026-11-24T01:15",
        ]
      ])
  }

  @Test func `case 57: failed at night, asleep until noon, it is missed and told once`()
    async throws
  {
    let fixture = try reminded()
    try await brokenTick(fixture, at: "2026-11-23T21:37:00+08:00")
    #expect(try await fixture.tick(at: "2026-11-24T12:07:00+08:00") == "")
    #expect(try states(fixture, at: "2026-11-24T12:10:00+08:00") == ["2026-11-23T21:30 missed"])
    let noon = try fixture.strop(at: "2026-11-24T12:10:00+08:00")
    let newest = try #require(try noon.notices().undelivered)
    #expect(newest.count == 1)
    #expect(newest.newest.detail == "standard output cannot be written")
    noon.markUndeliveredSeen()
    #expect(try await fixture.tick(at: "2026-11-24T12:22:00+08:00") == "")
    #expect(try fixture.strop(at: "2026-11-24T12:30:00+08:00").notices().undelivered == nil)
  }

  @Test func `case 61: 78 missed occurrences are 78`() async throws {
    let fixture = try reminded("daily 21:30", .text("renew the GPUs"))
    #expect(try await fixture.tick(at: "2027-02-09T12:00:00+08:00") == "")
    let strop = try fixture.strop(at: "2027-02-09T12:10:00+08:00")
    #expect(try strop.notices().undelivered?.count == 78)
    #expect(try strop.deliveryLog(of: nil, limit: 999).deliveries.count == 78)
    let told = try await fixture.tick(at: "2027-02-09T21:37:00+08:00")
    #expect(told.hasPrefix("renew the GPUs (78 earlier reminders did not reach you)"), "\(told)")
  }

  @Test func `what waits is dropped where the reminder is changed or removed`() async throws {
    for isRemoved in [false, true] {
      let fixture = try reminded()
      try await brokenTick(fixture, at: "2026-11-23T21:37:00+08:00")
      let id = try id(fixture, at: "2026-11-23T21:40:00+08:00")
      let strop = try fixture.strop(at: "2026-11-23T21:40:00+08:00")
      if isRemoved {
        _ = try strop.removeReminder(id)
      } else {
        var change = ReminderChange()
        change.rule = "daily 20:00"
        _ = try strop.editReminder(id, change)
      }
      #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
      #expect(
        try states(fixture, at: "2026-11-23T22:00:00+08:00") == ["2026-11-23T21:30 suppressed"])
    }
  }

  @Test func `what waits to be tried again is dropped once it is practised`() async throws {
    let fixture = try reminded()
    try await brokenTick(fixture, at: "2026-11-23T21:37:00+08:00")
    _ = try await fixture.strop(at: "2026-11-23T21:40:00+08:00")
      .checkIn(CheckInRequest(skill: "papers"))
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
    #expect(
      try states(fixture, at: "2026-11-23T22:00:00+08:00") == ["2026-11-23T21:30 suppressed"])
  }

  @Test func `case 28: a clock a year ahead is bounded, and nothing is told twice or lost`()
    async throws
  {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    let told = try await fixture.tick(at: "2027-11-24T21:37:00+08:00")
    #expect(told.contains("(365 earlier reminders did not reach"), "\(told)")
    #expect(try states(fixture, at: "2027-11-24T21:40:00+08:00").count == 367)
    // The clock is right again: the next evenings are told as ever.
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-24T21:37:00+08:00").contains("papers: 0 of 3"))
    #expect(try await fixture.tick(at: "2026-11-25T21:37:00+08:00").contains("papers: 0 of 3"))
    _ = try await fixture.tick(at: "2037-11-24T21:37:00+08:00")
    #expect(
      try states(fixture, at: "2037-11-24T21:40:00+08:00").count == 367 + Reminder.memory)
  }

  @Test func `case 31: from New York to Tokyo, once per civil slot`() async throws {
    let fixture = try StropFixture()
    func set(_ zone: String, at now: String) throws {
      _ = try fixture.strop(at: now).configure("zone", zone)
    }
    try set("America/New_York", at: "2026-11-23T08:00:00-05:00")
    _ = try fixture.strop(at: "2026-11-23T08:00:00-05:00")
      .addReminder(.skill("papers"), rule: "daily 21:30", channels: "stdout")
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00-05:00") != "")
    // Landed on Wednesday noon: Tuesday's 21:30 never was on this user's wall clock.
    try set("Asia/Tokyo", at: "2026-11-25T12:00:00+09:00")
    #expect(try await fixture.tick(at: "2026-11-25T12:07:00+09:00") == "")
    #expect(try await fixture.tick(at: "2026-11-25T21:37:00+09:00") != "")
    // And back: Wednesday's 21:30 comes a second time, and is not told a second time.
    try set("America/New_York", at: "2026-11-25T18:00:00-05:00")
    #expect(try await fixture.tick(at: "2026-11-25T21:37:00-05:00") == "")
    #expect(try await fixture.tick(at: "2026-11-26T21:37:00-05:00") != "")
  }

  @Test func `case 32: a zone that is pinned does not move with TZ`() async throws {
    let fixture = try reminded()
    _ = try fixture.strop(at: "2026-11-23T20:00:00+08:00").configure("zone", "Asia/Shanghai")
    let abroad = try StropFixture(["TZ": "America/New_York"], home: fixture)
    #expect(try await abroad.tick(at: "2026-11-23T21:29:00+08:00") == "")
    #expect(try await abroad.tick(at: "2026-11-23T21:37:00+08:00").contains("papers"))
  }

  @Test func `case 33: a check-in at 03:59 is the day before's, at 04:00 the new day's`()
    async throws
  {
    for (time, isTold) in [("03:59", true), ("04:00", false)] {
      let fixture = try reminded()
      _ = try await fixture.strop(at: "2026-11-24T\(time):00+08:00")
        .checkIn(CheckInRequest(skill: "papers"))
      #expect(try await fixture.tick(at: "2026-11-24T21:37:00+08:00").isEmpty != isTold)
    }
  }

  @Test func `the list begins with what comes next`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    for rule in ["sun 10:00", "2026-11-24 09:00", "daily 21:30"] {
      _ = try strop.addReminder(.skill("papers"), rule: rule, channels: "stdout")
    }
    let next = try strop.reminderList().reminders.compactMap { $0.next.first?.text }
    #expect(next == ["2026-11-23T21:30", "2026-11-24T09:00", "2026-11-29T10:00"])
    let later = try fixture.strop(at: "2026-11-25T08:00:00+08:00").reminderList().reminders
    #expect(later.last?.next == [])
  }
}
