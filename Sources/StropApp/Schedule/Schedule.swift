package import StropCore
import StropStore

extension Strop {
  /// The crontab block that calls this program on this database.
  package var crontab: CrontabSchedule {
    CrontabSchedule(environment: environment, runner: .system, databasePath: store.path)
  }

  /// Writes the crontab block, and keeps the language and the zone in force, which cron knows not.
  package func installSchedule(language: Language) async throws -> ScheduleChange {
    let change = try await crontab.install(minute: try tickMinute())
    try write { transaction in
      try transaction.setLocal(
        Strop.scheduledFact, String(environment.now.milliseconds))
      let wanted: [(SettingKey, String)] = [(.language, language.rawValue), (.zone, zone.name)]
      let patches = wanted.filter { settings[$0.0] == nil }.map { key, value in
        Setting.patch(device: transaction.device, key: key.name, value: value)
      }
      try transaction.append(patches, command: "schedule install")
    }
    return change
  }

  /// Takes the crontab block out.
  package func uninstallSchedule() async throws -> ScheduleChange {
    let change = try await crontab.uninstall()
    try write { try $0.setLocal(Strop.scheduledFact, nil) }
    return change
  }

  /// The crontab block, to be put in by hand.
  package func scheduleText() throws -> String {
    try crontab.text(minute: try tickMinute())
  }

  /// When this program put its line into a crontab; nil where it has not, or took it out.
  func scheduledAt(_ reader: Reader) throws -> Instant? {
    try localInstant(Strop.scheduledFact, reader)
  }

  private static let scheduledFact = "scheduled"

  /// Minutes after each quarter of an hour, 0 to 14: the same at every call, another on each machine.
  private func tickMinute() throws -> Int {
    let device = try write { $0.device }
    return device.utf8.reduce(0) { ($0 * 31 + Int($1)) % 15 }
  }

  /// When the last tick came, on the wall clock here; nil before the first.
  package func lastTickClock() throws -> CivilDateTime? {
    try read { try lastTick($0) }.map(zone.clock(at:))
  }
}
