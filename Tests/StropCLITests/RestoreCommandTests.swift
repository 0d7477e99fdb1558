import Foundation
import Testing

struct RestoreCommandTests {
  private func backups(_ home: StropHome) -> URL {
    home.database.deletingLastPathComponent().appending(path: "backups")
  }

  /// A home with a check-in that is in the copy that is named, and one that is in none.
  private func copied() throws -> (home: StropHome, copy: String) {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45")
    try home.strop("backup")
    try home.strop("checkin", "debug", "-m", "20")
    return (home, "strop-20261126T130000Z.db")
  }

  private func minutes(_ home: StropHome) throws -> [Int] {
    try home.strop("log", "--json").list("checkins").compactMap { $0["minutes"] as? Int }
      .sorted()
  }

  @Test func `without a copy it lists those that there are`() throws {
    let (home, copy) = try copied()
    #expect(
      try home.strop("restore")
        == .success(
          """
          \(copy)  26 Nov 21:00  3 entries  last check-in 26 Nov

          bring one back:  strop restore \(copy)

          """))
    #expect(
      try home.strop("restore", "--lang", "zh").output.hasPrefix(
        "\(copy)  11-26 21:00  3 条记录  最后打卡 11-26\n"))
    let listed = try #require(try home.strop("restore", "--json").list("copies").first)
    #expect(listed.has("path at entries lastCheckIn"))
    #expect(listed["at"] as? String == "2026-11-26T21:00:00+08:00")
    #expect(listed["entries"] as? Int == 3)
    let empty = try StropHome(.empty)
    #expect(
      try empty.strop("restore")
        == .success("There are no copies yet.\nmake one:  strop backup\n"))
    #expect(!FileManager.default.fileExists(atPath: empty.database.path))
  }

  @Test func `entries that the copy lacks take --force, and are kept all the same`() throws {
    let (home, copy) = try copied()
    #expect(
      try home.strop("restore", copy)
        == .failure(
          1,
          """
          strop: the database has 2 entries that \(copy) lacks: nothing was changed
          hint: strop restore \(copy) --force

          """))
    #expect(try minutes(home) == [20, 45])
    let restored = try home.strop("restore", copy, "--force")
    let kept = "strop-20261126T130000Z-2.db"
    #expect(
      restored
        == .success(
          """
          restored \(copy): 3 entries, last check-in 26 Nov
          what was here is kept:  ~/.local/share/strop/backups/\(kept)
          go on:  strop today

          """))
    #expect(try minutes(home) == [45])
    let back = try home.strop("restore", kept, "--json")
    #expect(back.status == 0)
    #expect(try back.object("restored")["entries"] as? Int == 5)
    #expect(try minutes(home) == [20, 45])
    #expect(try home.strop("restore", copy, "--force", "--lang", "zh").output.hasPrefix("已恢复"))
  }

  /// How a database can be lost, and what the program then says of it.
  enum Loss: CaseIterable {
    case emptied, gone, garbage, damaged

    func happen(to path: String) throws {
      let file = URL(fileURLWithPath: path)
      switch self {
      case .emptied: try Data().write(to: file)
      case .gone: try FileManager.default.removeItem(at: file)
      case .garbage: try Data("no database at all".utf8).write(to: file)
      case .damaged:
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(4_096..<40_960, with: Data(repeating: 0x55, count: 36_864))
        try bytes.write(to: file)
      }
    }
  }

  @Test(arguments: Loss.allCases)
  func `what is lost comes back by the command that the error names`(loss: Loss) throws {
    let (home, copy) = try copied()
    try home.strop("backup", with: ["STROP_NOW": "2026-11-26T22:00:00+08:00"])
    try loss.happen(to: home.database.path)
    let lost = try? Data(contentsOf: home.database)
    for arguments in [
      ["today"], ["checkin", "papers"], ["log"], ["remind", "deliver"],
    ] {
      let outcome = try home.start(arguments).end()
      #expect(outcome.status == 74, "\(arguments) \(outcome)")
      #expect(outcome.output == "")
      #expect(outcome.errors.hasSuffix(" strop restore strop-20261126T140000Z.db\n"))
    }
    #expect((try? Data(contentsOf: home.database)) == lost, "it was changed")
    let restored = try home.strop("restore", "strop-20261126T140000Z.db")
    #expect(restored.status == 0, "\(restored)")
    #expect(try minutes(home) == [20, 45])
    #expect(try home.strop("checkin", "papers", "-m", "5").status == 0)
    #expect(try home.strop("restore").output.contains(copy))
    guard loss == .garbage || loss == .damaged else { return }
    let kept = home.database.path + ".damaged-20261126T130000Z"
    #expect(restored.output.contains("~/.local/share/strop/strop.db.damaged-20261126T130000Z"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == lost)
  }

  /// The journal can be read, though the rows folded from it cannot.
  @Test func `a database that is damaged in part is kept as it is`() throws {
    let (home, copy) = try copied()
    try home.strop("backup", with: ["STROP_NOW": "2026-11-26T22:00:00+08:00"])
    let page = try home.run([
      "/usr/bin/sqlite3", home.database.path,
      "SELECT rootpage FROM sqlite_schema WHERE name = 'check_in'",
    ]).end()
    let number = try #require(Int(page.output.split(separator: "\n").first ?? ""))
    var bytes = try Data(contentsOf: home.database)
    bytes.replaceSubrange(
      (number - 1) * 4_096..<number * 4_096, with: Data(repeating: 0x55, count: 4_096))
    try bytes.write(to: home.database)
    #expect(try home.strop("restore", copy).status == 1)
    #expect(try Data(contentsOf: home.database) == bytes)
    let restored = try home.strop("restore", "strop-20261126T140000Z.db")
    #expect(restored.status == 0, "\(restored)")
    #expect(restored.output.contains("strop.db.damaged-20261126T130000Z"))
    #expect(try minutes(home) == [20, 45])
  }

  @Test func `a journal of SQLite's beside no database is no first run`() throws {
    let home = try StropHome()
    let journal = home.database.path + "-journal"
    try FileManager.default.removeItem(at: home.database)
    var header = Data([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7])
    header += Data(repeating: 0, count: 8) + Data([0, 0, 0, 9]) + Data(repeating: 0, count: 492)
    try header.write(to: URL(fileURLWithPath: journal))
    #expect(try home.strop("checkin", "papers").status == 74)
    #expect(try home.strop("checkin", "papers", "--lang", "zh").errors.contains("SQLite 的日志"))
    #expect(!FileManager.default.fileExists(atPath: home.database.path))
    try FileManager.default.removeItem(atPath: journal)
    #expect(try home.strop("checkin", "papers").status == 0)
  }

  @Test func `a fortnight of ticks over an emptied database keeps every copy`() throws {
    let (home, _) = try copied()
    try home.strop("remind", "add", "papers", "--at", "daily 21:30")
    for day in 10..<25 {
      try home.strop("backup", with: ["STROP_NOW": "2026-11-\(day)T09:00:00+08:00"])
    }
    func copies() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: backups(home).path))
    }
    let before = try copies()
    try Data().write(to: home.database)
    for day in 10..<24 {
      #expect(
        try home.strop("remind", "deliver", with: ["STROP_NOW": "2026-12-\(day)T22:00:00+08:00"])
          .status == 74)
    }
    #expect(try copies() == before)
  }

  @Test func `what is no copy is refused, and nothing is changed`() throws {
    let (home, copy) = try copied()
    let before = try Data(contentsOf: home.database)
    try home.write("no database", to: "notes.db")
    #expect(
      try home.strop("restore", "nothing.db")
        == .failure(64, "strop: no copy called 'nothing.db'\nhint: strop restore\n"))
    #expect(try home.strop("restore", home.path("notes.db"), "--force").status == 74)
    #expect(try home.strop("restore", "", "--force").status != 0)
    #expect(try Data(contentsOf: home.database) == before)
    let other = home.path("other.db")
    #expect(
      try home.strop("restore", "--db", other, "nothing.db").errors
        == "strop: no copy called 'nothing.db'\nhint: strop backup --db ~/other.db\n")
    let path = backups(home).appending(path: copy).path
    #expect(try home.strop("restore", "--db", other, path).status == 0)
    #expect(try home.strop("log", "--db", other, "--json").list("checkins").count == 1)
  }

  @Test func `check-ins while a copy is brought back are in the database or in what is kept`()
    throws
  {
    let (home, copy) = try copied()
    let writers = try (1...12).map { try home.start(["checkin", "papers", "-m", "\($0)"]) }
    let restored = try home.start(["restore", copy, "--force"]).end()
    #expect(restored.status == 0, "\(restored)")
    for outcome in writers.map({ $0.end() }) { expectCivil(outcome, 0) }
    var found = Set(try minutes(home))
    for file in try FileManager.default.contentsOfDirectory(atPath: backups(home).path) {
      let path = backups(home).appending(path: file).path
      let log = try home.strop("log", "--json", "--db", path).list("checkins")
      found.formUnion(log.compactMap { $0["minutes"] as? Int })
    }
    #expect(found.isSuperset(of: 1...12))
    #expect(try home.strop("doctor", "--json").list("checks").first?["state"] as? String == "ok")
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("restore", english: "Bring a copy of the database back", chinese: "用备份恢复数据库")
  }
}
