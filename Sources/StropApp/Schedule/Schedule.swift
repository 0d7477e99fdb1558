import Foundation
package import StropCore
import StropStore

extension Strop {
  /// The crontab block that calls this program on this database.
  package var crontab: CrontabSchedule {
    CrontabSchedule(environment: environment, runner: .system, databasePath: store.path)
  }

  /// The units that call this program on this database.
  package var systemd: SystemdSchedule {
    SystemdSchedule(environment: environment, runner: .system, databasePath: store.path)
  }

  /// Has this program called, and keeps the language and the zone in force, which cron knows not.
  ///
  /// - Throws: `Failure.schedule`, `.fileUnwritable`.
  package func installSchedule(
    in place: SchedulePlace, language: Language
  ) async throws -> ScheduleChange {
    let minute = try tickMinute()
    var change =
      switch place {
      case .crontab: try await crontab.install(minute: minute)
      case .systemd: try await systemd.install(minute: minute)
      }
    change.isElsewhereToo = await isScheduled(besides: place)
    let wanted = [(SettingKey.language, language.rawValue), (.zone, zone.name)]
    // A zone of the system's that says nothing of where the user is would only be kept from being asked for.
    let saysWhere =
      try zone.isGeographic || environment.zone(setting: settings[.zone]).source != .system
    let kept = wanted.filter { settings[$0.0] == nil && ($0.0 != .zone || saysWhere) }
    try write { transaction in
      try transaction.setLocal(
        Strop.scheduledFact, String(environment.now.milliseconds))
      let patches = kept.map { key, value in
        Setting.patch(device: transaction.device, key: key.name, value: value)
      }
      guard !patches.isEmpty else { return }
      try transaction.append(
        patches, command: "schedule install" + (place == .systemd ? " --systemd" : ""))
      // Beside those that an earlier installation wrote.
      let former = try transaction.reader.local(Strop.keptFact)
      let pairs = [former].compactMap(\.self) + kept.map { $0.0.name + "=" + $0.1 }
      try transaction.setLocal(Strop.keptFact, pairs.joined(separator: " "))
    }
    change.written = kept.map { (key: $0.0.name, value: $0.1) }
    return change
  }

  /// Has this program called no more, and names the settings that installing wrote and that are still so.
  ///
  /// - Throws: `Failure.schedule`, `.fileUnwritable`.
  package func uninstallSchedule(from place: SchedulePlace) async throws -> ScheduleChange {
    var change =
      switch place {
      case .crontab: try await crontab.uninstall()
      case .systemd: try await systemd.uninstall()
      }
    change.isElsewhereToo = await isScheduled(besides: place)
    // The other place needs them still.
    guard change.kind == .removed, !change.isElsewhereToo else { return change }
    let kept = try read { try $0.local(Strop.keptFact) } ?? ""
    change.left = kept.split(separator: " ").map(String.init).uniqued().compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let key = SettingKey(named: parts[0]), settings[key] == parts[1]
      else { return nil }
      return (key: parts[0], value: parts[1])
    }
    try write { try $0.setLocal(Strop.scheduledFact, nil) }
    return change
  }

  /// The crontab block or the units, to be put in by hand.
  package func scheduleText(for place: SchedulePlace) throws -> String {
    let minute = try tickMinute()
    return switch place {
    case .crontab: try crontab.text(minute: minute)
    case .systemd: try systemd.text(minute: minute)
    }
  }

  /// What calls strop, and whether it does.
  ///
  /// `place`: nil for the one that is there, the crontab before the units.
  /// - Throws: `Failure.schedule`, `.fileUnreadable`.
  package func scheduleOverview(of place: SchedulePlace?) async throws -> ScheduleOverview {
    var status = ScheduleStatus(isInstalled: false)
    var isElsewhereToo = false
    if place != .systemd {
      do {
        status = try await crontab.status()
      } catch Failure.schedule(.noCrontab) where systemd.isInstalled {}
      isElsewhereToo = status.isInstalled && systemd.isInstalled
    }
    let isBySystemd =
      place == .systemd || place == nil && !status.isInstalled && systemd.isInstalled
    if isBySystemd { status = try await systemd.status() }
    if place == .systemd, status.isInstalled {
      isElsewhereToo = await isScheduled(besides: .systemd)
    }
    let (last, installed) = try read { (try lastTick($0), try scheduledAt($0)) }
    let seen = [last, installed].compactMap(\.self).max()
    let minutes = seen.map {
      Int((environment.now.milliseconds - $0.milliseconds) / 60_000)
    }
    return ScheduleOverview(
      place: isBySystemd ? .systemd : .crontab, status: status, lastTick: last.map(zone.clock(at:)),
      minutesOverdue: status.isInstalled
        ? minutes.flatMap { $0 > Strop.longestPause ? $0 : nil } : nil,
      isCalled: isBySystemd
        ? !status.warnings.contains(.notActive) : environment.runsCron,
      strayZone: strayZone?.name, zone: zone.isGeographic ? zone.name : nil,
      isElsewhereToo: isElsewhereToo)
  }

  /// The zone by which ticks go, where none is set and the system's is not the user's; nil where all is well.
  var strayZone: Zone? {
    guard settings[.zone] == nil else { return nil }
    let system = environment.systemZone
    return system.isGeographic && system.name == zone.name ? nil : system
  }

  private func isScheduled(besides place: SchedulePlace) async -> Bool {
    switch place {
    case .crontab: systemd.isInstalled
    case .systemd: (try? await crontab.status().isInstalled) ?? false
    }
  }

  /// When this program was scheduled here; nil where it was not, or was taken out.
  func scheduledAt(_ reader: Reader) throws -> Instant? {
    try localInstant(Strop.scheduledFact, reader)
  }

  private static let scheduledFact = "scheduled"
  /// Settings that installing wrote: `language=en zone=Asia/Shanghai`.
  private static let keptFact = "scheduled-settings"
  /// Minutes after which the next tick is overdue: two of them, and a little.
  private static let longestPause = 35

  /// Minutes after each quarter of an hour, 1 to 14: the same at every call, another on each machine. Not on the
  /// hour nor on the half, when bots of chats are busiest.
  private func tickMinute() throws -> Int {
    let device = try write { $0.device }
    return device.utf8.reduce(0) { ($0 * 31 + Int($1)) % 14 } + 1
  }
}
