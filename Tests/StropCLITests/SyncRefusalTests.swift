import Foundation
import Glibc
import TestSupport
import Testing

/// What a remote can have come to, and that nothing is lost by it.
struct SyncRefusalTests {
  /// Two machines with a check-in each that both hold, and one on the first that waits.
  private func shared() throws -> SharedHomes {
    let shared = try SharedHomes()
    for home in shared.homes + [shared.homes[0]] {
      try home.strop("checkin", "papers", "-n", "shared")
      try home.strop("sync")
    }
    try shared.homes[0].strop("checkin", "debug", "-n", "waits")
    return shared
  }

  /// Syncs on the first machine, which fails and changes nothing.
  private func refused(
    _ shared: SharedHomes, _ status: Int32, _ sentence: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let journal = try shared.homes[0].strop("export").output
    for language in ["en", "zh"] {
      let outcome = try shared.homes[0].strop("sync", "--lang", language)
      #expect(outcome.status == status, "\(outcome)", sourceLocation: sourceLocation)
      #expect(outcome.output == "", sourceLocation: sourceLocation)
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 2, "\(outcome.errors)", sourceLocation: sourceLocation)
      #expect(
        lines.last?.hasPrefix(language == "en" ? "hint: " : "提示：") == true,
        sourceLocation: sourceLocation)
      if language == "en" {
        #expect(
          outcome.errors.contains(sentence), "\(outcome.errors)", sourceLocation: sourceLocation)
      }
    }
    #expect(try shared.homes[0].strop("export").output == journal, sourceLocation: sourceLocation)
    let status = try shared.homes[0].strop("sync", "status", "--json").object("sync")
    #expect(status["waiting"] as? Int == 2, sourceLocation: sourceLocation)
  }

  /// Syncs until both hold the same, and what waited among it.
  private func settled(_ shared: SharedHomes) throws {
    for home in shared.homes + shared.homes {
      let outcome = try home.strop("sync")
      #expect(outcome.status == 0, "\(outcome)")
    }
    try shared.expectSame()
    #expect(try shared.homes[1].strop("log").output.contains("waits"))
  }

  private func joinAnew(_ shared: SharedHomes) throws {
    for home in shared.homes {
      try home.strop("sync", "remove")
      let outcome = try home.strop("sync", "init", shared.url)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test func `a remote that is down`() throws {
    let shared = try shared()
    let away = shared.remote.path("away")
    try FileManager.default.moveItem(atPath: shared.url, toPath: away)
    try refused(shared, 69, "\(shared.url) cannot be reached: fatal: ")
    let status = try shared.homes[0].strop("sync", "status", "--json").object("sync")
    let failing = try #require(status["failing"] as? [String: Any])
    #expect(failing.has("since days reason"))
    #expect(status["waiting"] as? Int == 2)
    try FileManager.default.moveItem(atPath: away, toPath: shared.url)
    try settled(shared)
    #expect(
      try shared.homes[0].strop("sync", "status", "--json").object("sync")["failing"] is NSNull)
  }

  @Test func `a remote that nobody listens at`() throws {
    let home = try StropHome()
    let outcome = try home.strop("sync", "init", "http://127.0.0.1:9/journal.git", "--lang", "en")
    #expect(outcome.status == 69)
    #expect(outcome.errors.hasPrefix("strop: http://127.0.0.1:9/journal.git cannot be reached: "))
    // It was not begun.
    #expect(try home.strop("sync").status == 1)
  }

  @Test func `a password in an address is shown nowhere`() throws {
    let home = try StropHome()
    let address = "http://li:hunter2secret@127.0.0.1:9/journal.git"
    let outcome = try home.strop("sync", "init", address)
    #expect(outcome.status == 69)
    #expect(!outcome.errors.contains("hunter2secret"), "\(outcome.errors)")
  }

  @Test func `a remote that takes nothing`() throws {
    let shared = try shared()
    let hook = shared.url + "/hooks/pre-receive"
    try TestSupport.writeProgram("#!/bin/sh\necho this repository is read-only\nexit 1\n", to: hook)
    try refused(shared, 69, "did not take 2 new entries: remote: this repository is read-only")
    // What others wrote is taken in all the same.
    try FileManager.default.removeItem(atPath: hook)
    try shared.homes[1].strop("checkin", "papers", "-n", "of the second")
    try shared.homes[1].strop("sync")
    try TestSupport.writeProgram("#!/bin/sh\nexit 1\n", to: hook)
    #expect(try shared.homes[0].strop("sync").status == 69)
    #expect(try shared.homes[0].strop("log").output.contains("of the second"))
    try FileManager.default.removeItem(atPath: hook)
    try settled(shared)
  }

  @Test func `a remote that was emptied`() throws {
    let shared = try shared()
    try shared.git("-C", shared.url, "update-ref", "-d", "HEAD")
    try refused(shared, 65, "the remote is empty now, and held ")
    try joinAnew(shared)
    try settled(shared)
  }

  @Test func `a remote that was made anew`() throws {
    let shared = try shared()
    try FileManager.default.removeItem(atPath: shared.url)
    try shared.git("init", "-q", "--bare", shared.url)
    try refused(shared, 65, "the remote is empty now, and held ")
    try joinAnew(shared)
    try settled(shared)
  }

  @Test(arguments: [1, 2, 3])
  func `a remote that was forced back to an older state`(steps: Int) throws {
    let shared = try shared()
    try shared.git("-C", shared.url, "update-ref", "HEAD", "HEAD~\(steps)")
    try refused(shared, 65, "is gone (it had ")
    try joinAnew(shared)
    try settled(shared)
  }

  @Test func `history that is rewritten without a change of its lines is taken as it is`() throws {
    let shared = try shared()
    let tree = try shared.git("-C", shared.url, "rev-parse", "HEAD^{tree}").prefix(40)
    let commit = try shared.git(
      "-C", shared.url, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit-tree",
      String(tree), "-m", "squashed"
    ).prefix(40)
    try shared.git("-C", shared.url, "update-ref", "HEAD", String(commit))
    try settled(shared)
  }

  /// What is done to the file of the second device, which has lines 1 to 3, and what is said of it.
  struct Damage: Sendable {
    let name: String
    let sentence: String
    let body: @Sendable ([String]) -> String

    static func whole(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

    static let all = [
      Damage(name: "a file cut off within a line", sentence: "line 3 is cut off") {
        String(whole($0).dropLast(20))
      },
      Damage(name: "a file without its last newline", sentence: "line 3 is cut off") {
        String(whole($0).dropLast())
      },
      Damage(
        name: "a file without its last line", sentence: "line 3 is gone (it had 3 lines, and has 2)"
      ) {
        whole($0.dropLast())
      },
      Damage(name: "an empty file", sentence: "line 1 is gone (it had 3 lines, and has 0)") { _ in
        ""
      },
      Damage(name: "a line changed", sentence: "line 2 is not what it was") { lines in
        whole([lines[0], lines[1].replacing("Asia/Shanghai", with: "UTC")] + lines[2...])
      },
      Damage(name: "a line put in before others", sentence: "line 2 is not what it was") { lines in
        whole([lines[0], lines[0]] + lines[1...])
      },
      Damage(name: "lines in another order", sentence: "line 2 is not what it was") { lines in
        whole(lines.reversed())
      },
      Damage(
        name: "a line of another format",
        sentence: "line 4 is no entry of that device in that month"
      ) {
        whole($0) + "hello\n"
      },
      Damage(
        name: "an entry of another month",
        sentence: "line 4 is no entry of that device in that month"
      ) {
        whole($0 + [next($0, 4).replacing("\"at\":\"2026-11", with: "\"at\":\"2026-10")])
      },
      Damage(
        name: "an entry of another device",
        sentence: "line 4 is no entry of that device in that month"
      ) {
        whole($0 + ["{\"device\":\"0000000000\"" + next($0, 4).dropFirst(22)])
      },
      Damage(
        name: "the greatest number of all",
        sentence: "line 4 is no entry of that device in that month"
      ) {
        whole($0 + [next($0, Int.max), next($0, 5)])
      },
      Damage(name: "a gap", sentence: "line 4 is entry 9 where 4 comes next") {
        whole($0 + [next($0, 9)])
      },
      Damage(name: "an entry twice", sentence: "line 4 is entry 3 where 4 comes next") {
        whole($0 + [$0[2]])
      },
      Damage(name: "impossible minutes", sentence: "line 4 has an impossible minutes") {
        whole(
          $0 + [
            next($0, 4).replacing("\"fields\":{", with: "\"fields\":{\"minutes\":1441,")
              .replacing(/"subject":"[^"]*"/, with: "\"subject\":\"checkin/0000000000\"")
          ])
      },
      Damage(name: "a setting of another device", sentence: "line 4 is a setting of another device")
      {
        whole(
          $0 + [
            next($0, 4).replacing(
              /"subject":"[^"]*"/, with: "\"subject\":\"setting/0000000000/command.path\"")
          ])
      },
      Damage(name: "a key more", sentence: "line 4 has an unknown key \"x\"") {
        whole($0 + [next($0, 4).dropLast() + ",\"x\":1}"])
      },
      Damage(
        name: "white space within a line",
        sentence: "line 4 is not written as strop export writes it"
      ) {
        whole($0 + [next($0, 4).replacing("\"fields\":", with: "\"fields\": ")])
      },
      Damage(name: "a zero byte", sentence: "line 4 is not JSON") { whole($0) + "\0\n" },
      Damage(name: "a byte order mark", sentence: "line 1 is not what it was") {
        "\u{feff}" + whole($0)
      },
      Damage(name: "other ends of lines", sentence: "line 1 is not what it was") {
        $0.map { $0 + "\r\n" }.joined()
      },
    ]

    /// The last line, under another number.
    private static func next(_ lines: [String], _ sequence: Int) -> String {
      (lines.last ?? "").replacing(/"seq":\d+/, with: "\"seq\":\(sequence)")
    }
  }

  @Test
  func `a file that was changed in any way but by adding is refused, and taken once it is mended`()
    throws
  {
    let shared = try shared()
    let file = try shared.file(of: shared.homes[1])
    let device = try shared.homes[1].device()
    let whole = try shared.git("-C", shared.url, "rev-parse", "HEAD").prefix(40)
    for damage in Damage.all {
      try shared.tamper { clone in
        let path = clone + "/" + file
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3)
        try Data(damage.body(lines.map(String.init)).utf8).write(to: URL(fileURLWithPath: path))
      }
      let sentence = "strop: device \(device), \(file), \(damage.sentence): nothing was taken in\n"
      try refused(shared, 65, sentence)
      try shared.git("-C", shared.url, "update-ref", "HEAD", String(whole))
    }
    // Mended by a commit it is taken, too.
    try shared.tamper { try Data().write(to: URL(fileURLWithPath: $0 + "/" + file)) }
    try shared.tamper { clone in
      try shared.git("-C", clone, "checkout", "-q", String(whole), "--", file)
    }
    try settled(shared)
  }

  @Test func `a file that was taken away is refused, a file beside the journals left alone`() throws
  {
    let shared = try shared()
    let file = try shared.file(of: shared.homes[1])
    try shared.tamper { try Data("mine\n".utf8).write(to: URL(fileURLWithPath: $0 + "/notes.txt")) }
    let outcome = try shared.homes[0].strop("sync", "--lang", "en")
    #expect(outcome.output == "sent 2 entries\nleft alone, not strop's: notes.txt\n")
    try shared.homes[0].strop("checkin", "debug")
    try shared.tamper { try FileManager.default.removeItem(atPath: $0 + "/" + file) }
    try refused(shared, 65, "line 1 is gone (it had 3 lines, and has 0)")
  }

  @Test func `a foreign file among the journals is named`() throws {
    let shared = try shared()
    for name in ["journal/notes.txt", "journal/0000000000/x.jsonl", "journal/me/2026-11.jsonl"] {
      try shared.tamper { clone in
        let file = URL(fileURLWithPath: clone + "/" + name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("{}\n".utf8).write(to: file)
      }
      try refused(
        shared, 65, "strop: \(name) in the repository is not strop's: nothing was taken in\n")
      try shared.tamper { try FileManager.default.removeItem(atPath: $0 + "/" + name) }
    }
    try settled(shared)
  }

  @Test func `a copied database, which writes as another machine does, is refused`() throws {
    let shared = try shared()
    let home = shared.homes[0]
    try home.strop("sync")
    let copy = home.path("copy/strop.db")
    try FileManager.default.createDirectory(
      atPath: home.path("copy"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: home.database, to: URL(fileURLWithPath: copy))
    try home.strop("checkin", "papers", "-n", "here")
    try home.strop("checkin", "papers", "-n", "there", "--db", copy)
    #expect(try home.strop("sync").status == 0)
    let journal = try home.strop("export", "--db", copy).output
    let outcome = try home.strop("sync", "--db", copy, "--lang", "en")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasPrefix(
        "strop: device \(try home.device()), \(try shared.file(of: home)), line "))
    #expect(outcome.errors.contains("is another entry "))
    #expect(try home.strop("export", "--db", copy).output == journal)
  }

  @Test func `an entry of this machine that it never wrote is refused, until it is a new device`()
    throws
  {
    let shared = try shared()
    let home = shared.homes[0]
    let before = try Data(contentsOf: home.database)
    try home.strop("checkin", "papers", "-n", "lost here")
    try home.strop("sync")
    // Put back by hand, as a snapshot of a virtual machine is.
    try before.write(to: home.database)
    try refused(shared, 65, "is an entry of this machine, which never wrote it")
    let copy = try #require(
      try home.strop("backup", "--json").object("backup")["path"] as? String)
    #expect(try home.strop("restore", copy).status == 0)
    try settled(shared)
    #expect(try home.strop("log").output.contains("lost here"))
  }

  @Test func `another sync under way is waited for`() throws {
    let shared = try shared()
    let lock = shared.homes[0].path(".local/share/strop/sync/strop.db.lock")
    let file = open(lock, O_RDWR | O_CLOEXEC)
    try #require(flock(file, LOCK_EX) == 0)
    #expect(
      try shared.homes[0].strop("sync", "--lang", "en")
        == .failure(
          69,
          "strop: another strop is sharing the journal just now\nhint: run the same line again\n"))
    // A check-in does not wait for it.
    #expect(try shared.homes[0].strop("checkin", "debug").status == 0)
    let waiting = try shared.homes[0].start(["sync"])
    usleep(100_000)
    close(file)
    #expect(waiting.end().status == 0)
    try settled(shared)
  }
}
