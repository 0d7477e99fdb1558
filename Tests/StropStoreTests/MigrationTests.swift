import Foundation
import GRDB
import StropCore
import StropStore
import Testing

struct MigrationTests {
  /// A store over what an older program left.
  private func store(schema version: Int) throws -> TestStore {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/schema-\(version).sql")
    let sql = try String(contentsOf: file, encoding: .utf8)
    return try TestStore { path in
      try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
  }

  @Test func `a database of the first schema is opened with all that it held`() throws {
    let store = try store(schema: 1)
    let checkIns = try store.read { try $0.checkIns(CheckInFilter()) }
    #expect(checkIns.map(\.skill) == ["papers", "debug"])
    #expect(checkIns.map(\.note) == ["first", nil])
    let progress = try #require(try store.read { try $0.itemProgress("dpo/loss-at-step-zero") })
    #expect(progress.state == .done)
    #expect(progress.match == true)
    #expect(progress.finished?.day.iso == "2026-11-05")
    #expect(try store.read { try $0.plans() }.map(\.skill) == ["dpo"])
    #expect(try store.read { try $0.skips() }.map(\.reason) == ["trip"])
    #expect(try store.read { try $0.reminders() }.count == 1)
    #expect(try store.read { try $0.journalCount() } == 24)
  }

  @Test func `entries that the older program did not know come alive`() throws {
    let store = try store(schema: 1)
    #expect(try store.read { try $0.skills() }.map(\.slug) == ["my-cuda"])
    let item = try #require(try store.read { try $0.item("my-cuda/softmax") })
    #expect(item.hardware == .oneGPU)
    #expect(item.references == ["arxiv:1706.03762"])
    #expect(item.prerequisites == ["debug/loss-at-init"])
  }

  @Test func `a rebuild after the migration changes nothing`() throws {
    let store = try store(schema: 1)
    let rows = try store.foldedRows()
    try store.write { try $0.rebuild() }
    #expect(try store.foldedRows() == rows)
    #expect(rows.contains { $0.hasPrefix("item slug=\"my-cuda/softmax\"") })
  }
}
