import Foundation
package import StropCore

/// A setting of this machine: one entry of the table `SettingKey.all`.
///
/// What it holds is kept in the journal, or, where it is a secret, in a file beside the database. Two of
/// one name are the same.
package struct SettingKey: Sendable {
  /// As the user types it.
  package let name: String
  /// What it was once called, in entries of that time; nil where it never had another name.
  let formerName: String?
  package let meaning: LocalizedText
  package let standard: StandardSetting
  /// What a value looks like, for an error's hint.
  package let example: String
  /// Neither shown, nor kept in the journal, nor put into an argument list.
  package let isSecret: Bool
  /// Whether the user may keep it as a secret; it is read from there first.
  package let mayBeSecret: Bool
  /// The values to offer; none where anything can be typed.
  package let choices: @Sendable () -> [String]
  /// The value as it is kept; nil where a text is none for this setting.
  let normalized: @Sendable (String) -> String?

  init(
    _ name: String, _ english: String, _ chinese: String, standard: StandardSetting = .none,
    example: String, isSecret: Bool = false, mayBeSecret: Bool = false, formerName: String? = nil,
    choices: @escaping @Sendable () -> [String] = { [] },
    normalized: @escaping @Sendable (String) -> String?
  ) {
    self.name = name
    self.formerName = formerName
    meaning = LocalizedText(english: english, chinese: chinese)
    self.standard = standard
    self.example = example
    self.isSecret = isSecret
    self.mayBeSecret = isSecret || mayBeSecret
    self.choices = choices
    self.normalized = normalized
  }

  /// The one of a name, in capitals or not; nil where there is none.
  package init?(named name: String) {
    let name = name.foldedName
    guard let key = SettingKey.all.first(where: { $0.name == name || $0.formerName == name })
    else { return nil }
    self = key
  }
}

extension SettingKey: Hashable {
  package static func == (one: SettingKey, other: SettingKey) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension SettingKey {
  /// All settings: those of strop itself, and what its channels need, each in its channel's file. By name,
  /// the secrets last, a channel's together.
  package static let all: [SettingKey] = {
    let general = [
      channels, dayStart, gpuHourPrice, hardware, language, quiet, syncAuto, syncName, zone,
    ]
    let all = general + DeliveryChannel.all.flatMap(\.settings)
    return all.filter { !$0.isSecret }.sorted { $0.name < $1.name } + all.filter(\.isSecret)
  }()

  package static let channels = SettingKey(
    "channels", "how new reminders reach you", "新提醒用什么方式通知",
    standard: .value("stdout,notify-send"), example: "stdout,notify-send",
    choices: { Reminder.Channel.allCases.map(\.rawValue) },
    normalized: { text in
      Reminder.channels(text.foldedName.filter { $0 != " " }).map(Reminder.text(of:))
    })

  package static let dayStart = SettingKey(
    "day-start", "when a day of practice begins", "一天从几点算起",
    standard: .value(CivilTime.standardDayStart.text), example: "04:00",
    // Past noon, "today" would mean yesterday for most of the day.
    normalized: { CivilTime($0).flatMap { $0.minutes <= 12 * 60 ? $0.text : nil } })

  /// The essay's 40,000 CNY a month for a machine of 8 cards: 40,000 / 8 / 730 hours, a month being a twelfth of
  /// 8,760.
  package static let gpuHourPrice = SettingKey(
    "gpu-hour-price", "CNY for a GPU-hour: 40,000 a month / 8 cards / 730 h",
    "一个 GPU 小时多少元：每月 4 万元 ÷ 8 卡 ÷ 730 小时", standard: .value("6.85"), example: "6.85",
    normalized: { text in
      Number.parse(text.trimmed).flatMap { (0...1_000_000).contains($0) ? text.trimmed : nil }
    })

  package static let hardware = SettingKey(
    "hardware", "what you can train on: cpu, 1-gpu or multi-gpu", "手头的机器：cpu、1-gpu 或 multi-gpu",
    standard: .value(Item.Hardware.cpu.rawValue), example: "cpu | 1-gpu | multi-gpu",
    choices: { Item.Hardware.allCases.map(\.rawValue) },
    normalized: { Item.Hardware(rawValue: $0.lowercased())?.rawValue })

  package static let language = SettingKey(
    "language", "en or zh; else what the locale asks for", "en 或 zh；不设则随系统 locale",
    standard: .system, example: "en | zh", choices: { Language.allCases.map(\.rawValue) },
    normalized: { Language(rawValue: $0.lowercased())?.rawValue })

  package static let quiet = SettingKey(
    "quiet", "hours in which no reminder rings", "免打扰时段，到时间再提醒", example: "22:00-08:00",
    normalized: { QuietHours($0)?.text })

  package static let syncAuto = SettingKey(
    "sync.auto", "whether reminders' ticks share the journal: on or off", "触发提醒时顺便同步记录：on 或 off",
    standard: .value("off"), example: "on | off", choices: { ["on", "off"] },
    normalized: { text in
      switch text.lowercased() {
      case "on", "yes", "true", "1": "on"
      case "off", "no", "false", "0": "off"
      default: nil
      }
    })

  package static let syncName = SettingKey(
    "sync.name", "what your other machines call this one", "别的机器上怎么称呼这台机器", standard: .system,
    example: "gpu-box",
    normalized: { text in
      (1...64).contains(text.utf8.count)
        && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? text : nil
    })

  package static let zone = SettingKey(
    "zone", "IANA zone; else TZ, else the system's", "IANA 时区；不设则用 TZ 或系统时区",
    standard: .system, example: "Asia/Shanghai", choices: { TimeZone.knownTimeZoneIdentifiers },
    normalized: { Zone(named: $0)?.name })
}
