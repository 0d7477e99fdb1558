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
    let other = fixture.path.replacing("strop.db", with: "strop-work.db")
    #expect(Backups(databasePath: other).newest == nil)
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
