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
      #expect(change.kind == .unchanged)
      #expect(change.added + change.removed == [])
      #expect(change.backup == nil)
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
      #expect(try await fixture.schedule().uninstall().kind == .unchanged)
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
      #expect(try await fixture.schedule().uninstall().kind == .unchanged)
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
}
