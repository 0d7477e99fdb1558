/// Days as people type them: `today`, `yesterday`, `2d`, `mon`, `2026-11-20`, 今天, 昨天, 周一.
package enum DayPhrase {
  /// Which day a weekday's name means.
  package enum WeekdayReading: Sendable {
    /// The latest not after today: what was practised.
    case latest
    /// The earliest not before today: what is planned.
    case earliest
  }

  /// The day that `text` names, seen from `today`; nil where it names none.
  ///
  /// `2d` and `-2d` are two days ago, `+2d` is in two days.
  package static func parse(
    _ text: String, today: Day, weekday reading: WeekdayReading
  ) -> Day? {
    let word = text.lowercased()
    if let offset = relative[word] { return today + offset }
    if let day = Day(iso: word) { return day }
    if let weekday = Weekday(word) {
      switch reading {
      case .latest: return today - (today.weekday.rawValue - weekday.rawValue + 7) % 7
      case .earliest: return today + (weekday.rawValue - today.weekday.rawValue + 7) % 7
      }
    }
    // Out of the years that a written day can have, it would not read back.
    return daysAgo(word).flatMap { Day(iso: (today - $0).iso) }
  }

  private static let relative = [
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2,
  ]

  private static func daysAgo(_ word: String) -> Int? {
    for suffix in ["天前", "d"] where word.hasSuffix(suffix) {
      let body = word.dropLast(suffix.count)
      let digits = body.first == "-" || body.first == "+" ? body.dropFirst() : body
      guard digits.utf8.count <= 5, let count = Digits.number(digits) else { return nil }
      return body.first == "+" ? -count : count
    }
    return nil
  }
}

extension Weekday {
  /// Reads an English or a Chinese name: `mon`, `Monday`, 周一, 星期一, 礼拜天.
  package init?(_ text: some StringProtocol) {
    let word = text.lowercased()
    for weekday in Weekday.allCases where weekday.names.contains(word) {
      self = weekday
      return
    }
    return nil
  }

  private var names: [String] {
    let english = [
      ["mon", "monday"], ["tue", "tues", "tuesday"], ["wed", "wednesday"],
      ["thu", "thur", "thurs", "thursday"], ["fri", "friday"], ["sat", "saturday"],
      ["sun", "sunday"],
    ][rawValue]
    let characters = [["一"], ["二"], ["三"], ["四"], ["五"], ["六"], ["日", "天"]][rawValue]
    return english + characters.flatMap { ["周\($0)", "星期\($0)", "礼拜\($0)"] }
  }
}
