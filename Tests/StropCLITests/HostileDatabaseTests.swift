import Foundation
import Glibc
import Testing

/// Databases that are none, that are somebody else's, and that are nowhere.
struct HostileDatabaseTests {
  private static let commands = HostileCommand.all(.reads, .writes)

  /// What `--db` may name, made in an empty home.
  enum Place: String, CaseIterable {
    case directory, text, foreign, newer, truncated, danglingLink, insideFile, unreadable, others

    func make(_ home: StropHome) throws -> String {
      let path = home.path("place.db")
      switch self {
      case .directory:
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false)
      case .text: try home.write("my notes, which are not a database\n", to: "place.db")
      case .foreign: try sqlite(home, "CREATE TABLE bookmarks (url TEXT)")
      case .newer:
        try FileManager.default.copyItem(atPath: home.database.path, toPath: path)
        try sqlite(home, "PRAGMA user_version = 99")
      case .truncated:
        let bytes = try Data(contentsOf: home.database)
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
      case .danglingLink:
        try FileManager.default.createSymbolicLink(
          atPath: path, withDestinationPath: home.path("no/such/file"))
      case .insideFile:
        try home.write("a file", to: "file")
        return home.path("file/place.db")
      case .unreadable:
        try FileManager.default.copyItem(atPath: home.database.path, toPath: path)
        chmod(path, 0)
      case .others:
        try FileManager.default.copyItem(atPath: home.database.path, toPath: path)
        try #require(chown(path, 54_321, 54_321) == 0)
      }
      return path
    }

    private func sqlite(_ home: StropHome, _ sql: String) throws {
      let made = try home.run(["/usr/bin/sqlite3", "place.db", sql]).end()
      try #require(made.status == 0, "\(made.errors)")
    }
  }

  @Test(arguments: Place.allCases)
  func `what cannot be a database is told in one line, and left as it is`(place: Place) throws {
    if place == .unreadable, !Permissions.bind { return }
    // Only root can give a file away.
    if place == .others, getuid() != 0 { return }
    let home = try StropHome()
    let path = try place.make(home)
    let before = try? Data(contentsOf: URL(fileURLWithPath: path))
    for command in ["today", "checkin papers", "undo", "export", "report --json", "remind deliver"]
    {
      let outcome = try home.run(
        Permissions.wrapper + [try StropHome.binary.get(), "--db", path]
          + command.split(separator: " ").map(String.init)
      ).end()
      expectCivil(outcome, 74)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(path), "\(outcome.errors)")
    }
    #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.directory.path)
    let besides = names.filter { $0 != "place.db" && $0 != ".local" && $0 != "file" }
    #expect(besides == [])
  }

  @Test func `an empty file is as good as none`() throws {
    let home = try StropHome(.empty)
    try home.write("", to: "empty.db")
    chmod(home.path("empty.db"), 0o644)
    let first = try home.strop("checkin", "papers", "--db", "empty.db", "--json")
    #expect(try first.object("checkin")["skill"] as? String == "papers")
    var status = stat()
    #expect(stat(home.path("empty.db"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(!FileManager.default.fileExists(atPath: home.path(".local")))
  }

  @Test func `reminders are not delivered where there is no database`() throws {
    let home = try StropHome(.empty)
    expectCivil(try home.strop("remind", "deliver"), 74)
    #expect(!FileManager.default.fileExists(atPath: home.path(".local")))
  }

  @Test func `a wrong zone is an error, never UTC, and makes nothing`() throws {
    let home = try StropHome(.empty)
    for command in ["today", "checkin papers", "export", "config set zone Asia/Shanghai"] {
      let words = command.split(separator: " ").map(String.init)
      let outcome = try home.start(words, with: ["TZ": "Bogus"]).end()
      expectCivil(outcome, 78)
      #expect(outcome.errors.hasPrefix("strop: TZ is 'Bogus', which is no time zone here\n"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.directory.path) == [])
  }

  @Test(arguments: ["", "yesterday", "2026-11-26", "2026-13-01T00:00:00Z", "9999999999"])
  func `a moment that is none is refused, and makes nothing`(now: String) throws {
    let home = try StropHome(.empty)
    let outcome = try home.strop("checkin", "papers", with: ["STROP_NOW": now])
    expectCivil(outcome, 64)
    #expect(outcome.errors.hasPrefix("strop: STROP_NOW is '\(now)', which is not RFC 3339\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.directory.path) == [])
  }

  @Test func `without HOME, and with a relative XDG_DATA_HOME, the database is where it should be`()
    throws
  {
    let home = try StropHome(.empty)
    let homeless: [String: String?] = ["HOME": nil, "XDG_DATA_HOME": home.path("data")]
    expectCivil(try home.strop("checkin", "papers", with: homeless), 0)
    #expect(FileManager.default.fileExists(atPath: home.path("data/strop/strop.db")))
    expectCivil(try home.strop("checkin", "papers", with: ["XDG_DATA_HOME": "relative"]), 0)
    #expect(FileManager.default.fileExists(atPath: home.database.path))
    #expect(!FileManager.default.fileExists(atPath: home.path("relative")))
    let named: [String: String?] = ["HOME": nil, "STROP_DB": home.path("named.db")]
    expectCivil(try home.strop("today", with: named), 0)
    #expect(FileManager.default.fileExists(atPath: home.path("named.db")))
  }

  /// Waits for the five seconds of the busy timeout. Under EXCLUSIVE nobody else reads, either.
  @Test(arguments: ["EXCLUSIVE", "IMMEDIATE"])
  func `a database that another process holds is waited for, then given up`(lock: String) throws {
    let home = try HostileHome()
    let before = try home.bytes()
    let holding = "(echo 'BEGIN \(lock);'; exec sleep 60) | sqlite3 -cmd '.timeout 9000' \"$0\""
    let holder = try home.home.run(["/bin/sh", "-c", holding, home.home.database.path])
    defer {
      holder.stop()
      _ = holder.end()
    }
    // Until the holder has it, nothing is proved.
    var isHeld = false
    for _ in 0..<500 where !isHeld {
      usleep(10_000)
      isHeld =
        try home.home.run(["/usr/bin/sqlite3", home.home.database.path, "BEGIN IMMEDIATE"]).end()
        .status != 0
    }
    try #require(isHeld)
    let recorded = try home.home.start(["checkin", "papers", "-n", "prompt"])
    let delivered = try home.home.start(["remind", "deliver"])
    let read = try home.home.start(["log"])
    let prompt = try home.home.start(["prompt"])
    for outcome in [recorded.end(), delivered.end()] {
      expectCivil(outcome, 69)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("nothing was recorded") == (lock == "IMMEDIATE"))
    }
    let log = read.end()
    #expect(log.status == (lock == "IMMEDIATE" ? 0 : 69))
    #expect(!log.errors.contains("recorded"), "\(log)")
    // A shell waits for it at every line: it ends by itself before the others give up.
    let segment = prompt.end()
    #expect(segment.status == (lock == "IMMEDIATE" ? 0 : 69))
    #expect(segment.errors == "")
    #expect(try home.bytes() == before)
  }
}
