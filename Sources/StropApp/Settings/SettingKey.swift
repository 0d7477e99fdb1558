package import StropCore

/// The settings that a user can make, each with its type, default and check.
package enum SettingKey: String, CaseIterable, Sendable {
  case channels
  case command
  case dayStart = "day-start"
  case hardware
  case language
  case mailFrom = "mail.from"
  case mailTo = "mail.to"
  case quiet
  case zone

  /// What holds where nothing is set; nil where it comes from the system.
  package var standard: String? {
    switch self {
    case .channels: "stdout,notify-send"
    case .dayStart: CivilTime.standardDayStart.text
    case .hardware: Item.Hardware.cpu.rawValue
    case .command, .language, .mailFrom, .mailTo, .quiet, .zone: nil
    }
  }

  package var meaning: LocalizedText {
    switch self {
    case .channels:
      LocalizedText(
        english: "how new reminders reach you", chinese: "新提醒用什么方式通知")
    case .command:
      LocalizedText(
        english: "your own program, for the channel command",
        chinese: "自己的程序，供 command 方式调用")
    case .dayStart:
      LocalizedText(
        english: "when a day of practice begins", chinese: "一天从几点算起")
    case .hardware:
      LocalizedText(
        english: "what you can train on: cpu, 1-gpu or multi-gpu",
        chinese: "手头的机器：cpu、1-gpu 或 multi-gpu")
    case .language:
      LocalizedText(
        english: "en or zh; else what the locale asks for", chinese: "en 或 zh；不设则随系统 locale")
    case .mailFrom:
      LocalizedText(
        english: "whom mail comes from; else as sendmail says", chinese: "发件人；不设则由 sendmail 决定")
    case .mailTo:
      LocalizedText(english: "where mail goes", chinese: "收件人")
    case .quiet:
      LocalizedText(
        english: "hours in which no reminder rings", chinese: "免打扰时段，到时间再提醒")
    case .zone:
      LocalizedText(
        english: "IANA zone; else TZ, else the system's", chinese: "IANA 时区；不设则用 TZ 或系统时区")
    }
  }

  /// The value as it is kept; nil where `text` is none for this setting.
  package func normalized(_ text: String) -> String? {
    switch self {
    case .channels:
      let joined = text.filter { $0 != " " }.lowercased()
      return Reminder.channels(joined).map(Reminder.text(of:))
    case .command: return text.hasPrefix("/") && !text.contains("\n") ? text : nil
    case .mailFrom, .mailTo: return SettingKey.isAddress(text) ? text : nil
    case .dayStart:
      // Past noon, "today" would mean yesterday for most of the day.
      return CivilTime(text).flatMap { $0.minutes <= 12 * 60 ? $0.text : nil }
    case .hardware: return Item.Hardware(rawValue: text.lowercased())?.rawValue
    case .language: return Language(rawValue: text.lowercased())?.rawValue
    case .quiet: return QuietHours(text)?.text
    case .zone: return Zone(named: text)?.name
    }
  }

  /// One address of mail, in ASCII: nothing that could end a header.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",;:<>()[]\\\"".utf8.contains($0) }
  }

  /// What a value must look like, for an error's hint.
  package var expected: String {
    switch self {
    case .channels: "stdout,notify-send"
    case .dayStart: "04:00"
    case .hardware: "cpu | 1-gpu | multi-gpu"
    case .language: "en | zh"
    case .command: "/home/me/bin/tell"
    case .mailFrom, .mailTo: "me@example.com"
    case .quiet: "22:00-08:00"
    case .zone: "Asia/Shanghai"
    }
  }
}

/// What this device has set.
package struct Settings: Sendable {
  let values: [String: String]

  package subscript(_ key: SettingKey) -> String? { values[key.rawValue] }

  package var dayStart: CivilTime {
    self[.dayStart].flatMap { CivilTime($0) } ?? .standardDayStart
  }

  package var language: Language? { self[.language].flatMap(Language.init(rawValue:)) }

  /// What proposed items may need.
  package var hardware: Item.Hardware {
    self[.hardware].flatMap(Item.Hardware.init(rawValue:)) ?? .cpu
  }

  package var quiet: QuietHours? { self[.quiet].flatMap { QuietHours($0) } }

  package var channels: [Reminder.Channel] {
    (self[.channels] ?? SettingKey.channels.standard).flatMap(Reminder.channels) ?? [.stdout]
  }
}
