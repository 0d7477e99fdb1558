import Foundation
import Testing

struct BackupCommandTests {
  @Test func `the copy is private, whole, and a database that strop can use`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45")
    #expect(
      try home.strop("backup")
        == .success(
          "checked and kept: ~/.local/share/strop/backups/strop-20261126T130000Z.db\n"))
    let later = ["STROP_NOW": "2026-11-26T22:00:00+08:00"]
    let second = try home.strop("backup", "--json", with: later)
    #expect(second.errors == "")
    let path = try #require(try second.object("backup")["path"] as? String)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let log = try home.strop("log", "--json", "--db", path)
    #expect(log == (try home.strop("log", "--json")))
  }

  @Test func `the newest 14 are kept, and those of one second in their order`() throws {
    let home = try StropHome()
    var paths: [String] = []
    for minute in 10..<26 {
      let now = ["STROP_NOW": "2026-11-26T20:\(minute):00+08:00"]
      let backup = try home.strop("backup", "--json", with: now).object("backup")
      paths.append(try #require(backup["path"] as? String))
    }
    let directory = home.database.deletingLastPathComponent().appending(path: "backups").path
    func kept() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: directory))
    }
    #expect(try kept() == Set(paths.suffix(14).map { ($0 as NSString).lastPathComponent }))
    let now = ["STROP_NOW": "2026-11-26T20:25:00+08:00"]
    let again = try home.strop("backup", "--json", with: now).object("backup")
    let newest = try #require(again["path"] as? String as NSString?)
    let doctor = try home.strop("doctor").output
    #expect(doctor.contains(newest.lastPathComponent), "\(doctor)")
  }

  @Test func `it says so in Chinese`() throws {
    let home = try StropHome()
    #expect(try home.strop("backup", "--lang", "zh").output.hasPrefix("已备份并检查："))
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("backup", english: "Copy the database, and check the copy", chinese: "备份数据库并检查")
  }
}
