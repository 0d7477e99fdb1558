/// Reads rules as people say them, in English or Chinese:
///
///     phrase   = days time ["from" date] ["until" date]
///     days     = "daily" | "every" [n] "days"
///              | weekdays | "every" [n] "weeks on" weekdays
///              | nth weekdays | "every" [n] "months on" (nth weekdays | days of the month)
///              | "monthly on" days of the month | days of the month "of the month"
///              | "yearly" month-day | "every" [n] "years on" month-day
///              | date | "today" | "tomorrow" | "every" part of the day
///     weekdays = some of "mon" … "sunday", "weekdays", "weekends"
///     nth      = "first" … "fifth", "last", "1st" … "5th"
///     days of the month = some of "1st" … "31st", "last day"
///     time     = [part of the day] HH:MM on the 24-hour clock
///     part of the day = "morning", "afternoon", "evening", "night": 9:00 in the evening is 21:00
///
/// `every` may stand before any days, `at`, `on`, `the` and `and` anywhere, `every other` for
/// `every 2`. A date alone comes once. In Chinese: 每天, 每 3 天, 工作日, 周末, 每周六, 周一、三、五,
/// 每两周的周五, 每月 1 日, 每月最后一天, 每月第一个周六, 每年 2 月 29 日, 2026 年 12 月 1 日, 明天,
/// 每晚, 晚上 9 点半, and 从 2026-11-27 起, 到 2026-12-31 为止.
enum RulePhrase {
  /// `today`: the day that `tomorrow` follows; without it, that word is unknown.
  static func read(_ phrase: String, today: Day?) throws(RuleProblem) -> RuleDraft {
    guard var words = RuleWord.words(of: phrase, today: today),
      let start = takeDate(after: .from, &words),
      let until = takeDate(after: .until, &words)
    else { throw .unreadable }
    guard case .time(let time) = words.last else { throw timeProblem(words) }
    guard let days = days(words.dropLast()) else { throw .unreadable }
    var draft = RuleDraft(days, at: time)
    guard days.start == nil || (start.isEmpty && until.isEmpty) else { throw .unreadable }
    draft.recurrence.start = days.start ?? start.first
    draft.recurrence.until = days.until ?? until.first
    return draft
  }

  /// Takes the date that follows `word`; empty without that word, nil where no date follows it.
  private static func takeDate(after word: RuleWord, _ words: inout [RuleWord]) -> [Day]? {
    guard let index = words.firstIndex(of: word) else { return [] }
    guard words.indices.contains(index + 1), case .date(let day) = words[index + 1] else {
      return nil
    }
    words.removeSubrange(index...(index + 1))
    return words.contains(word) ? nil : [day]
  }

  private static func timeProblem(_ words: [RuleWord]) -> RuleProblem {
    for case .badTime(let text) in words { return .badTime(text) }
    if days(words[...]) != nil { return .noTime }
    if case .number(let hour) = words.last, days(words.dropLast()) != nil {
      return .badTime(String(hour))
    }
    return .unreadable
  }

  private static func days(_ words: ArraySlice<RuleWord>) -> Recurrence? {
    if case .date(let day) = words.first, words.count == 1 { return .once(day) }
    var rest = words
    let isOfMonth = takeOfMonth(&rest)
    let isEvery = take(.every, &rest)
    var interval: Int?
    if isEvery {
      if take(.other, &rest) {
        interval = 2
      } else if case .number(let count) = rest.first, Recurrence.intervals.contains(count) {
        interval = count
        rest.removeFirst()
      }
    }
    var recurrence: Recurrence?
    if isEvery, case .period(let period) = rest.first {
      guard !isOfMonth else { return nil }
      recurrence = days(of: period, rest.dropFirst())
    } else if let weekly = weekly(rest), !isOfMonth {
      let isOther = words.dropFirst().first == .other
      recurrence = interval == nil || isOther ? weekly : nil
    } else if interval == nil, let monthly = monthly(rest) {
      // 每 3 日 could mean every three days, and `1st` alone a single day.
      let isClear = isEvery && !rest.contains { if case .monthDay = $0 { true } else { false } }
      recurrence = isOfMonth || isClear || !monthly.weekdays.isEmpty ? monthly : nil
    }
    recurrence?.interval = interval ?? 1
    return recurrence
  }

  /// The days that follow a period: `weeks` `on fri`.
  private static func days(
    of period: Recurrence.Frequency, _ words: ArraySlice<RuleWord>
  ) -> Recurrence? {
    switch period {
    case .daily: return words.isEmpty ? .daily : nil
    case .weekly: return weekly(words)
    case .monthly: return monthly(words)
    case .yearly:
      guard case .monthAndDay(let month, let day) = words.first, words.count == 1,
        (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      return Recurrence(frequency: .yearly, monthDays: [day], months: [month])
    }
  }

  private static func weekly(_ words: ArraySlice<RuleWord>) -> Recurrence? {
    var weekdays: [Weekday] = []
    for word in words {
      guard case .weekdays(let days) = word else { return nil }
      weekdays += days
    }
    return weekdays.isEmpty
      ? nil : Recurrence(frequency: .weekly, weekdays: weekdays.map { .init($0) })
  }

  private static func monthly(_ words: ArraySlice<RuleWord>) -> Recurrence? {
    var weekdays: [Recurrence.NthWeekday] = []
    var days: [Int] = []
    /// Ordinals that a weekday or a day may follow.
    var ordinals: [Int] = []
    for word in words {
      switch word {
      case .ordinal(let number): ordinals.append(number)
      case .number(let day), .monthDay(let day): days.append(day)
      case .period(.daily) where !ordinals.isEmpty:
        days += ordinals
        ordinals = []
      case .weekdays(let named) where named.count == 1 && !ordinals.isEmpty:
        weekdays += ordinals.map { .init($0, named[0]) }
        ordinals = []
      default: return nil
      }
    }
    // `last` alone names no day.
    guard !ordinals.contains(-1) else { return nil }
    days += ordinals
    guard weekdays.isEmpty != days.isEmpty,
      days.allSatisfy({ $0 == -1 || (1...31).contains($0) }),
      weekdays.allSatisfy({ $0.ordinal == -1 || (1...5).contains($0.ordinal) })
    else { return nil }
    return Recurrence(frequency: .monthly, weekdays: weekdays, monthDays: days)
  }

  /// Takes `of the month`, `of every month` from the end.
  private static func takeOfMonth(_ words: inout ArraySlice<RuleWord>) -> Bool {
    for end: [RuleWord] in [[.of, .period(.monthly)], [.of, .every, .period(.monthly)]]
    where words.suffix(end.count) == end[...] {
      words.removeLast(end.count)
      return true
    }
    return false
  }

  private static func take(_ word: RuleWord, _ words: inout ArraySlice<RuleWord>) -> Bool {
    guard words.first == word else { return false }
    words.removeFirst()
    return true
  }
}
