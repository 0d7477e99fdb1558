import Foundation
import GRDB
import StropCore
import StropStore
import Testing

struct MigrationTests {
  /// Each schema that a program was released with has a database under Fixtures, the present one's too.
  private static let released = 1...6

  @Test func `there is a database of every schema`() throws {
    let store = try TestStore()
    let current = try store.rawConnection().read {
      try Int.fetchOne($0, sql: "PRAGMA user_version")
    }
    #expect(MigrationTests.released.upperBound == current)
  }

  /// A store over what an older program left.
  private func store(schema version: Int) throws -> TestStore {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/schema-\(version).sql")
    let sql = try String(contentsOf: file, encoding: .utf8)
    return try TestStore { path in
      try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
  }

  @Test(arguments: released)
  func `a database of an older schema is opened with all that it held`(version: Int) throws {
    let store = try store(schema: version)
    let checkIns = try store.read { try $0.checkIns(CheckInFilter()) }
    #expect(checkIns.map(\.skill) == ["papers", "debug"])
    #expect(checkIns.map(\.note) == ["first", nil])
    let first = try #require(checkIns.first)
    #expect(try store.read { try $0.evidence(of: first.subject) }.map(\.value) == ["2412.19437"])
    let progress = try #require(try store.read { try $0.itemProgress("dpo/loss-at-step-zero") })
    #expect(progress.state == .done)
    #expect(progress.match == true)
    #expect(progress.finished?.day.iso == "2026-11-05")
    #expect(try store.read { try $0.plans() }.map(\.skill) == ["dpo"])
    #expect(try store.read { try $0.skips() }.map(\.reason) == ["trip"])
    #expect(try store.read { try $0.reminders() }.count == 1)
    #expect(try store.read { try $0.start() }?.iso == "2026-11-02")
    #expect(try store.read { try $0.settings(device: "xt5vm00x84") } == ["zone": "Asia/Tokyo"])
    // From the third on they had made a device of their own for their machine.
    #expect(try store.read { try $0.journalCount() } == (version >= 3 ? 25 : 24))
    #expect(
      try store.read { try $0.deliveryLog(of: nil, limit: 9) }.map(\.detail)
        == (version >= 3 ? ["no mail"] : []))
  }

  @Test(arguments: released)
  func `entries that the older program did not know come alive`(version: Int) throws {
    let store = try store(schema: version)
    #expect(try store.read { try $0.skills() }.map(\.slug) == ["my-cuda"])
    let item = try #require(try store.read { try $0.item("my-cuda/softmax") })
    #expect(item.hardware == .oneGPU)
    #expect(item.references == ["arxiv:1706.03762"])
    #expect(item.prerequisites == ["debug/loss-at-init"])
  }

  @Test(arguments: released)
  func `a rebuild after the migration changes nothing`(version: Int) throws {
    let store = try store(schema: version)
    let rows = try store.foldedRows()
    try store.write { try $0.rebuild() }
    #expect(try store.foldedRows() == rows)
    #expect(rows.contains { $0.hasPrefix("item slug=\"my-cuda/softmax\"") })
  }

  /// A database whose folded tables another program declared otherwise: one lacks a column, one is gone,
  /// one is of a kind that this program does not know; and one table is the user's.
  private static let otherShape = """
    ALTER TABLE check_in DROP COLUMN note;
    DROP TABLE plan;
    CREATE TABLE unheard_of (id TEXT PRIMARY KEY);
    CREATE TABLE mine (x);
    INSERT INTO mine VALUES ('kept');
    UPDATE local SET value = 'another' WHERE key = 'folded-shape';
    UPDATE local SET value = value || ' unheard_of' WHERE key = 'folded-tables';
    """

  @Test(arguments: 0..<10)
  func `a change of a declaration gives the same rows as the incremental fold`(seed: Int) throws {
    let store = try TestStore(seed: seed)
    var history = RandomHistory(seed: seed)
    try history.live(200, in: store)
    let (rows, journal) = (try store.foldedRows(), try store.exported())
    try store.rawConnection().write { try $0.execute(sql: MigrationTests.otherShape) }
    var asked = 0
    let again = try Store.open(store.store.path, create: false) { old in
      asked += 1
      // What a copy is made of still has the whole journal.
      #expect((try? old.read { try $0.journalCount() }) == journal.split(separator: "\n").count)
    }
    #expect(asked == 1)
    #expect(try store.foldedRows(without: ["mine"]) == rows)
    #expect(try store.exported() == journal)
    #expect(try again.read { try $0.curriculumVersion() } == nil)
    let mine = try store.rawConnection().read { try String.fetchAll($0, sql: "SELECT x FROM mine") }
    #expect(mine == ["kept"])
    _ = try Store.open(store.store.path, create: false) { _ in Issue.record("it is current") }
  }

  @Test func `a change that fails half-way leaves the file as it was`() throws {
    let store = try store(schema: 3)
    try store.rawConnection().write { db in
      // A view cannot be dropped as a table.
      try db.execute(
        sql: """
          UPDATE local SET value = 'another' WHERE key = 'folded-shape';
          DROP TABLE skip; CREATE VIEW skip AS SELECT 1;
          """)
    }
    #expect(throws: StoreError.self) { _ = try Store.open(store.store.path, create: false) }
    let rows = try store.rawConnection().read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM check_in")
    }
    #expect(rows == 2)
  }
}
