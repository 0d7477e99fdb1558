import Foundation
import StropCore
import StropStore
import Testing

struct BackupTests {
  @Test func `the copy is whole, its owner's alone, and opens`() throws {
    let store = try TestStore()
    var history = RandomHistory(seed: 1)
    try history.live(40, in: store)
    let path = store.directory.path + "/backup.db"
    try store.store.backUp(to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let copy = try Store.open(path, create: false)
    #expect(try copy.read { try $0.integrityCheck() } == ["ok"])
    var lines: [JournalLine] = []
    try copy.read { reader in try reader.eachLine { lines.append($0) } }
    #expect(try lines == store.lines())
    #expect(try backups(in: store) == ["backup.db"])
  }

  @Test func `a backup never takes the place of another file`() throws {
    let store = try TestStore()
    let path = store.directory.path + "/backup.db"
    try store.store.backUp(to: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    #expect(throws: StoreError.exists) { try store.store.backUp(to: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try backups(in: store) == ["backup.db"])
  }

  @Test func `the database goes on while its copy is there`() throws {
    let store = try TestStore()
    try store.append([CheckIn.sample("aaaaaaaaaa").creation])
    try store.store.backUp(to: store.directory.path + "/backup.db")
    try store.append([CheckIn.sample("bbbbbbbbbb").creation])
    #expect(try store.lines().map(\.sequence) == [1, 2, 3, 4])
  }

  @Test func `a backup that cannot be put in place leaves nothing behind`() throws {
    let store = try TestStore()
    let path = store.directory.path + "/backup.db"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: StoreError.self) { try store.store.backUp(to: path) }
    #expect(try backups(in: store) == ["backup.db"])
  }

  private func backups(in store: TestStore) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: store.directory.path)
      .filter { $0.hasPrefix("backup") }.sorted()
  }
}
