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

  /// A file in the place of the directory stops root, too.
  @Test func `a backup that cannot be made is said once a day, and keeps no reminder back`() throws
  {
    let home = try StropHome()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30", "--via", "stdout")
    let backups = home.database.deletingLastPathComponent().appending(path: "backups").path
    try home.write("", to: ".local/share/strop/backups")
    func tick(_ day: Int, _ time: String) throws -> Outcome {
      try home.strop("remind", "deliver", with: ["STROP_NOW": "2026-11-\(day)T\(time):00+08:00"])
    }
    let failure = """
      strop: no copy could be made in \(backups): cannot make the directory \(backups)
      hint: ls -ld \(backups); df \(backups)

      """
    let first = try tick(26, "21:37")
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("papers"))
    #expect(first.errors == failure)
    #expect(try tick(26, "21:52") == .success(""))
    let next = try tick(27, "21:37")
    #expect(next.status == 0)
    #expect(next.errors == failure)
    #expect(try home.strop("backup") == .failure(74, failure))
    let check = try home.strop("doctor", "--json").list("checks")
      .first { $0["name"] as? String == "backup" }
    #expect(check?["state"] as? String == "warn")
    #expect(check?["detail"] as? String == "~/.local/share/strop/backups cannot be read")
    try FileManager.default.removeItem(atPath: backups)
    #expect(try tick(27, "21:52") == .success(""))
    #expect(try FileManager.default.contentsOfDirectory(atPath: backups).count == 1)
  }

  @Test func `doctor says of a copy that it is old, or holds nothing`() throws {
    let home = try StropHome()
    let path = try #require(try home.strop("backup", "--json").object("backup")["path"] as? String)
    func detail(_ now: String) throws -> String? {
      try home.strop("doctor", "--json", with: ["STROP_NOW": now]).list("checks")
        .first { $0["name"] as? String == "backup" }?["detail"] as? String
    }
    let name = "~/.local/share/strop/backups/strop-20261126T130000Z.db"
    #expect(try detail("2026-12-03T21:00:00+08:00") == "1 kept, the newest \(name)")
    #expect(try detail("2026-12-05T21:00:00+08:00") == "the newest is 9 days old: \(name)")
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(
      try detail(StropHome.now) == "the newest, \(name), is empty or cannot be read")
  }

  @Test func `it says so in Chinese`() throws {
    let home = try StropHome()
    #expect(try home.strop("backup", "--lang", "zh").output.hasPrefix("已备份并检查："))
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("backup", english: "Copy the database, and check the copy", chinese: "备份数据库并检查")
  }
}
