package import StropCore
import StropStore

extension Strop {
  /// The crontab block that calls this program on this database.
  package var crontab: CrontabSchedule {
    CrontabSchedule(environment: environment, runner: .system, databasePath: store.path)
  }

  /// Writes the crontab block, and keeps the language and the zone in force, which cron knows not.
  package func installSchedule(language: Language) async throws -> ScheduleChange {
    let change = try await crontab.install(minute: Int.random(in: 0..<15))
    try write { transaction in
      let wanted: [(SettingKey, String)] = [(.language, language.rawValue), (.zone, zone.name)]
      let patches = wanted.filter { settings[$0.0] == nil }.map { key, value in
        Setting.patch(device: transaction.device, key: key.rawValue, value: value)
      }
      try transaction.append(patches, command: "schedule install")
    }
    return change
  }

  /// The crontab block, to be put in by hand.
  package func scheduleText() throws -> String {
    try crontab.text(minute: Int.random(in: 0..<15))
  }

  /// When the last tick came, on the wall clock here; nil before the first.
  package func lastTickClock() throws -> CivilDateTime? {
    try read { try lastTick($0) }.map(zone.clock(at:))
  }
}
