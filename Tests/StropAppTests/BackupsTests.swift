import Foundation
import StropApp
import StropCore
import Testing

@Suite struct BackupsTests {
  @Test func `copies made in one second stand beside each other, the newest first`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    let made = try (1...11).map { _ in try strop.backUp() }
    #expect(Backups(databasePath: fixture.path).all == made.reversed())
  }

  @Test func `the copy just made stays, though others are named after a clock that ran ahead`()
    throws
  {
    let fixture = try StropFixture()
    for day in 10...24 { _ = try fixture.strop(at: "2027-11-\(day)T09:00:00+08:00").backUp() }
    let made = try fixture.strop(at: "2026-11-23T21:00:00+08:00").backUp()
    let kept = Backups(databasePath: fixture.path).all
    #expect(kept.contains(made))
    #expect(kept.count == Backups.kept)
  }

  @Test func `one copy a month is kept for a year`() throws {
    let fixture = try StropFixture()
    // Every fifth day of two years.
    var day = try #require(Day(iso: "2024-11-01"))
    while day.iso < "2026-11-20" {
      _ = try fixture.strop(at: day.iso + "T09:00:00+08:00").backUp()
      day = day + 5
    }
    let kept = Backups(databasePath: fixture.path).all.compactMap { path in
      path.split(separator: "/").last.map { String($0.dropFirst(6).prefix(6)) }
    }
    let months = Set(kept)
    #expect(kept.count == Backups.kept + 10)
    #expect(
      months
        == Set(
          (11...12).map { "2025\($0)" } + (1...11).map { $0 < 10 ? "20260\($0)" : "2026\($0)" }))
  }

  @Test func `a fuller copy is never dropped for emptier ones`() async throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-01T09:00:00+08:00")
    _ = try await strop.checkIn(CheckInRequest(skill: "papers"))
    let full = try strop.backUp()
    for suffix in ["", "-journal"] {
      try? FileManager.default.removeItem(atPath: fixture.path + suffix)
    }
    let backups = Backups(databasePath: fixture.path).directory
    try FileManager.default.moveItem(atPath: backups, toPath: backups + ".away")
    _ = try fixture.strop(at: "2026-11-02T09:00:00+08:00")
    try FileManager.default.moveItem(atPath: backups + ".away", toPath: backups)
    for day in 10...28 { _ = try fixture.strop(at: "2026-11-\(day)T09:00:00+08:00").backUp() }
    #expect(Backups(databasePath: fixture.path).all.contains(full))
    #expect(Backups(databasePath: fixture.path).all.count == Backups.kept + 1)
  }

  @Test func `two at once both make theirs`() async throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    let made = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { try strop.backUp() } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(made.count == 8)
    #expect(Set(Backups(databasePath: fixture.path).all) == made)
  }

  @Test func `what a crash left behind goes after a day`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    let left = try strop.backUp() + ".0.partial"
    try Data("cut short".utf8).write(to: URL(fileURLWithPath: left))
    _ = try strop.backUp()
    #expect(FileManager.default.fileExists(atPath: left))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_795_000_000)], ofItemAtPath: left)
    _ = try strop.backUp()
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  @Test func `databases in one directory keep their copies apart`() throws {
    let fixture = try StropFixture()
    _ = try fixture.strop(at: "2026-11-23T21:00:00+08:00").backUp()
    for name in ["strop-work.db", "strop.sqlite", "strop"] {
      let other = fixture.path.replacing("strop.db", with: name)
      #expect(Backups(databasePath: other).newest == nil)
      _ = try Strop.open(
        fixture.environment(at: "2026-11-23T21:00:00+08:00"), path: other, .create
      ).backUp()
      #expect(Backups(databasePath: other).all.count == 1)
      #expect(Backups(databasePath: fixture.path).all.count == 1)
    }
  }

  @Test func `a database whose tables another strop declared is copied before they change`()
    async throws
  {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-23T21:00:00+08:00")
    _ = try await strop.checkIn(CheckInRequest(skill: "papers", note: "kept"))
    #expect(Backups(databasePath: fixture.path).all.isEmpty)
    let change =
      "UPDATE local SET value = 'another' WHERE key = 'folded-shape'; DROP TABLE check_in"
    let outcome = try await ProcessRunner.system.run(
      "/usr/bin/sqlite3", [fixture.path, change], "", [:])
    #expect(outcome.status == 0)
    let again = try fixture.strop(at: "2026-11-24T21:00:00+08:00")
    #expect(try again.log(LogRequest()).checkIns.map(\.checkIn.note) == ["kept"])
    #expect(try again.skillList().skills.count == 16)
    #expect(Backups(databasePath: fixture.path).all.count == 1)
    _ = try fixture.strop(at: "2026-11-25T21:00:00+08:00")
    #expect(Backups(databasePath: fixture.path).all.count == 1)
  }
}
