/// When a reminder comes: some days of the week, at one time on the wall clock.
package struct Rule: Hashable, Sendable {
  package let weekdays: Set<Weekday>
  package let time: CivilTime

  package init(weekdays: Set<Weekday>, time: CivilTime) {
    self.weekdays = weekdays
    self.time = time
  }

  /// Reads `daily 21:30`, `weekdays 08:45`, `every sat 10:00`, `sat,sun 10:00`, `mon 09:00`,
  /// 每天 21:30, 工作日 08:45, 每周六 10:00, 周六、周日 10:00; nil for anything else.
  package init?(_ phrase: String) {
    let text = phrase.lowercased()
    var timeStart = text.endIndex
    while timeStart > text.startIndex {
      let before = text.index(before: timeStart)
      guard "0123456789:： ".contains(text[before]) else { break }
      timeStart = before
    }
    let times = text[timeStart...].split(separator: " ")
    guard times.count == 1, let time = CivilTime(times[0]),
      let days = Rule.weekdays(in: text[..<timeStart])
    else { return nil }
    self.init(weekdays: days, time: time)
  }

  private static func weekdays(in text: Substring) -> Set<Weekday>? {
    var words = text.split { " ,，、".contains($0) }.map(String.init)
    if words.first == "every", words.count > 1 { words.removeFirst() }
    var days: Set<Weekday> = []
    for word in words {
      if let group = groups[word] {
        days.formUnion(group)
      } else if let weekday = Weekday(word.hasPrefix("每周") ? String(word.dropFirst()) : word) {
        days.insert(weekday)
      } else {
        return nil
      }
    }
    return days.isEmpty ? nil : days
  }

  private static let groups: [String: Set<Weekday>] = [
    "daily": Set(Weekday.allCases), "day": Set(Weekday.allCases),
    "每天": Set(Weekday.allCases),
    "weekdays": workdays, "工作日": workdays,
    "weekend": [.saturday, .sunday], "周末": [.saturday, .sunday],
  ]

  private static let workdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

  /// The rule as the journal keeps it: one way to write each, which `init` reads back.
  package var text: String {
    let days: String
    if weekdays.count == 7 {
      days = "daily"
    } else if weekdays == Rule.workdays {
      days = "weekdays"
    } else {
      let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      days = weekdays.map(\.rawValue).sorted().map { names[$0] }.joined(separator: ",")
    }
    return days + " " + time.text
  }

  /// The first occurrence after `moment`.
  package func next(after moment: CivilDateTime) -> CivilDateTime? {
    (0...7).lazy.map { CivilDateTime(day: moment.day + $0, time: self.time) }
      .first { $0 > moment && self.weekdays.contains($0.day.weekday) }
  }

  /// The latest occurrence not after `moment`.
  package func latest(upTo moment: CivilDateTime) -> CivilDateTime? {
    (0...7).lazy.map { CivilDateTime(day: moment.day - $0, time: self.time) }
      .first { $0 <= moment && self.weekdays.contains($0.day.weekday) }
  }
}
