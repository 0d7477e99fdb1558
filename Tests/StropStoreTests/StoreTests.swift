import Foundation
import GRDB
import Glibc
import StropCore
import StropStore
import Testing

struct StoreTests {
  private let directory: TemporaryDirectory
  private var path: String { directory.path + "/strop.db" }

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// The umask is all tests' own: PrivacyTests has a process for each.
  @Test func `the database is its owner's alone`() throws {
    let path = directory.path + "/data/strop/strop.db"
    let store = try Store.open(path, create: true)
    #expect(try mode(path) == 0o600)
    #expect(try mode(directory.path + "/data/strop") == 0o700)
    #expect(try mode(directory.path + "/data") == 0o700)
    let author = Author(now: TestStore.now, zone: "UTC", machine: nil) { "aaaaaaaaaa" }
    try store.write(as: author) { try $0.setLocal("last-tick", "1") }
    #expect(try mode(path) == 0o600)
    for file in try FileManager.default.contentsOfDirectory(atPath: directory.path + "/data/strop")
    {
      #expect(try mode(directory.path + "/data/strop/" + file) == 0o600)
    }
  }

  @Test func `a directory that was there keeps its mode`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: directory.path)
    _ = try Store.open(path, create: true)
    #expect(try mode(directory.path) == 0o755)
    #expect(try mode(path) == 0o600)
  }

  @Test func `where there is no database none is made unasked`() {
    #expect(throws: StoreError.missing) { try Store.open(path, create: false) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `an empty file becomes a database`() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let store = try Store.open(path, create: false)
    #expect(try store.read { try $0.journalCount() } == 0)
    #expect(try store.read { try $0.integrityCheck() } == ["ok"])
  }

  @Test func `a database opens again with what it held`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    let again = try Store.open(store.store.path, create: false)
    #expect(try again.read { try $0.one(.checkIn, "aaaaaaaaaa") } == CheckIn.sample("aaaaaaaaaa"))
  }

  @Test func `another program's database is refused and left as it was`() throws {
    try execute("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')")
    try expectRefusal(.foreign)
  }

  @Test func `another program's database stays in its journal mode`() throws {
    try execute("CREATE TABLE notes (text TEXT); PRAGMA journal_mode = WAL")
    try expectRefusal(.foreign)
  }

  @Test(arguments: ["PRAGMA application_id = 77", "PRAGMA user_version = 1"])
  func `an empty database that is marked as another's is refused`(sql: String) throws {
    try execute(sql)
    try expectRefusal(.foreign)
  }

  @Test(arguments: ["dear diary, today I practised\n", "SQLite format 3\u{0}", "{}\n"])
  func `a file that is no database is refused and left as it was`(text: String) throws {
    try Data(String(repeating: text, count: 200).utf8).write(to: URL(fileURLWithPath: path))
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) { try Store.open(path, create: true) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func `a text file is foreign`() throws {
    try Data("dear diary, today I practised for two hours and learnt a lot\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    try expectRefusal(.foreign)
  }

  @Test func `a directory in the database's place is refused`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let error = #expect(throws: StoreError.self) { try Store.open(path, create: true) }
    guard case .unreadable = error else {
      Issue.record("\(String(describing: error)) was thrown")
      return
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
  }

  @Test func `a newer strop's database is refused and left as it was`() throws {
    let known = try version()
    try execute("PRAGMA user_version = \(known + 1)")
    try expectRefusal(.newer(found: known + 1, known: known))
  }

  @Test func `a newer strop's database stays in its journal mode`() throws {
    let known = try version()
    try execute("PRAGMA user_version = \(known + 1); PRAGMA journal_mode = WAL")
    try expectRefusal(.newer(found: known + 1, known: known))
  }

  @Test func `two connections see each other's writes`() throws {
    let store = try TestStore(seed: 1)
    let other = try Store.open(store.store.path, create: false)
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    try other.write(as: store.author()) {
      _ = try $0.append([CheckIn.sample("bbbbbbbbbb").creation], command: "checkin")
    }
    try store.append([CheckIn.sample("cccccccccc").creation])
    #expect(try store.lines().map(\.sequence) == [1, 2, 3, 4, 5, 6])
    #expect(try other.read { try $0.checkInCount(CheckInFilter()) } == 3)
  }

  @Test func `several writers at once lose nothing and double nothing`() async throws {
    let store = try TestStore(seed: 1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let other = try Store.open(store.store.path, create: false)
          for _ in 0..<5 {
            let checkIn = try CheckIn.sample(store.id())
            try other.write(as: store.author()) {
              _ = try $0.append([checkIn.creation], command: "checkin")
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let lines = try store.lines()
    #expect(lines.map(\.sequence) == Array(1...40))
    #expect(Set(lines.map(\.clock)).count == 20)
    #expect(try store.read { try $0.checkInCount(CheckInFilter()) } == 20)
  }

  @Test func `two first runs at once make one database`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          let id = String(repeating: "\(number)", count: 10)
          let author = Author(now: TestStore.now, zone: "UTC", machine: "laptop") { id }
          try Store.open(path, create: true).write(as: author) { _ in }
        }
      }
      try await group.waitForAll()
    }
    let store = try Store.open(path, create: false)
    #expect(try store.read { try $0.integrityCheck() } == ["ok"])
    #expect(try store.read { try $0.device(on: "laptop") } != nil)
  }

  /// Takes the busy timeout, five seconds.
  @Test func `a writer that waits too long for another is told so`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: store.store.path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: StoreError.busy) { try store.append([CheckIn.sample("bbbbbbbbbb").creation]) }
    #expect(try store.read { try $0.journalCount() } == 2)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try store.append([CheckIn.sample("bbbbbbbbbb").creation])
    #expect(try store.read { try $0.journalCount() } == 4)
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// The version of the database that this strop makes; it is at `path` afterwards.
  private func version() throws -> Int {
    _ = try Store.open(path, create: true)
    let queue = try DatabaseQueue(path: path)
    return try #require(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") })
  }

  private func expectRefusal(_ expected: StoreError) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for create in [false, true] {
      #expect(throws: expected) { try Store.open(path, create: create) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["strop.db"])
  }
}
