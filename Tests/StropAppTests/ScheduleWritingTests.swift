import Foundation
import StropApp
import StropCore
import Testing

extension ScheduleTests {
  // MARK: writing

  @Test(arguments: CrontabKind.available)
  func `the crontab before a change is kept where only the user can read it`(
    kind: CrontabKind
  ) async throws {
    try await CrontabFixture.with(kind, crontab: foreign) { fixture in
      func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      let backup = try #require(try await fixture.schedule().install(minute: 7).backup)
      #expect(backup == fixture.backups.appending(path: "crontab-20261123T133005Z").path)
      #expect(try String(contentsOfFile: backup, encoding: .utf8) == foreign)
      #expect(try mode(backup) == 0o600)
      #expect(try mode(fixture.backups.path) == 0o700)
      let second = try #require(try await fixture.schedule().uninstall().backup)
      #expect(second == backup + "-2")
      #expect(try String(contentsOfFile: backup, encoding: .utf8) == foreign)
    }
  }

  @Test func `a backup that cannot be written stops the change`() async throws {
    try await CrontabFixture.with(crontab: foreign) { fixture in
      try Data().write(to: fixture.backups)
      await #expect(throws: Failure.self) { try await fixture.schedule().install(minute: 7) }
      #expect(try fixture.text() == foreign)
    }
  }

  @Test(arguments: CrontabKind.available)
  func `a crontab that was broken before is refused in the dry run`(
    kind: CrontabKind
  ) async throws {
    guard kind == .debian else { return }
    try await CrontabFixture.with(kind, crontab: "bogus\n") { fixture in
      let schedule = try fixture.schedule()
      #expect(
        try await scheduleFailure { try await schedule.install(minute: 7) }
          == .refused("\"-\":1: bad minute")
      )
      #expect(fixture.callsMade == ["-l", "-h", "-n"])
      #expect(!FileManager.default.fileExists(atPath: fixture.backups.path))
      #expect(try fixture.text() == "bogus\n")
    }
  }

  @Test func `a crontab without a dry run is not asked for one`() async throws {
    try await CrontabFixture.with { fixture in
      let tab = fixture.directory.appending(path: "tab").path
      try fixture.setCrontab(
        """
        case "$1" in
          -h) printf ' -n <host>  set host in cluster to run users crontabs\\n' >&2; exit 1 ;;
          -l) cat '\(tab)' 2>/dev/null || { echo 'no crontab for li' >&2; exit 1; } ;;
          -) cat >'\(tab)' ;;
        esac
        """
      )
      #expect(try await fixture.schedule().install(minute: 7).kind == .installed)
      #expect(fixture.callsMade == ["-l", "-h", "-", "-l"])
    }
  }

  @Test func `what is read back must be what was written`() async throws {
    try await CrontabFixture.with { fixture in
      try fixture.setCrontab("[ \"$1\" != -l ] || echo '0 5 * * * true'")
      let schedule = try fixture.schedule()
      #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .notWritten)
    }
  }

  @Test func `a crontab that cannot be started is a refusal`() async throws {
    try await CrontabFixture.with { fixture in
      let schedule = CrontabSchedule(
        environment: try fixture.environment(),
        runner: .system,
        databasePath: fixture.databasePath,
        crontab: fixture.directory.path + "/none"
      )
      let failure = try await scheduleFailure { try await schedule.status() }
      guard case .refused = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }

  // MARK: the lock

  @Test func `while another process changes the crontab, a second one waits and then gives up`()
    async throws
  {
    try await CrontabFixture.with(crontab: foreign) { fixture in
      let descriptor = open(fixture.home.path, O_RDONLY)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let schedule = try fixture.schedule(patience: .milliseconds(100))
      #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .locked)
      #expect(try await scheduleFailure { try await schedule.uninstall() } == .locked)
      #expect(try await schedule.status().isInstalled == false)
      #expect(fixture.callsMade == ["-l"])
      close(descriptor)
      #expect(try await schedule.install(minute: 7).kind == .installed)
    }
  }

  @Test(arguments: CrontabKind.available)
  func `ten installs at once leave one block`(kind: CrontabKind) async throws {
    try await CrontabFixture.with(kind, crontab: foreign) { fixture in
      let kinds = try await withThrowingTaskGroup(of: ScheduleChange.Kind.self) { group in
        for minute in 0..<10 {
          let schedule = try fixture.schedule(patience: .seconds(60))
          group.addTask { try await schedule.install(minute: minute).kind }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(kinds.count { $0 == .installed } == 1)
      #expect(kinds.count { $0 == .unchanged } == 9)
      _ = try await fixture.schedule().uninstall()
      #expect(try fixture.text() == foreign)
    }
  }
}
