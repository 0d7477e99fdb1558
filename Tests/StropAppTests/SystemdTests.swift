import Foundation
import StropApp
import StropCore
import TestSupport
import Testing

/// The user's systemd units, against the real `systemd-analyze` and a `systemctl` that tells what it was asked.
@Suite struct SystemdTests {
  private static let now = "2026-11-23T20:00:00+08:00"

  /// Paths that mean something to systemd.
  private static let names = ["plain", "a b", "per%cent $HOME", "quo\"te's", "back\\slash", "数据 ☃"]

  /// A systemctl that notes its arguments, and ends as `script` says.
  private func fixture(_ script: String = "exit 0") throws -> StropFixture {
    let fixture = try StropFixture()
    let calls = fixture.home.appending(path: "calls").path
    try fixture.install("systemctl", "printf '%s\\n' \"$*\" >>'\(calls)'\n" + script)
    return fixture
  }

  private func calls(_ fixture: StropFixture) -> [String] {
    let text = try? String(contentsOf: fixture.home.appending(path: "calls"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  private func unit(_ name: String, _ fixture: StropFixture) -> URL {
    fixture.home.appending(path: ".config/systemd/user/strop.\(name)")
  }

  private func schedule(_ fixture: StropFixture, binary: String = "/usr/bin/true") throws
    -> SystemdSchedule
  {
    let environment = try fixture.environment(at: SystemdTests.now)
    return SystemdSchedule(
      environment: Environment(
        now: environment.now, variables: environment.variables, home: fixture.home.path,
        workingDirectory: fixture.home, machine: "laptop", root: fixture.home,
        executable: URL(fileURLWithPath: binary)), runner: .system, databasePath: fixture.path)
  }

  @Test(arguments: names)
  func `systemd accepts both units, and strop reads them back`(_ name: String) async throws {
    let fixture = try StropFixture()
    // systemd starts no program with these in its path, but hands such a path on.
    let isUsable = !name.contains { #"\"'"#.contains($0) }
    let folder = isUsable ? name : "usable"
    let binary = fixture.home.appending(path: folder + "/strop").path
    try FileManager.default.createDirectory(
      at: fixture.home.appending(path: folder), withIntermediateDirectories: true)
    try writeProgram("#!/bin/sh\n", to: binary)
    let database = fixture.home.appending(path: name + "/strop.db").path
    let units = try SystemdUnits(binary: binary, database: database, minute: 7)
    if !isUsable {
      #expect(throws: ScheduleFailure.unusableName(database)) {
        try SystemdUnits(binary: database, database: database, minute: 7)
      }
    }
    let job = try #require(ScheduledJob(systemd: units.service, timer: units.timer))
    #expect((job.binary, job.database, job.minute) == (binary, database, 7))
    #expect(job.timing == "*:7/15")

    let directory = fixture.home.appending(path: "units")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for (text, name) in [(units.service, "strop.service"), (units.timer, "strop.timer")] {
      try Data(text.utf8).write(to: directory.appending(path: name))
    }
    let outcome = try await ProcessRunner.system.run(
      "/usr/bin/systemd-analyze",
      ["verify", "--user", "strop.service", "strop.timer"].map {
        $0.hasPrefix("strop.") ? directory.appending(path: $0).path : $0
      }, "", ["XDG_RUNTIME_DIR": fixture.home.path, "HOME": fixture.home.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.errors.contains("strop"), "\(outcome.errors)")
  }

  @Test func `a unit whose program is gone is what systemd does not accept`() async throws {
    let fixture = try StropFixture()
    let units = try SystemdUnits(binary: "/nowhere/strop", database: "/x.db", minute: 7)
    let service = fixture.home.appending(path: "strop.service").path
    try Data(units.service.utf8).write(to: URL(fileURLWithPath: service))
    let outcome = try await ProcessRunner.system.run(
      "/usr/bin/systemd-analyze", ["verify", "--user", service], "",
      ["XDG_RUNTIME_DIR": fixture.home.path, "HOME": fixture.home.path])
    #expect(outcome.errors.contains("/nowhere/strop"), "\(outcome.errors)")
  }

  @Test func `install writes both units and starts the timer, twice is unchanged`() async throws {
    let fixture = try fixture()
    let schedule = try schedule(fixture)
    #expect(try await !schedule.status().isInstalled)
    let change = try await schedule.install(minute: 7)
    #expect(change.kind == .installed)
    #expect(change.warnings == [.noLinger])
    #expect(
      change.added == [
        "ExecStart=\"/usr/bin/true\" --db \"\(fixture.path)\" remind deliver", "OnCalendar=*:7/15",
      ])
    #expect(
      calls(fixture) == [
        "--user daemon-reload", "--user enable --now strop.timer",
      ])
    #expect(
      try String(contentsOf: unit("timer", fixture), encoding: .utf8).contains("Persistent=true"))
    // Another minute is no reason to write it anew; the user's own times neither.
    #expect(try await schedule.install(minute: 3).kind == .unchanged)
    let status = try await schedule.status()
    #expect(status.isInstalled && status.isThisBinary && status.isThisDatabase)
    #expect(status.binary == .executable)
    #expect(status.lines == change.added)
    #expect(status.warnings == [.noLinger])
    let moved = try self.schedule(fixture, binary: "/usr/bin/false")
    #expect(try await !moved.status().isThisBinary)
    #expect(try await moved.install(minute: 7).kind == .replaced)
  }

  @Test func `without a bus the timer is linked, and starts at the next login`() async throws {
    let fixture = try fixture(
      """
      case "$*" in *daemon-reload*|*--now*|*is-active*)
        echo 'Failed to connect to bus: No medium found' >&2; exit 1;; esac
      """)
    let change = try await schedule(fixture).install(minute: 7)
    #expect(change.warnings == [.noUserBus, .noLinger])
    #expect(calls(fixture).last == "--user enable strop.timer")
    #expect(try await schedule(fixture).status().warnings == [.notActive, .noLinger])
    let linger = fixture.home.appending(path: "var/lib/systemd/linger")
    try FileManager.default.createDirectory(at: linger, withIntermediateDirectories: true)
    try Data().write(to: linger.appending(path: NSUserName()))
    #expect(try await schedule(fixture).status().warnings == [.notActive])
    #expect(try await schedule(fixture).uninstall().kind == .removed)
  }

  @Test func `another refusal is told, and another's unit is left alone`() async throws {
    let refusing = try fixture("echo 'Access denied' >&2; exit 1")
    #expect(
      try await scheduleFailure { try await schedule(refusing).install(minute: 7) }
        == .refused("Access denied"))
    let fixture = try fixture()
    try FileManager.default.createDirectory(
      at: unit("timer", fixture).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("[Timer]\n".utf8).write(to: unit("timer", fixture))
    let foreign = ScheduleFailure.foreignUnit(path: unit("timer", fixture).path)
    #expect(
      try await scheduleFailure { try await schedule(fixture).install(minute: 7) } == foreign)
    #expect(try await scheduleFailure { try await schedule(fixture).uninstall() } == foreign)
    #expect(try String(contentsOf: unit("timer", fixture), encoding: .utf8) == "[Timer]\n")
    #expect(calls(fixture) == [])
  }

