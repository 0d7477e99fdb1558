import GRDB
import StropCore
import StropStore
import Testing

struct JournalTests {
  @Test func `entries of a device count from 1`() throws {
    let store = try TestStore()
    let first = try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let second = try store.append([
      CheckIn.sample("bbbbbbbbbb").creation, CheckIn.sample("cccccccccc").creation,
    ])
    let lines = try store.lines()
    #expect(lines.map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(lines.map(\.batch) == [first, first, second, second, second])
    #expect(
      lines.map(\.subject.text) == [
        "batch/\(first)", "checkin/aaaaaaaaaa", "batch/\(second)", "checkin/bbbbbbbbbb",
        "checkin/cccccccccc",
      ]
    )
    #expect(Set(lines.map(\.device)).count == 1)
    #expect(Set(lines.map(\.at)) == [TestStore.now])
    #expect(Set(lines.map(\.zone)) == ["UTC"])
  }

  @Test func `a batch begins with a header that names its command`() throws {
    let store = try TestStore()
    let batch = try store.append([CheckIn.sample("aaaaaaaaaa").creation], command: "checkin papers")
    #expect(try store.lines().first?.fields == #"{"command":"checkin papers","create":true}"#)
    let device = try #require(try store.read { try $0.device(on: "laptop") })
    let newest = try #require(try store.read { try $0.newestBatch(of: device) })
    #expect(newest.id == batch)
    #expect(newest.command == "checkin papers")
    #expect(!newest.undone)
    #expect(
      try store.read { try $0.subjects(ofBatch: batch) } == [Subject("checkin", "aaaaaaaaaa")]
    )
  }

  @Test func `what cannot be undone has no header`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation], command: nil)
    #expect(try store.lines().count == 1)
    #expect(try !store.undo())
  }

  @Test func `nothing to append appends nothing`() throws {
    let store = try TestStore()
    #expect(try store.write { try $0.append([], command: "edit") } == nil)
    #expect(try store.read { try $0.journalCount() } == 0)
  }

  @Test func `entries of one batch share a clock, later batches have later ones`() throws {
    let store = try TestStore()
    for (id, later) in [
      ("aaaaaaaaaa", 0), ("bbbbbbbbbb", 0), ("cccccccccc", -86_400), ("dddddddddd", 60),
    ] {
      try store.append([CheckIn.sample(id).creation], later: later)
    }
    let clocks = try store.lines().map(\.clock.number)
    let now = TestStore.now.milliseconds << 16
    #expect(
      clocks == [now, now, now + 1, now + 1, now + 2, now + 2].map { $0 } + [
        (TestStore.now.milliseconds + 60_000) << 16, (TestStore.now.milliseconds + 60_000) << 16,
      ]
    )
  }

  @Test func `the clock goes on from the newest that an import brought`() throws {
    let (ahead, behind) = (try TestStore(seed: 1), try TestStore(seed: 2))
    try ahead.append([CheckIn.sample("aaaaaaaaaa").creation], later: 3_600)
    try behind.import(ahead.exported())
    try behind.append([CheckIn.sample("bbbbbbbbbb").creation])
    let clocks = try behind.lines().map(\.clock.number)
    #expect(clocks.last == ((TestStore.now.milliseconds + 3_600_000) << 16) + 1)
  }

  @Test(arguments: [
    "UPDATE journal SET zone = 'UTC+8'", "UPDATE journal SET fields = '{}' WHERE seq = 1",
    "DELETE FROM journal", "DELETE FROM journal WHERE seq = 2",
    "UPDATE OR REPLACE journal SET seq = 1 WHERE seq = 2",
    "INSERT INTO journal SELECT * FROM journal WHERE seq = 1",
  ])
  func `no entry is ever changed or taken away`(sql: String) throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let before = try store.exported()
    let error = #expect(throws: DatabaseError.self) {
      try store.rawConnection().write { try $0.execute(sql: sql) }
    }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    #expect(try store.exported() == before)
  }

  @Test(arguments: [
    "INSERT INTO journal VALUES ('short', 9, 'bbbbbbbbbb', 1, 1, 'UTC', 'a/b', '{}')",
    "INSERT INTO journal VALUES ('aaaaaaaaaa', 0, 'bbbbbbbbbb', 1, 1, 'UTC', 'a/b', '{}')",
    "INSERT INTO journal VALUES ('aaaaaaaaaa', 9, 'bbbbbbbbbb', -1, 1, 'UTC', 'a/b', '{}')",
    "INSERT INTO journal VALUES ('aaaaaaaaaa', 9, 'bbbbbbbbbb', 1, 1, 'UTC', 'ab', '{}')",
    "INSERT INTO journal VALUES ('aaaaaaaaaa', 9, 'bbbbbbbbbb', 1, 1, 'UTC', 'a/b', '[]')",
    "INSERT INTO journal VALUES ('aaaaaaaaaa', 9, 'bbbbbbbbbb', 1, 1, NULL, 'a/b', '{}')",
  ])
  func `SQLite refuses what is no entry`(sql: String) throws {
    let store = try TestStore()
    #expect(throws: DatabaseError.self) {
      try store.rawConnection().write { try $0.execute(sql: sql) }
    }
  }

  @Test func `a transaction that throws leaves nothing behind`() throws {
    struct Stop: Error {}
    let store = try TestStore()
    #expect(throws: Stop.self) {
      try store.write { transaction in
        try transaction.append([CheckIn.sample("aaaaaaaaaa").creation], command: "checkin")
        throw Stop()
      }
    }
    #expect(try store.read { try $0.journalCount() } == 0)
    #expect(try store.read { try $0.device(on: "laptop") } == nil)
    #expect(try store.foldedRows().isEmpty)
  }

  @Test func `a check-in reads back as it was written`() throws {
    let store = try TestStore()
    let checkIn = try CheckIn.sample(
      "aaaaaaaaaa",
      minutes: 90,
      note: "MoE 路由\n\"x\" \u{1b}",
      item: "papers/first"
    )
    try store.append([checkIn.creation])
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa") } == checkIn)
    try store.append([Patch(checkIn.subject, ["minutes": .null, "note": .text("shorter")])])
    var edited = checkIn
    edited.minutes = nil
    edited.note = "shorter"
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa") } == edited)
    try store.append([Patch(checkIn.subject, ["removed": .bool(true)])])
    #expect(try store.read { try $0.checkIns(CheckInFilter()) }.isEmpty)
    edited.removed = true
    #expect(try store.read { try $0.one(.checkIn, "aaaaaaaaaa") } == edited)
  }
}
