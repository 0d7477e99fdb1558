import Foundation
import TestSupport
import Testing

/// Machines that share a journal through a bare repository.
final class SharedHomes {
  let remote: StropHome
  let homes: [StropHome]

  /// The first has a journal before it shares it; the others have nothing.
  init(_ count: Int = 2, joined: Bool = true) throws {
    remote = try StropHome(.empty)
    homes = try (0..<count).map { try StropHome($0 == 0 ? .begun : .empty) }
    try git("init", "-q", "--bare", url)
    guard joined else { return }
    for home in homes {
      try #require(try home.strop("sync", "init", url).status == 0)
    }
  }

  var url: String { remote.path("journal.git") }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let outcome = try remote.run(["/usr/bin/git"] + arguments).end()
    try #require(outcome.status == 0, "git \(arguments): \(outcome)")
    return outcome.output
  }

  /// A clone of the remote in which a test does what strop never does; `push` sends it.
  func tamper(_ body: (_ clone: String) throws -> Void) throws {
    let clone = remote.path("clone-\(UInt64.random(in: 0 ... .max))")
    try git("clone", "-q", url, clone)
    try body(clone)
    try git("-C", clone, "add", "-A")
    try git(
      "-C", clone, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x")
    try git("-C", clone, "push", "-q", "origin", "HEAD")
  }

  /// The only file of a home's device, in a clone.
  func file(of home: StropHome) throws -> String {
    "journal/\(try home.device())/2026-11.jsonl"
  }

  func journals() throws -> [String] { try homes.map { try $0.strop("export").output } }

  func expectSame() throws {
    let journals = try journals()
    for journal in journals { #expect(journal == journals[0]) }
  }
}

extension StropHome {
  /// The device that writes here, as `sync status` tells it.
  func device() throws -> String {
    let devices = try strop("sync", "status", "--json").object("sync")["devices"]
    let own = try #require(devices as? [[String: Any]]).first { $0["own"] as? Bool == true }
    return try #require(own?["device"] as? String)
  }
}

struct SyncCommandTests {
  @Test func `help, in both languages`() throws {
    try expectHelp(
      "sync", english: "Share the journal between machines, through git",
      chinese: "用 git 在多台机器间同步记录")
    try expectHelp(
      "sync init", english: "Share the journal from now on: begins, or joins",
      chinese: "开始同步：新建，或加入已有的")
    try expectHelp(
      "sync status", english: "Which machines share it, and what still waits",
      chinese: "有哪些机器、还有多少没发出")
    try expectHelp(
      "sync remove", english: "Share it no more; no journal is touched", chinese: "不再同步；记录都还在")
  }

  @Test func `a machine begins, another joins, and both hold everything`() throws {
    let shared = try SharedHomes(joined: false)
    let (first, second) = (shared.homes[0], shared.homes[1])
    try first.strop("checkin", "papers", "-m", "40", "-n", "旧 😀")
    let begun = try first.strop("sync", "init", shared.url, "--lang", "en")
    #expect(begun.errors == "")
    #expect(begun.output.hasPrefix("shared through \(shared.url): sent "))
    // A path that was typed from here holds from everywhere.
    let outcome = try second.strop(
      "sync", "init", "../\(shared.remote.directory.lastPathComponent)/journal.git", "--json")
    let joined = try outcome.object("sync")
    #expect(joined.has("remote taken from sent others copy"))
    #expect(joined["remote"] as? String == shared.url)
    #expect((joined["taken"] as? Int ?? 0) > 2)
    #expect(joined["copy"] is NSNull)
    #expect(try second.strop("log").output.contains("旧 😀"))
    try second.strop("checkin", "debug", "-m", "10")
    #expect(try second.strop("sync", "--lang", "en") == .success("sent 2 entries\n"))
    let host = ProcessInfo.processInfo.hostName.prefix { $0 != "." }
    let taken = try first.strop("sync", "--lang", "en")
    #expect(taken.output.hasPrefix("took in 3 entries from \(host)"))
    #expect(try first.strop("sync", "--lang", "en") == .success("nothing new\n"))
    #expect(try first.strop("sync", "--lang", "zh") == .success("没有新的记录\n"))
    try shared.expectSame()
    // It is a first run no more.
    #expect(try second.strop("today").errors == "")
  }

  @Test func `the repository says what it is, and holds what export writes`() throws {
    let shared = try SharedHomes()
    let clone = shared.remote.path("clone")
    try shared.homes[0].strop("checkin", "papers")
    try shared.homes[0].strop("sync")
    try shared.git("clone", "-q", shared.url, clone)
    let readme = try String(contentsOfFile: clone + "/README.md", encoding: .utf8)
    #expect(readme.contains("journal/DEVICE/YYYY-MM.jsonl"))
    #expect(readme.contains("jq"))
    let file = try shared.file(of: shared.homes[0])
    let lines = try String(contentsOfFile: clone + "/" + file, encoding: .utf8)
      .split(separator: "\n")
    let device = try shared.homes[0].device()
    let exported = try shared.homes[0].strop("export").output.split(separator: "\n")
      .filter { $0.hasPrefix("{\"device\":\"\(device)\"") }
    #expect(lines == exported)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: clone).sorted()
        == [".git", ".gitattributes", "README.md", "journal"])
  }

  @Test func `joining leaves the first machine's focus, plans and reminders, and rings once`()
    throws
  {
    let shared = try SharedHomes(joined: false)
    let (first, second) = (shared.homes[0], shared.homes[1])
    try first.strop("skill", "focus", "dpo", "--sessions", "4")
    try first.strop("skill", "shelve", "weekend")
    try first.strop("remind", "add", "--text", "ring", "--at", "daily 20:30", "--via", "stdout")
    let focus = try first.strop("skill", "list", "--json").output
    // The second was used for itself before.
    for home in [first, second] { try home.strop("checkin", "papers") }
    try first.strop("sync", "init", shared.url)
    try second.strop("sync", "init", shared.url)
    try first.strop("sync")
    #expect(try first.strop("skill", "list", "--json").output == focus)
    #expect(try second.strop("skill", "list", "--json").output == focus)
    #expect(try second.strop("remind", "list", "--json").list("reminders").count == 1)
    let tomorrow = ["STROP_NOW": "2026-11-27T21:00:00+08:00"]
    #expect(try second.strop("remind", "deliver", with: tomorrow) == .success(""))
    #expect(try first.strop("remind", "deliver", with: tomorrow).output.contains("ring"))
    // Moved, it rings there and here no more, once both know.
    let id = try #require(
      try second.strop("remind", "list", "--json").list("reminders")[0]["id"] as? String)
    try second.strop("remind", "edit", id, "--here")
    try second.strop("sync")
    try first.strop("sync")
    let later = ["STROP_NOW": "2026-11-28T21:00:00+08:00"]
    #expect(try first.strop("remind", "deliver", with: later) == .success(""))
    #expect(try second.strop("remind", "deliver", with: later).output.contains("ring"))
    try shared.expectSame()
  }

  @Test func `what a machine had before it joins is copied first`() throws {
    let shared = try SharedHomes(joined: false)
    try shared.homes[0].strop("sync", "init", shared.url)
    try shared.homes[1].strop("checkin", "debug")
    let joined = try shared.homes[1].strop("sync", "init", shared.url, "--json").object("sync")
    let copy = try #require(joined["copy"] as? String)
    #expect(FileManager.default.fileExists(atPath: copy))
    try shared.homes[0].strop("sync")
    try shared.expectSame()
  }

  @Test func `a history of another device, imported from a file, is passed on`() throws {
    let shared = try SharedHomes()
    let third = try StropHome()
    try third.strop("checkin", "papers", "-n", "of a third")
    let journal = try third.strop("export").output
    for home in shared.homes { try home.strop("import", "-", input: .text(journal)) }
    for home in shared.homes + shared.homes {
      #expect(try home.strop("sync").status == 0)
    }
    try shared.expectSame()
    let device = try third.strop("export").output.dropFirst(11).prefix(10)
    #expect(
      try shared.git("-C", shared.url, "ls-tree", "-r", "--name-only", "HEAD").contains(device))
  }

  @Test func `entries of a kind that this strop does not know are passed on`() throws {
    let shared = try SharedHomes(3)
    let unknown =
      #"{"device":"7w3k9x0qmb","seq":1,"batch":"c0f5m2t8yj","clock":117665912131846144,"#
      + #""at":"2026-11-24T13:30:05.123Z","zone":"UTC","subject":"telescope/9n2v6h4r1d","#
      + #""fields":{"create":true,"lens":{"mm":90}}}"#
    try shared.homes[0].strop("import", "-", input: .text(unknown + "\n"))
    for home in shared.homes + shared.homes { try home.strop("sync") }
    try shared.expectSame()
    #expect(try shared.homes[2].strop("export").output.contains(unknown + "\n"))
  }

  @Test func `a device whose clock is a day ahead is named, and nothing comes out of order`() throws
  {
    let shared = try SharedHomes()
    let ahead = ["STROP_NOW": "2026-11-27T21:00:00+08:00"]
    let id = try #require(
      try shared.homes[1].strop("checkin", "papers", "-m", "10", "--json", with: ahead)
        .object("checkin")["id"] as? String)
    try shared.homes[1].strop("sync", with: ahead)
    try shared.homes[0].strop("sync")
    let doctor = try shared.homes[0].strop("doctor", "--json").list("checks")
    let clock = try #require(doctor.first { $0["name"] as? String == "clock" })
    #expect(clock["state"] as? String == "warn")
    #expect((clock["detail"] as? String)?.contains(try shared.homes[1].device()) == true)
    #expect((clock["detail"] as? String)?.contains("by 24 h") == true)
    #expect(try shared.homes[0].strop("doctor", "--lang", "zh").output.contains("快 24 小时"))
    let status = try shared.homes[0].strop("sync", "status", "--json").object("sync")
    let devices = try #require(status["devices"] as? [[String: Any]])
    #expect(devices.map { $0["aheadSeconds"] as? Int } == [nil, 86_400])
    // It was changed here after it was written there, whatever the clocks say.
    try shared.homes[0].strop("edit", id, "-m", "30")
    try shared.homes[0].strop("sync")
    try shared.homes[1].strop("sync")
    #expect(try shared.homes[1].strop("show", id).output.contains("minutes   30\n"))
    #expect(
      try shared.homes[1].strop("doctor", "--json").list("checks")
        .contains { $0["name"] as? String == "clock" } == false)
    try shared.expectSame()
  }

  @Test func `status of what is not shared teaches, and so does sync`() throws {
    let home = try StropHome()
    let status = try home.strop("sync", "status", "--lang", "en")
    #expect(status.status == 0)
    #expect(status.output.hasSuffix("\n  strop sync init git@example.com:me/strop.git\n"))
    #expect(
      try home.strop("sync", "--lang", "en")
        == .failure(
          1,
          "strop: the journal is not shared yet\nhint: strop sync init git@example.com:me/strop.git\n"
        ))
    #expect(try home.strop("sync", "remove").status == 1)
    let none = try StropHome(.empty)
    #expect(
      try none.strop("sync").errors.hasSuffix("strop sync init git@example.com:me/strop.git\n"))
    #expect(!FileManager.default.fileExists(atPath: none.path(".local")))
    for odd in ["", "--upload-pack=x", "a\u{7}b"] {
      #expect(try home.strop("sync", "init", "--", odd).status == 64)
    }
  }

  @Test func `removed and begun again, nothing is lost or doubled`() throws {
    let shared = try SharedHomes()
    let home = shared.homes[0]
    #expect(try home.strop("sync", "init", "elsewhere:x.git").errors.contains("already"))
    // Once more with the same address is a sync.
    #expect(try home.strop("sync", "init", shared.url).status == 0)
    #expect(try home.strop("sync", "remove", "--json").object("removed").has("remote"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: home.path(".local/share/strop/sync"))
        == ["strop.db.lock"])
    try home.strop("checkin", "papers")
    #expect(try home.strop("sync").status == 1)
    #expect(
      try home.strop("sync", "init", shared.url, "--json").object("sync")["sent"] as? Int == 2)
    try shared.homes[1].strop("sync")
    try shared.expectSame()
  }

  @Test func `a clone that is damaged or gone is made anew`() throws {
    let shared = try SharedHomes()
    let home = shared.homes[0]
    let clone = home.path(".local/share/strop/sync/strop.db")
    for (number, damage) in [
      "rm -rf .git/objects", "touch .git/index.lock", "rm -rf .git", "echo x > .git/index",
      "echo x > .git/HEAD", "rm -rf journal", "cd ..; rm -rf strop.db",
      "touch .git/refs/remotes/origin/main.lock",
    ].enumerated() {
      _ = try home.run(["/bin/sh", "-c", "cd \(clone) && \(damage)"]).end()
      try home.strop("checkin", "papers", "-n", "\(number)")
      try shared.homes[1].strop("checkin", "debug")
      try shared.homes[1].strop("sync")
      let outcome = try home.strop("sync")
      #expect(outcome.status == 0, "\(damage): \(outcome)")
      try shared.homes[1].strop("sync")
      try shared.expectSame()
    }
  }

  @Test func `called from a hook of git's, it leaves that repository alone`() throws {
    let shared = try SharedHomes()
    let (path, head) = try shared.homes[0].repository()
    try shared.homes[0].strop("checkin", "papers")
    let hook = [
      "GIT_DIR": path + "/.git", "GIT_WORK_TREE": path, "GIT_INDEX_FILE": path + "/.git/index",
    ]
    #expect(try shared.homes[0].strop(["sync"], with: hook).status == 0)
    let after = try shared.homes[0].run(["/usr/bin/git", "-C", path, "rev-parse", "HEAD"]).end()
    #expect(after.output == head + "\n")
    try shared.homes[1].strop("sync")
    try shared.expectSame()
  }

  @Test func `the user's own ways with git change no byte`() throws {
    let shared = try SharedHomes(joined: false)
    let home = shared.homes[0]
    try home.write(
      """
      [core]
      autocrlf = true
      excludesFile = ~/ignored
      hooksPath = ~/hooks
      [commit]
      gpgsign = true
      [init]
      defaultBranch = trunk
      [clone]
      defaultRemoteName = upstream
      [user]
      name = 李雷
      email = li@example.com
      """, to: ".gitconfig")
    try home.write("*.jsonl\nREADME.md\n", to: "ignored")
    try FileManager.default.createDirectory(
      atPath: home.path("hooks"), withIntermediateDirectories: true)
    try home.writeProgram("#!/bin/sh\nexit 1\n", to: "hooks/pre-push")
    for home in shared.homes { #expect(try home.strop("sync", "init", shared.url).status == 0) }
    try home.strop("sync")
    try shared.expectSame()
    #expect(try shared.git("-C", shared.url, "log", "--format=%an", "HEAD").contains("李雷"))
  }

  @Test func `a repository with a README of its own is joined, one of something else is not`()
    throws
  {
    let shared = try SharedHomes(joined: false)
    try shared.tamper {
      try Data("# mine\n".utf8).write(to: URL(fileURLWithPath: $0 + "/README.md"))
    }
    #expect(try shared.homes[0].strop("sync", "init", shared.url).status == 0)
    let files = try shared.git("-C", shared.url, "ls-tree", "-r", "--name-only", "HEAD")
    #expect(files.contains("journal/README.md\n"))
    let other = try SharedHomes(1, joined: false)
    try other.tamper { try Data("x".utf8).write(to: URL(fileURLWithPath: $0 + "/main.py")) }
    let outcome = try other.homes[0].strop("sync", "init", other.url, "--lang", "en")
    #expect(
      outcome
        == .failure(
          65,
          "strop: \(other.url) holds other things: main.py\n"
            + "hint: give the journal an empty repository of its own\n"))
    #expect(try other.homes[0].strop("sync").status == 1)
  }

  @Test func `at a terminal, ssh can ask for a passphrase; from a script nothing is asked`() throws
  {
    let shared = try SharedHomes(1, joined: false)
    let home = shared.homes[0]
    try home.writeProgram(
      """
      #!/bin/sh
      { printf 'passphrase: ' >/dev/tty && read -r answer </dev/tty; } 2>/dev/null
      [ "$answer" = open ] || { echo 'Permission denied (publickey).' >&2; exit 255; }
      for command; do :; done
      exec sh -c "$command"
      """, to: "ssh")
    let variables = ["GIT_SSH_COMMAND": home.path("ssh")]
    let url = "box:" + shared.url
    let script = try home.strop("sync", "init", url, "--lang", "en", with: variables)
    #expect(
      script
        == .failure(
          69,
          "strop: \(url) cannot be reached: Permission denied (publickey).\n"
            + "hint: nothing is lost; to see whether git gets there: git ls-remote \(url)\n"))
    let shown = try home.onTerminal(
      .wait("passphrase: "), .type("open\r"), .wait("passphrase: "), .type("open\r"),
      arguments: ["sync", "init", url, "--lang", "en"], with: variables)
    #expect(shown.status == 0, "\(shown)")
    #expect(shown.output.contains("shared through \(url): sent "), "\(shown)")
  }
}
