/// Days as people type them: `today`, `yesterday`, `2d`, `mon`, `last fri`, `2026-11-20`, `11-20`, 今天, 昨天, 周一, 上周五.
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
  /// `2d` and `-2d` are two days ago, `+2d` is in two days. `last fri` is the Friday of the week before this one.
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
    if let day = weekdayOfWeek(word, today) ?? monthAndDay(word, today, reading) { return day }
    // Out of the years that a written day can have, it would not read back.
    return daysAgo(word).flatMap { Day(iso: (today - $0).iso) }
  }

  private static let relative = [
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "今天": 0, "昨天": -1, "前天": -2, "大前天": -3, "明天": 1, "后天": 2,
  ]

  /// Behind which a weekday is of a week so many after this one.
  private static let weeks = [
    ("last ", -1), ("this ", 0), ("next ", 1), ("上个", -1), ("上", -1), ("本", 0), ("这", 0), ("下个", 1),
    ("下", 1),
  ]

  /// `last fri`, 上周五: of an ISO week.
  private static func weekdayOfWeek(_ word: String, _ today: Day) -> Day? {
    for (prefix, offset) in weeks where word.hasPrefix(prefix) {
      if let weekday = Weekday(word.dropFirst(prefix.count)) {
        return (today.week + offset).monday + weekday.rawValue
      }
    }
    return nil
  }

  /// `11-20`, 11月20日: for practice, of the year in which it is the latest one not after today, but for those of the
  /// coming week, which nobody means of a year ago; for plans, the nearest one.
  private static func monthAndDay(
    _ word: String, _ today: Day, _ reading: WeekdayReading
  ) -> Day? {
    let parts = word.split { "-月日号".contains($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      word.count(where: { "-月".contains($0) }) == 1, !word.hasPrefix("-"), !word.hasSuffix("-"),
      let month = Digits.number(parts[0]), let date = Digits.number(parts[1])
    else { return nil }
    // Eight, since years with a 29 February can be that far apart.
    let days = (-8...8).compactMap { Day(year: today.civil.year + $0, month: month, day: date) }
    return switch reading {
    case .latest: days.last { $0 <= today + 7 }
    case .earliest: days.min { abs($0 - today) < abs($1 - today) }
    }
  }

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
