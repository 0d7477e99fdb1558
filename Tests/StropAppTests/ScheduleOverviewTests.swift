import Foundation
import StropApp
import StropCore
import Testing

/// What `schedule install`, `status` and `uninstall` tell beside what they write.
@Suite struct ScheduleOverviewTests {
  private static let now = "2026-11-23T20:00:00+08:00"

  /// A home with a crontab of its own, where cron runs, and with the zone of the machine.
  private func fixture(_ variables: [String: String] = [:], zone: String = "Asia/Shanghai") throws
    -> StropFixture
  {
    let fixture = try StropFixture(variables)
    let tab = fixture.home.appending(path: "tab").path
    try fixture.install(
      "crontab",
      """
      case "$1" in
        -l) [ -e '\(tab)' ] || { echo 'no crontab for tester' >&2; exit 1; }; cat '\(tab)' ;;
        -r) rm '\(tab)' ;;
        -) cat >'\(tab)' ;;
      esac
      """)
    try fixture.install("systemctl", "exit 0")
    for (path, text) in [("proc/1/comm", "cron\n"), ("etc/timezone", zone + "\n")] {
      let url = fixture.home.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return fixture
  }

  private func overview(
    _ fixture: StropFixture, at now: String = now, of place: SchedulePlace? = nil
  ) async throws -> ScheduleOverview {
    try await fixture.strop(at: now).scheduleOverview(of: place)
  }

  @Test func `install says what it writes into the settings, uninstall what of it is left`()
    async throws
  {
    let fixture = try fixture()
    let installed = try await fixture.strop(at: ScheduleOverviewTests.now)
      .installSchedule(in: .crontab, language: .chinese)
    #expect(installed.written.map(\.key) == ["language", "zone"])
    #expect(installed.written.map(\.value) == ["zh", "Asia/Shanghai"])
    // What was changed since is the user's own.
    _ = try fixture.strop(at: ScheduleOverviewTests.now).configure("language", "en")
    let removed = try await fixture.strop(at: ScheduleOverviewTests.now)
      .uninstallSchedule(from: .crontab)
    #expect(removed.left.map(\.key) == ["zone"])
    #expect(
      try await fixture.strop(at: ScheduleOverviewTests.now)
        .uninstallSchedule(from: .crontab).left.isEmpty)
  }

  @Test func `what an earlier installation wrote is named once it is uninstalled, from wherever`()
    async throws
  {
    let fixture = try fixture()
    for place in [SchedulePlace.crontab, .systemd] {
      let strop = try fixture.strop(at: ScheduleOverviewTests.now)
      _ = try await strop.installSchedule(in: place, language: .chinese)
      let later = try fixture.strop(at: ScheduleOverviewTests.now)
      #expect(
        try await later.uninstallSchedule(from: place).left.map(\.key) == ["language", "zone"])
    }
  }

  @Test func `what was set before is neither written nor left`() async throws {
    let fixture = try fixture()
    _ = try fixture.strop(at: ScheduleOverviewTests.now).configure("zone", "Asia/Tokyo")
    let strop = try fixture.strop(at: ScheduleOverviewTests.now)
    #expect(
      try await strop.installSchedule(in: .crontab, language: .english).written.map(\.key)
        == ["language"])
    #expect(try fixture.strop(at: ScheduleOverviewTests.now).setting("zone").value == "Asia/Tokyo")
  }

  @Test func `status tells from the database whether ticks come`() async throws {
    let fixture = try fixture()
    _ = try await fixture.strop(at: ScheduleOverviewTests.now)
      .installSchedule(in: .crontab, language: .english)
    let fresh = try await overview(fixture, at: "2026-11-23T20:30:00+08:00")
    #expect(fresh.lastTick == nil)
    #expect(fresh.minutesOverdue == nil)
    #expect(try await overview(fixture, at: "2026-11-23T20:40:00+08:00").minutesOverdue == 40)
    _ = try await fixture.tick(at: "2026-11-23T20:45:00+08:00")
    let ticked = try await overview(fixture, at: "2026-11-23T21:10:00+08:00")
    #expect(ticked.lastTick?.text == "2026-11-23T20:45")
    #expect(ticked.minutesOverdue == nil)
    #expect(ticked.isCalled)
    #expect(try await overview(fixture, at: "2026-11-25T20:45:00+08:00").minutesOverdue == 2_880)
    try FileManager.default.removeItem(at: fixture.home.appending(path: "proc/1"))
    #expect(try await !overview(fixture).isCalled)
  }

  @Test func `case 62: without a zone on a machine in UTC, status and doctor warn`() async throws {
    // As a login shell has it, and cron has not.
    let fixture = try fixture(["TZ": "Asia/Shanghai"], zone: "UTC")
    _ = try await fixture.strop(at: ScheduleOverviewTests.now)
      .installSchedule(in: .crontab, language: .english)
    func zoneCheck() throws -> HealthCheck? {
      try fixture.strop(at: ScheduleOverviewTests.now)
        .doctor { _ in (LocalizedText("x"), nil) }.first { $0.name == "zone" }
    }
    #expect(try await overview(fixture).strayZone == nil)
    #expect(try zoneCheck()?.state == .ok)
    _ = try fixture.strop(at: ScheduleOverviewTests.now).configure("zone", nil)
    let overview = try await overview(fixture)
    #expect(overview.strayZone == "UTC")
    #expect(overview.zone == "Asia/Shanghai")
    #expect(try zoneCheck()?.state == .warn)
    #expect(try zoneCheck()?.fix?.english == "strop config set zone Asia/Shanghai")

    // In UTC altogether, nothing is pinned that would hide it.
    let remote = try self.fixture(["TZ": ""], zone: "UTC")
    let bare = try StropFixture(["TZ": "UTC"], home: remote)
    _ = try bare.strop(at: ScheduleOverviewTests.now).configure("language", "en")
    #expect(try await self.overview(bare).strayZone == "UTC")
  }

  @Test func `status shows the units where the crontab has none, and says where both call`()
    async throws
  {
    let fixture = try fixture()
    let strop = try fixture.strop(at: ScheduleOverviewTests.now)
    #expect(try await !overview(fixture).status.isInstalled)
    _ = try await strop.installSchedule(in: .systemd, language: .english)
    #expect(try await overview(fixture).place == .systemd)
    #expect(throws: Failure.self) { try fixture.strop(at: ScheduleOverviewTests.now).undo() }
    #expect(try fixture.strop(at: ScheduleOverviewTests.now).setting("zone").value != nil)
    #expect(try await overview(fixture).status.isInstalled)
    let both = try await strop.installSchedule(in: .crontab, language: .english)
    #expect(both.isElsewhereToo)
    #expect(try await overview(fixture).place == .crontab)
    #expect(try await overview(fixture).isElsewhereToo)
    #expect(try await overview(fixture, of: .systemd).isElsewhereToo)
    let removed = try await strop.uninstallSchedule(from: .systemd)
    #expect(removed.isElsewhereToo)
    #expect(removed.left.isEmpty)
  }
}
