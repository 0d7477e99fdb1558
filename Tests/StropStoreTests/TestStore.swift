import Foundation
import GRDB
import StropCore
import StropStore
import Synchronization
import Testing
import TestSupport

/// A directory that goes when the last use of it does.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "strop-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// A database in a directory of its own, with a clock that stands still and ids from a seed.
final class TestStore: Sendable {
  /// 2026-11-23T13:30:05.123Z, a Monday.
  static let now = Instant(milliseconds: 1_795_440_605_123)

  let directory: TemporaryDirectory
  let store: Store
  private let random: Mutex<SeededGenerator>

  /// `prepare`: puts a file there before the store is opened.
  init(seed: Int = 0, prepare: (_ path: String) throws -> Void = { _ in }) throws {
    directory = try TemporaryDirectory()
    try prepare(directory.path + "/strop.db")
    store = try Store.open(directory.path + "/strop.db", create: true)
    random = Mutex(SeededGenerator(seed: seed))
  }

  func id() -> String { random.withLock { Identifier.random(using: &$0) } }

  /// Whoever writes `later` seconds after `now`, or before it.
  func author(later: Int = 0, machine: String? = "laptop") -> Author {
    Author(
      now: Instant(milliseconds: TestStore.now.milliseconds + Int64(later) * 1_000),
      zone: "UTC",
      machine: machine
    ) { self.id() }
  }

  func write<Result>(
    later: Int = 0,
    machine: String? = "laptop",
    _ body: (Transaction) throws -> Result
  ) throws -> Result {
    try store.write(as: author(later: later, machine: machine), body)
  }

  func read<Result>(_ body: (Reader) throws -> Result) throws -> Result { try store.read(body) }

  @discardableResult
  func append(_ patches: [Patch], command: String? = "checkin", later: Int = 0) throws -> String {
    let batch = try write(later: later) { try $0.append(patches, command: command) }
    return try #require(batch)
  }

  /// What `strop undo` does; false where there is nothing to undo.
  @discardableResult
  func undo() throws -> Bool {
    try write { transaction in
      guard let batch = try transaction.reader.newestBatch(of: transaction.device) else {
        return false
      }
      try transaction.append([batch.patch(undone: true)], command: nil)
      return true
    }
  }

  /// What `strop redo` does; false where there is nothing to redo.
  @discardableResult
  func redo() throws -> Bool {
    try write { transaction in
      guard let batch = try transaction.reader.lastUndoneBatch(of: transaction.device) else {
        return false
      }
      try transaction.append([batch.patch(undone: false)], command: nil)
      return true
    }
  }

  func lines() throws -> [JournalLine] {
    try read { reader in
      var lines: [JournalLine] = []
      try reader.eachLine { lines.append($0) }
      return lines
    }
  }

  func exported() throws -> String {
    try lines().map { $0.text + "\n" }.joined()
  }

  @discardableResult
  func `import`(_ text: String) throws -> ImportSummary {
    try write {
      try $0.importLines(of: text)
    }
  }

  /// A connection past the store, for what strop itself never does.
  func rawConnection() throws -> DatabaseQueue { try DatabaseQueue(path: store.path) }

  /// Every folded table, row by row, and the user's own rows of those that they share with what is
  /// shipped. New tables are in it without being named here.
  func foldedRows(without left: Set<String> = []) throws -> [String] {
    let facts: Set = ["journal", "local", "delivery", "paper"]
    let shared: Set = ["skill", "item", "prerequisite", "reference"]
    return try rawConnection().read { db in
      let tables = try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
      ).filter { !facts.contains($0) && !left.contains($0) }
      return try tables.flatMap { table in
        let own = shared.contains(table) ? " WHERE own = 1" : ""
        return try Row.fetchAll(db, sql: "SELECT * FROM \(table)\(own)").map { row in
          table + row.map { " \($0)=\($1)" }.joined()
        }.sorted()
      }
    }
  }
}

extension CheckIn {
  /// A check-in of the day of `TestStore.now`.
  static func sample(
    _ id: String,
    skill: String = "papers",
    day: String = "2026-11-23",
    minutes: Int? = 45,
    note: String? = nil,
    item: String? = nil
  ) throws -> CheckIn {
    let day = try #require(Day(iso: day))
    return CheckIn(
      id: id,
      skill: skill,
      item: item,
      moment: Moment(at: TestStore.now, zone: "Asia/Shanghai", day: day),
      minutes: minutes,
      note: note
    )
  }
}