  @Test func `uninstall stops the timer and removes the units`() async throws {
    let fixture = try fixture()
    _ = try await schedule(fixture).install(minute: 7)
    let change = try await schedule(fixture).uninstall()
    #expect(change.kind == .removed)
    #expect(change.removed.count == 2)
    #expect(
      calls(fixture).suffix(2) == [
        "--user disable --now strop.timer", "--user daemon-reload",
      ])
    for name in ["service", "timer"] {
      #expect(!FileManager.default.fileExists(atPath: unit(name, fixture).path))
    }
    #expect(try await schedule(fixture).uninstall().kind == .unchanged)
  }

  @Test func `without systemd the failure says so`() async throws {
    let fixture = try StropFixture()
    let schedule = SystemdSchedule(
      environment: try fixture.environment(at: SystemdTests.now), runner: .system,
      databasePath: fixture.path, systemctl: nil)
    #expect(try await scheduleFailure { try await schedule.install(minute: 7) } == .noSystemd)
    #expect(!schedule.isInstalled)
    #expect(try schedule.text(minute: 7).contains("OnCalendar=*:7/15"))
  }

  @Test func `where the timer may not be enabled, the units are as they were`() async throws {
    let fixture = try fixture(
      "[ \"$*\" = '--user daemon-reload' ] && exit; echo 'Access denied' >&2; exit 1")
    let refused = ScheduleFailure.refused("Access denied")
    #expect(
      try await scheduleFailure { try await schedule(fixture).install(minute: 7) } == refused)
    for name in ["service", "timer"] {
      #expect(!FileManager.default.fileExists(atPath: unit(name, fixture).path))
    }
    let former = try SystemdUnits(binary: "/usr/bin/false", database: fixture.path, minute: 3)
    try FileManager.default.createDirectory(
      at: unit("timer", fixture).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(former.service.utf8).write(to: unit("service", fixture))
    try Data(former.timer.utf8).write(to: unit("timer", fixture))
    #expect(
      try await scheduleFailure { try await schedule(fixture).install(minute: 7) } == refused)
    #expect(
      try String(contentsOf: unit("service", fixture), encoding: .utf8) == former.service)
  }
}
