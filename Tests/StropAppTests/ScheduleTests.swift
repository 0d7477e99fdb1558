import Foundation
import StropApp
import StropCore
import Testing

/// The numbered cases are those of the design's list of reminders.
@Suite(.serialized) struct ScheduleTests {
  let foreign = """
    # m h dom mon dow command

    0 5 * * * tar -zcf /backups/home-$(date +\\%F).tgz /home \\\\ \\

    \t30 6 * * 1 echo 'déjà vu' # 备份

    """

  // MARK: install

  @Test(arguments: CrontabKind.available)
  func `case 1: a user without a crontab gets one`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      let change = try await fixture.schedule().install(minute: 7)
      let block = try fixture.block(minute: 7)
      #expect(change.kind == .installed)
      #expect(change.removed.isEmpty)
      #expect(change.added.map { $0 + "\n" }.joined() == block)
      #expect(change.backup == nil)
      #expect(change.warnings.isEmpty)
      #expect(try fixture.text() == block)
    }
  }

  @Test(arguments: [
    "/var/spool/cron/crontabs: mkstemp: Permission denied",
    "crontab: your UID isn't in the passwd file, bailing out. There is no crontab for you",
    "crontab: can't open 'li': No such file or directory",
  ])
  func `case 2: any other failure to list is refused, and nothing written`(
    message: String
  ) async throws {
    try await CrontabFixture.with { fixture in
      try fixture.setCrontab("echo \"\(message)\" >&2; echo more >&2; exit 1")
      let schedule = try fixture.schedule()
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) } == .refused(message)
      )
      #expect(try await scheduleFailure { try await schedule.uninstall() } == .refused(message))
      #expect(try await scheduleFailure { try await schedule.status() } == .refused(message))
      #expect(fixture.callsMade == ["-l", "-l", "-l"])
    }
  }

  /// The message is Debian's; writing /etc/cron.deny of the machine at hand would be too much.
  @Test func `case 3: a user who may not use cron is told so, and nothing written`() async throws {
    try await CrontabFixture.with { fixture in
      let message = "You (li) are not allowed to use this program (crontab)"
      try fixture.setCrontab(
        "printf '\(message)\\nSee crontab(1) for more information\\n' >&2; exit 1"
      )
      let schedule = try fixture.schedule()
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) } == .refused(message)
      )
      #expect(fixture.callsMade == ["-l"])
    }
  }

  @Test func `case 4: without a crontab program the failure says so`() async throws {
    try await CrontabFixture.with { fixture in
      let schedule = CrontabSchedule(
        environment: try fixture.environment(),
        runner: .system,
        databasePath: fixture.databasePath,
        crontab: nil
      )
      #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .noCrontab)
      #expect(try await scheduleFailure { try await schedule.uninstall() } == .noCrontab)
      #expect(try await scheduleFailure { try await schedule.status() } == .noCrontab)
      #expect(try schedule.text(minute: 7) == fixture.block(minute: 7))
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 5: installing twice is unchanged`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind, crontab: foreign) { fixture in
      _ = try await fixture.schedule().install(minute: 7)
      let text = try fixture.text()
      let calls = fixture.callsMade.count
      let change = try await fixture.schedule().install(minute: 11)
      #expect(change == ScheduleChange(kind: .unchanged))
      #expect(try fixture.text() == text)
      #expect(fixture.callsMade.dropFirst(calls) == ["-l"])
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 6: a changed path or minute replaces the block in its place`(
    kind: CrontabKind
  ) async throws {
    try await CrontabFixture.with(kind, crontab: "A=1\n") { fixture in
      let schedule = try fixture.schedule()
      _ = try await schedule.install(minute: 7)
      let installed = try #require(try fixture.text())
      try fixture.write(Array((installed + foreign).utf8))

      let moved = fixture.directory.appending(path: "moved to/strop")
      let change = try await fixture.schedule(binary: moved).install(minute: 3)
      let old = try fixture.block(minute: 7).split(separator: "\n")
      let new = try fixture.schedule(binary: moved).text(minute: 3)
      #expect(change.kind == .replaced)
      #expect(change.removed == [String(old[1])])
      #expect(change.added == [String(new.split(separator: "\n")[1])])
      #expect(try fixture.text() == "A=1\n" + new + foreign)

      let other = fixture.directory.appending(path: "other.db").path
      #expect(try await fixture.schedule(databasePath: other).install(minute: 3).kind == .replaced)
      #expect(try await schedule.install(minute: 7).kind == .replaced)

      let edited = try #require(try fixture.text()).replacing("7,22,37,52 *", with: "*/5 8-20")
      try fixture.write(Array(edited.utf8))
      #expect(try await schedule.install(minute: 9).kind == .replaced)
      #expect(try fixture.text() == "A=1\n" + fixture.block(minute: 9) + foreign)
    }
  }

  // MARK: uninstall

  @Test(arguments: CrontabKind.available)
  func `case 7: uninstalling gives the original bytes back`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind, crontab: foreign) { fixture in
      _ = try await fixture.schedule().install(minute: 7)
      #expect(try fixture.text() == foreign + fixture.block(minute: 7))
      let change = try await fixture.schedule().uninstall()
      #expect(change.kind == .removed)
      #expect(change.removed.map { $0 + "\n" }.joined() == (try fixture.block(minute: 7)))
      #expect(change.added.isEmpty)
      #expect(try fixture.bytes() == Array(foreign.utf8))
      #expect(try await fixture.schedule().uninstall() == ScheduleChange(kind: .unchanged))
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 8: a crontab with nothing but our block is removed`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      _ = try await fixture.schedule().install(minute: 7)
      let change = try await fixture.schedule().uninstall()
      #expect(change.kind == .removed)
      #expect(change.backup != nil)
      #expect(try fixture.bytes() == nil)
      #expect(try await fixture.schedule().uninstall() == ScheduleChange(kind: .unchanged))
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 9: an opening mark alone is refused`(kind: CrontabKind) async throws {
    let text = foreign + CrontabText.openingMark + "\n0 5 * * * true\n"
    try await CrontabFixture.with(kind, crontab: text) { fixture in
      let schedule = try fixture.schedule()
      #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .unpairedMark)
      #expect(try await scheduleFailure { try await schedule.uninstall() } == .unpairedMark)
      #expect(try await scheduleFailure { try await schedule.status() } == .unpairedMark)
      #expect(try fixture.text() == text)
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 10: two blocks are refused`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      let text = try fixture.block(minute: 7) + fixture.block(minute: 8)
      try fixture.write(Array(text.utf8))
      let schedule = try fixture.schedule()
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) } == .duplicateBlocks
      )
      #expect(try await scheduleFailure { try await schedule.uninstall() } == .duplicateBlocks)
      #expect(try fixture.text() == text)
    }
  }

  // MARK: what is not ours

  @Test(arguments: CrontabKind.available)
  func `case 11: blank lines, backslashes and escaped percent signs of others are untouched`(
    kind: CrontabKind
  ) async throws {
    let text = "\n\n" + foreign + "# \\\n# \\\\\\%\n* * * * * printf 'a\\nb\\r\\\\r'\n \n"
    try await CrontabFixture.with(kind, crontab: text) { fixture in
      _ = try await fixture.schedule().install(minute: 7)
      #expect(try fixture.text() == text + fixture.block(minute: 7))
      _ = try await fixture.schedule().uninstall()
      #expect(try fixture.bytes() == Array(text.utf8))
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 15: a last line without a newline gets one`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind, crontab: "0 5 * * * true") { fixture in
      _ = try await fixture.schedule().install(minute: 7)
      #expect(try fixture.text() == "0 5 * * * true\n" + fixture.block(minute: 7))
      _ = try await fixture.schedule().uninstall()
      #expect(try fixture.text() == "0 5 * * * true\n")
    }
  }

  /// Debian's `crontab -l` prints CR as `\r`, which must not be written back.
  @Test(arguments: CrontabKind.available)
  func `case 16: the CRLF lines of others are kept`(kind: CrontabKind) async throws {
    let text = "# first\r\n0 5 * * * tr -d '\\r' </etc/hosts\r\n# a\rb\n# \r\u{301}\n"
    try await CrontabFixture.with(kind, crontab: text) { fixture in
      let change = try await fixture.schedule().install(minute: 7)
      #expect(change.kind == .installed)
      #expect(try fixture.bytes() == Array((text + fixture.block(minute: 7)).utf8))
      #expect(try await fixture.schedule().install(minute: 7).kind == .unchanged)
      _ = try await fixture.schedule().uninstall()
      #expect(try fixture.bytes() == Array(text.utf8))
    }
  }

  @Test func `carriage returns that cannot be read for certain are refused`() async throws {
    let text = "0 5 * * * true\r\n"
    try await CrontabFixture.with(crontab: text) { fixture in
      try fixture.setCrontab(
        """
        case "$1" in
          -l) printf '0 5 * * * true\\\\r\\n' ;;
          -e) echo 'something else' ;;
        esac
        """
      )
      let schedule = try fixture.schedule()
      #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .notReadable)
      #expect(fixture.callsMade == ["-l", "-e"])
    }
  }

  @Test(arguments: CrontabKind.available)
  func `a crontab that is not UTF-8 is refused, and stays`(kind: CrontabKind) async throws {
    let bytes = Array("# caf".utf8) + [0xE9] + Array("\n0 5 * * * true\n".utf8)
    try await CrontabFixture.with(kind) { fixture in
      try fixture.write(bytes)
      let schedule = try fixture.schedule()
      #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .notUTF8)
      #expect(try fixture.bytes() == bytes)
    }
  }

  @Test(arguments: CrontabKind.available)
  func `case 17: a zone or variable of the user's above our line is told`(
    kind: CrontabKind
  ) async throws {
    let text = "CRON_TZ=Asia/Tokyo\nMAILTO=\"\"\nLANG=C\n"
    let warnings: [ScheduleWarning] = [
      .zone(name: "CRON_TZ", value: "Asia/Tokyo"), .variable(name: "MAILTO", value: ""),
    ]
    try await CrontabFixture.with(kind, crontab: text) { fixture in
      let schedule = try fixture.schedule()
      #expect(try await schedule.install(minute: 7).warnings == warnings)
      #expect(try await schedule.install(minute: 7).warnings == warnings)
      #expect(try await schedule.status().warnings == warnings)
      #expect(try await schedule.uninstall().warnings.isEmpty)
      #expect(try fixture.text() == text)
    }
  }

  // MARK: the job

  /// How two crons make a crontab's command into what sh gets; nil stands for a cut at `%`.
  private func unescaped(_ command: String, joinsBackslashes: Bool) -> String? {
    var text = ""
    var isEscaped = false
    for character in command {
      if isEscaped, character == "%" || (joinsBackslashes && character == "\\") {
        text.removeLast()
      } else if !isEscaped, character == "%" {
        return nil
      }
      text.append(character)
      isEscaped = !isEscaped && character == "\\"
    }
    return text
  }

  @Test(arguments: [
    "plain", "with space", "it's", "100%", "%", "a\\b", "a\\%b", "\\\\%'", "论文 复现",
    "$HOME `id` \"x\"",
    "a'b % c\\ 数据 \\", "tab\tand\rreturn", "# ; & |",
  ])
  func `case 12: the job runs with a space, a quote, a percent sign or Chinese in its paths`(
    name: String
  ) async throws {
    for kind in CrontabKind.available {
      try await CrontabFixture.with(kind) { fixture in
        let directory = fixture.directory.appending(path: name)
        let binary = directory.appending(path: "strop")
        let databasePath = directory.appending(path: "my data.db").path
        let record = fixture.directory.appending(path: "record")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try fixture.script(
          "{ printf '%s\\0' \"$0\" \"$@\"; cat; } >'\(record.path)'; env >'\(record.path).env'",
          at: binary
        )
        let schedule = try fixture.schedule(binary: binary, databasePath: databasePath)
        _ = try await schedule.install(minute: 7)

        let text = try #require(try fixture.text())
        let line = try #require(text.split(separator: "\n").dropFirst().first)
        let command = line.split(separator: " ", maxSplits: 5).last.map(String.init) ?? ""
        for joinsBackslashes in [true, false] {
          let job = try #require(unescaped(command, joinsBackslashes: joinsBackslashes))
          let outcome = try await ProcessRunner.system.run(
            "/usr/bin/env",
            [
              "-i", "HOME=\(fixture.home.path)", "LOGNAME=li", "PATH=/usr/bin:/bin",
              "SHELL=/bin/sh", "/bin/sh", "-c", job,
            ],
            "",
            [:]
          )
          #expect(outcome == ProcessRunner.Outcome(status: 0, output: "", errors: ""))
          let arguments = [binary.path, "--db", databasePath, "remind", "deliver"]
          #expect(
            try Data(contentsOf: record)
              == Data(arguments.map { $0 + "\0" }.joined().utf8)
          )
          try FileManager.default.removeItem(at: record)
        }
        let status = try await schedule.status()
        #expect(status.job?.binary == binary.path)
        #expect(status.job?.database == databasePath)
        #expect(status.isThisBinary && status.isThisDatabase)
      }
    }
  }

  @Test func `case 13: a path with a newline is refused before crontab is called`() async throws {
    try await CrontabFixture.with { fixture in
      let path = fixture.directory.path + "/a\nb.db"
      let schedule = try fixture.schedule(databasePath: path)
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) } == .newlineInPath(path)
      )
      #expect(throws: Failure.self) { try schedule.text(minute: 7) }
      #expect(fixture.callsMade.isEmpty)
    }
  }

  @Test func `case 14: too long a line is refused before anything is written`() async throws {
    try await CrontabFixture.with(crontab: foreign) { fixture in
      let path = "/" + String(repeating: "x", count: 1_000)
      let schedule = try fixture.schedule(databasePath: path)
      let bytes =
        try fixture.block(minute: 7).split(separator: "\n")[1].utf8.count
        + path.utf8.count - fixture.databasePath.utf8.count
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) }
          == .lineTooLong(bytes: bytes)
      )
      #expect(fixture.callsMade.isEmpty)
      #expect(try fixture.text() == foreign)
    }
  }

  @Test(arguments: CrontabKind.available)
  func `the longest line that we write is one that crontab takes`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      let rest = try fixture.schedule(databasePath: "/").text(minute: 7)
        .split(separator: "\n")[1].utf8.count
      let path = "/" + String(repeating: "x", count: CrontabLine.longest - rest)
      let change = try await fixture.schedule(databasePath: path).install(minute: 7)
      #expect(change.kind == .installed)
      #expect(change.added[1].utf8.count == CrontabLine.longest)
    }
  }

  // MARK: status

  @Test(arguments: CrontabKind.available)
  func `case 18: status says that the program was moved`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind) { fixture in
      let schedule = try fixture.schedule()
      #expect(try await schedule.status() == ScheduleStatus(isInstalled: false))
      _ = try await schedule.install(minute: 7)
      let status = try await schedule.status()
      #expect(status.isInstalled)
      #expect(status.job?.minute == 7)
      #expect(status.job?.timing == "7,22,37,52 * * * *")
      #expect(status.job.map { [$0.line] } == status.lines)
      #expect(status.binary == .executable)
      #expect(status.isThisBinary && status.isThisDatabase)

      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644],
        ofItemAtPath: fixture.binary.path
      )
      #expect(try await schedule.status().binary == .notExecutable)
      let moved = fixture.directory.appending(path: "strop")
      try FileManager.default.moveItem(at: fixture.binary, to: moved)
      #expect(try await schedule.status().binary == .missing)
      let elsewhere = try fixture.schedule(binary: moved, databasePath: "/elsewhere.db")
      #expect(try await elsewhere.status().isThisBinary == false)
      #expect(try await elsewhere.status().isThisDatabase == false)
    }
  }

  @Test func `a link to this program is this program`() async throws {
    try await CrontabFixture.with { fixture in
      let link = fixture.directory.appending(path: "link")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: fixture.binary)
      _ = try await fixture.schedule(binary: link).install(minute: 7)
      #expect(try await fixture.schedule().status().isThisBinary)
    }
  }

  @Test func `status shows a block that was edited`() async throws {
    let text = CrontabText.openingMark + "\n#0 5 * * * strop\n# strop: end\n"
    try await CrontabFixture.with(crontab: text) { fixture in
      let status = try await fixture.schedule().status()
      #expect(status == ScheduleStatus(isInstalled: true, lines: ["#0 5 * * * strop"]))
      #expect(try await fixture.schedule().install(minute: 7).removed == ["#0 5 * * * strop"])
    }
  }
}
