import Foundation
import StropApp
import StropCore
import Testing

@Suite struct TickTests {
  /// A reminder of papers, daily at 21:30, made on Monday evening.
  private func reminded(_ channels: String = "stdout") throws -> StropFixture {
    let fixture = try StropFixture()
    _ = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
      .addReminder(.skill("papers"), rule: "daily 21:30", channels: channels)
    return fixture
  }

  private func lastState(_ fixture: StropFixture, at now: String) throws -> Delivery.State? {
    try fixture.strop(at: now).reminderList().reminders.first?.last?.state
  }

  @Test func `case 20: nothing due prints zero bytes`() async throws {
    let fixture = try reminded()
    #expect(try await fixture.tick(at: "2026-11-23T21:29:59+08:00") == "")
  }

  @Test func `a due reminder is told once, however often the tick comes`() async throws {
    let fixture = try reminded()
    let told = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    #expect(told.contains("papers"))
    #expect(told.contains("strop checkin papers"))
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") == "")
    #expect(try lastState(fixture, at: "2026-11-23T22:00:00+08:00") == .sent)
  }

  @Test func `case 22: four ticks at once make one delivery`() async throws {
    let fixture = try reminded()
    let told = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask { try await fixture.tick(at: "2026-11-23T21:37:00+08:00") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(told.filter { !$0.isEmpty }.count == 1)
  }

  @Test func `what cannot be sent is tried again, and counts as sent only then`() async throws {
    let fixture = try reminded()
    struct Broken: Error {}
    await #expect(throws: Failure.self) {
      try await fixture.strop(at: "2026-11-23T21:37:00+08:00")
        .tick { _ in throw Broken() }
    }
    #expect(try lastState(fixture, at: "2026-11-23T21:40:00+08:00") == .failed)
    #expect(try await fixture.tick(at: "2026-11-23T21:52:00+08:00") != "")
    #expect(try lastState(fixture, at: "2026-11-23T22:00:00+08:00") == .sent)
  }

  @Test func `case 25: asleep for three days, a daily reminder tells once`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    let told = try await fixture.tick(at: "2026-11-26T23:00:00+08:00")
    #expect(told.components(separatedBy: "strop checkin papers").count == 2)
  }

  @Test func `past its grace of four hours an occurrence is missed, not told`() async throws {
    let fixture = try reminded()
    #expect(try await fixture.tick(at: "2026-11-24T01:31:00+08:00") == "")
    #expect(try lastState(fixture, at: "2026-11-24T01:40:00+08:00") == .missed)
  }

  @Test func `case 27: a clock that is set back repeats nothing`() async throws {
    let fixture = try reminded()
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00") != "")
    #expect(try await fixture.tick(at: "2026-11-23T20:37:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-23T21:45:00+08:00") == "")
  }

  @Test func `case 34: practised already, it stays silent`() async throws {
    let fixture = try reminded()
    _ = try await fixture.strop(at: "2026-11-23T20:30:00+08:00")
      .checkIn(CheckInRequest(skill: "papers"))
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00") == "")
    #expect(try lastState(fixture, at: "2026-11-23T22:00:00+08:00") == .suppressed)
  }

  @Test func `case 51: stdout only stays in today until practised`() async throws {
    let fixture = try reminded()
    _ = try await fixture.tick(at: "2026-11-23T21:37:00+08:00")
    let late = try fixture.strop(at: "2026-11-24T01:00:00+08:00")
    #expect(try late.todayScreen().reminders.map(\.occurrence.text) == ["2026-11-23T21:30"])
    #expect(try late.promptSegment().reminders == 1)
    let nextDay = try fixture.strop(at: "2026-11-24T04:00:00+08:00")
    #expect(try nextDay.todayScreen().reminders.isEmpty)
    _ = try await late.checkIn(CheckInRequest(skill: "papers"))
    #expect(try late.todayScreen().reminders.isEmpty)
  }

  @Test func `a reminder made at its very minute waits for the next day`() async throws {
    let fixture = try StropFixture()
    _ = try fixture.strop(at: "2026-11-23T21:30:20+08:00")
      .addReminder(.skill("papers"), rule: "daily 21:30", channels: "stdout")
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00") == "")
    #expect(try await fixture.tick(at: "2026-11-24T21:37:00+08:00") != "")
  }

  @Test func `a removed reminder is silent`() async throws {
    let fixture = try reminded()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    let id = try #require(try strop.reminderList().reminders.first?.shortID)
    _ = try strop.removeReminder(id)
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00") == "")
  }

  @Test func `two machines never both ring`() async throws {
    let fixture = try reminded()
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00", machine: "gpu-box") == "")
  }

  @Test func `case 55: the report of an empty week has honest zeros`() async throws {
    let fixture = try StropFixture()
    _ = try fixture.strop(at: "2026-11-20T20:00:00+08:00")
      .addReminder(.report, rule: "mon 09:00", channels: "stdout")
    let told = try await fixture.tick(at: "2026-11-23T09:07:00+08:00")
    #expect(told.contains("Mon 16"))
    #expect(told.contains("0 / 7"))
    #expect(!told.contains("nan"))
  }

  @Test func `a notice reaches notify-send, literally`() async throws {
    let fixture = try StropFixture(["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"])
    let strop = try fixture.strop(at: "2026-11-23T20:00:00+08:00")
    let notices = fixture.home.appending(path: "notices").path
    try fixture.install("notify-send", "printf '%s|' \"$@\" >> '\(notices)'")
    _ = try strop.addReminder(.skill("papers"), rule: "daily 21:30", channels: "notify-send")
    #expect(try await fixture.tick(at: "2026-11-23T21:37:00+08:00") == "")
    let told = try String(contentsOfFile: notices, encoding: .utf8)
    #expect(told.hasPrefix("--app-name=strop|--|"))
    #expect(told.contains("papers"))
    #expect(try fixture.strop(at: "2026-11-23T22:00:00+08:00").todayScreen().reminders.isEmpty)
  }

  @Test func `a tick makes one backup a day, and fourteen are kept`() async throws {
    let fixture = try reminded()
    let backups = Backups(databasePath: fixture.path)
    for day in 1...16 {
      let date = "2026-12-" + (day < 10 ? "0" : "") + String(day)
      _ = try await fixture.tick(at: date + "T09:07:00+08:00")
      _ = try await fixture.tick(at: date + "T09:22:00+08:00")
    }
    #expect(backups.all.count == Backups.kept)
    #expect(backups.newest?.contains("20261216T") == true)
    #expect(backups.all.last?.contains("20261203T") == true)
  }

  @Test func `case 60: a backup that fails is told once that day, and nothing else fails`()
    async throws
  {
    let fixture = try reminded()
    let backups = fixture.home.appending(path: "data/backups")
    // A file where the directory of backups belongs: nothing can be written there, by root neither.
    try? FileManager.default.removeItem(at: backups)
    try Data().write(to: backups)
    let failures = Printed()
    func tick(_ now: String) async throws -> String {
      let printed = Printed()
      try await fixture.strop(at: now).tick(backupFailed: { failures.add("\($0)\n") }) {
        printed.add($0)
      }
      return printed.text
    }
    #expect(try await tick("2026-11-23T21:37:00+08:00").contains("papers"))
    #expect(try await tick("2026-11-23T21:52:00+08:00") == "")
    #expect(failures.text.split(separator: "\n").count == 1)
    #expect(try await tick("2026-11-24T21:37:00+08:00").contains("papers"))
    #expect(failures.text.split(separator: "\n").count == 2)
  }
}
