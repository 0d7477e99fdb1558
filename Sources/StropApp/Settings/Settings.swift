package import StropCore

/// What this device has set.
package struct Settings: Sendable {
  let values: [String: String]

  package subscript(_ key: SettingKey) -> String? {
    values[key.name] ?? key.formerName.flatMap { values[$0] }
  }

  package var dayStart: CivilTime {
    self[.dayStart].flatMap { CivilTime($0) } ?? .standardDayStart
  }

  package var language: Language? { self[.language].flatMap(Language.init(rawValue:)) }

  /// What proposed items may need.
  package var hardware: Item.Hardware {
    self[.hardware].flatMap(Item.Hardware.init(rawValue:)) ?? .cpu
  }

  /// In CNY.
  var gpuHourPrice: Double {
    (self[.gpuHourPrice] ?? SettingKey.gpuHourPrice.standard.text).flatMap(Number.parse) ?? 0
  }

  /// Whether ticks share the journal.
  package var sharesByItself: Bool { self[.syncAuto] == "on" }

  package var quiet: QuietHours? { self[.quiet].flatMap { QuietHours($0) } }

  package var channels: [Reminder.Channel] {
    (self[.channels] ?? SettingKey.channels.standard.text).flatMap(Reminder.channels) ?? [.stdout]
  }
}
