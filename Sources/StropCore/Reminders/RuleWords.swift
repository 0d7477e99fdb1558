/// What a word of a rule's phrase means.
enum RuleWord: Equatable {
  /// `every`, 每.
  case every
  /// As in `every other week`.
  case other
  case number(Int)
  /// `first`, `1st`, 第一个; -1 for `last`.
  case ordinal(Int)
  /// 第: the number after it is an ordinal.
  case ordinalMark
  /// 年, 月, 日 and 号, which may belong to a date.
  case mark(Recurrence.Frequency)
  /// `day`, `weeks`, 个月.
  case period(Recurrence.Frequency)
  /// `sat`, `weekdays`, 周末.
  case weekdays([Weekday])
  /// `2026-11-27`, 2026 年 11 月 27 日.
  case date(Day)
  /// `tomorrow`: days after today.
  case daysAhead(Int)
  /// `02-29`, 2 月 29 日.
  case monthAndDay(Int, Int)
  /// 1 日.
  case monthDay(Int)
  case time(CivilTime)
  /// `evening`, 晚上: the half of the day that the time after it is in.
  case partOfDay(PartOfDay)
  /// 点, 点半: the hour before it, with so many minutes.
  case hour(minutes: Int)
  /// What looks like a time but is none, such as `25:00` and `9pm`.
  case badTime(String)
  case from
  case until
  /// As in `of the month`.
  case of

  enum PartOfDay: Equatable {
    case morning
    case afternoon
    /// Up to midnight, or a little past it.
    case evening

    /// 9:00 in the evening is 21:00; nil for 12:00, which could be either.
    func time(_ time: CivilTime) -> CivilTime? {
      let hour = time.minutes / 60
      guard self != .evening || hour != 12 else { return nil }
      let later =
        switch self {
        case .morning: false
        case .afternoon: (1...11).contains(hour)
        case .evening: (5...11).contains(hour)
        }
      return later ? CivilTime(minutes: time.minutes + 12 * 60) : time
    }
  }
}

extension RuleWord {
  /// The words of a phrase, without those that say nothing, such as `at` and 的; nil where one is
  /// unknown.
  ///
  /// `today`: the day that `tomorrow` follows; without it, that word is unknown.
  static func words(of phrase: String, today: Day?) -> [RuleWord]? {
    var text = Substring(phrase.lowercased())
    var words: [RuleWord] = []
    /// Whether 三 means Wednesday, as in 周一、三、五.
    var isAfterWeekday = false
    while let first = text.first {
      if first.isWhitespace || ",，、".contains(first) {
        text.removeFirst()
      } else if first.isNumber, first.isASCII {
        guard let word = figures(&text) else { return nil }
        words.append(word)
        isAfterWeekday = false
      } else if first.isASCII {
        let name = String(text.prefix { $0.isASCII && $0.isLetter })
        guard let meaning = meaning(of: name) else { return nil }
        words += meaning
        text.removeFirst(name.count)
        isAfterWeekday = false
      } else if isAfterWeekday, let weekday = Weekday("周" + String(first)) {
        words.append(.weekdays([weekday]))
        text.removeFirst()
      } else {
        guard let word = chinese(&text) else { return nil }
        words += word
        if case .weekdays(let days) = word.first {
          isAfterWeekday = days.count == 1
        } else if !word.isEmpty {
          isAfterWeekday = false
        }
      }
    }
    words = timed(words)
    for (index, word) in words.enumerated() {
      guard case .daysAhead(let days) = word else { continue }
      guard let today else { return nil }
      words[index] = .date(today + days)
    }
    return joined(words[...])
  }

  /// Puts together the hours and the parts of the day that times are said with.
  private static func timed(_ words: [RuleWord]) -> [RuleWord] {
    var result: [RuleWord] = []
    for word in words {
      var word = word
      if case .hour(let minutes) = word, case .number(let hour) = result.last,
        let time = CivilTime(hour: hour, minute: minutes)
      {
        result.removeLast()
        word = .time(time)
      }
      if case .time(let time) = word, case .partOfDay(let part) = result.last,
        let meant = part.time(time)
      {
        result.removeLast()
        // `every evening` says the days too.
        if result.last == .every { result.append(.period(.daily)) }
        word = .time(meant)
      }
      result.append(word)
    }
    return result
  }

  /// Takes the figures at the beginning of `text`, and the letters that follow them.
  private static func figures(_ text: inout Substring) -> RuleWord? {
    let figures = text.prefix { ($0.isASCII && $0.isNumber) || ":：-".contains($0) }
    let letters = text.dropFirst(figures.count).prefix { $0.isASCII && $0.isLetter }
    text.removeFirst(figures.count + letters.count)
    if figures.contains(where: { ":：".contains($0) }) || ["am", "pm"].contains(letters) {
      guard letters.isEmpty, let time = CivilTime(figures) else {
        return .badTime(figures + String(letters))
      }
      return .time(time)
    }
    if ["st", "nd", "rd", "th"].contains(letters) {
      return Digits.number(figures).map { .ordinal($0) }
    }
    guard letters.isEmpty else { return nil }
    if let day = Day(iso: figures) { return .date(day) }
    let parts = figures.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Digits.number($0) }
    switch (parts.count, numbers.count) {
    case (1, 1): return .number(numbers[0])
    case (2, 2): return .monthAndDay(numbers[0], numbers[1])
    default: return nil
    }
  }

  /// Takes the longest Chinese word, or a number written in characters, from the beginning.
  private static func chinese(_ text: inout Substring) -> [RuleWord]? {
    for length in [4, 3, 2, 1] {
      let word = text.prefix(length)
      if word.count == length, let meaning = meaning(of: String(word)) {
        text.removeFirst(length)
        return meaning
      }
    }
    let numerals = text.prefix { "一二两三四五六七八九十".contains($0) }
    text.removeFirst(numerals.count)
    return number(numerals).map { [.number($0)] }
  }

  /// 两 is 2, 十五 15, 二十 20; nil for what is no number up to 99.
  private static func number(_ numerals: Substring) -> Int? {
    func digit(_ numeral: Character) -> Int? {
      numeral == "两" ? 2 : Array("一二三四五六七八九").firstIndex(of: numeral).map { $0 + 1 }
    }
    let parts = numerals.split(separator: "十", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.count <= 1 }), !numerals.isEmpty else { return nil }
    let digits = parts.map { $0.first.flatMap(digit) }
    switch parts.count {
    case 1: return digits[0]
    case 2: return (digits[0] ?? 1) * 10 + (digits[1] ?? 0)
    default: return nil
    }
  }

  private static func meaning(of word: String) -> [RuleWord]? {
    vocabulary[word] ?? Weekday(word).map { [.weekdays([$0])] }
  }

  /// Puts together what several words say: dates, days of a month and ordinals in Chinese.
  private static func joined(_ words: ArraySlice<RuleWord>) -> [RuleWord] {
    var rest = words
    var result: [RuleWord] = []
    while let word = rest.popFirst() {
      let next = Array(rest.prefix(5))
      switch word {
      case .ordinalMark:
        guard case .number(let number) = next.first else { return Array(words) }
        result.append(.ordinal(number))
        rest.removeFirst()
      case .number(let number):
        if case (.mark(.yearly), .number(let month), .mark(.monthly), .number(let date)) = at(next),
          next.last == .mark(.daily), let day = Day(year: number, month: month, day: date)
        {
          result.append(.date(day))
          rest.removeFirst(5)
        } else if case (.mark(.monthly), .number(let day), .mark(.daily), _) = at(next) {
          result.append(.monthAndDay(number, day))
          rest.removeFirst(3)
        } else if next.first == .mark(.daily) {
          result.append(.monthDay(number))
          rest.removeFirst()
        } else {
          result.append(word)
        }
      case .mark(let period): result.append(.period(period))
      default: result.append(word)
      }
    }
    return result
  }

  private static func at(
    _ words: [RuleWord]
  ) -> (RuleWord?, RuleWord?, RuleWord?, RuleWord?) {
    func word(_ index: Int) -> RuleWord? { words.indices.contains(index) ? words[index] : nil }
    return (word(0), word(1), word(2), word(3))
  }

  private static let vocabulary: [String: [RuleWord]] = [
    "at": [], "on": [], "the": [], "and": [], "的": [], "在": [], "个": [], "起": [], "为止": [],
    "和": [], "of": [.of], "from": [.from], "从": [.from], "until": [.until], "到": [.until],
    "every": [.every], "each": [.every], "每": [.every], "other": [.other],
    "daily": [.every, .period(.daily)], "weekly": [.every, .period(.weekly)],
    "monthly": [.every, .period(.monthly)], "yearly": [.every, .period(.yearly)],
    "day": [.period(.daily)], "days": [.period(.daily)], "天": [.period(.daily)],
    "week": [.period(.weekly)], "weeks": [.period(.weekly)], "周": [.period(.weekly)],
    "星期": [.period(.weekly)], "month": [.period(.monthly)], "months": [.period(.monthly)],
    "个月": [.period(.monthly)], "year": [.period(.yearly)], "years": [.period(.yearly)],
    "年": [.mark(.yearly)], "月": [.mark(.monthly)], "日": [.mark(.daily)], "号": [.mark(.daily)],
    "weekdays": [.weekdays(Weekday.workdays)], "weekday": [.weekdays(Weekday.workdays)],
    "工作日": [.weekdays(Weekday.workdays)], "weekend": [.weekdays([.saturday, .sunday])],
    "weekends": [.weekdays([.saturday, .sunday])], "周末": [.weekdays([.saturday, .sunday])],
    "today": [.daysAhead(0)], "tomorrow": [.daysAhead(1)], "今天": [.daysAhead(0)],
    "明天": [.daysAhead(1)], "后天": [.daysAhead(2)],
    "tonight": [.daysAhead(0), .partOfDay(.evening)],
    "今晚": [.daysAhead(0), .partOfDay(.evening)], "明晚": [.daysAhead(1), .partOfDay(.evening)],
    "明早": [.daysAhead(1), .partOfDay(.morning)], "in": [], "morning": [.partOfDay(.morning)],
    "mornings": [.partOfDay(.morning)], "afternoon": [.partOfDay(.afternoon)],
    "afternoons": [.partOfDay(.afternoon)], "evening": [.partOfDay(.evening)],
    "evenings": [.partOfDay(.evening)], "night": [.partOfDay(.evening)],
    "nights": [.partOfDay(.evening)], "nightly": [.every, .partOfDay(.evening)],
    "早": [.partOfDay(.morning)], "早上": [.partOfDay(.morning)], "上午": [.partOfDay(.morning)],
    "下午": [.partOfDay(.afternoon)], "晚": [.partOfDay(.evening)],
    "晚上": [.partOfDay(.evening)], "点": [.hour(minutes: 0)], "点钟": [.hour(minutes: 0)],
    "点整": [.hour(minutes: 0)], "点半": [.hour(minutes: 30)],
    "first": [.ordinal(1)], "second": [.ordinal(2)], "third": [.ordinal(3)],
    "fourth": [.ordinal(4)], "fifth": [.ordinal(5)], "last": [.ordinal(-1)],
    "第": [.ordinalMark], "最后一个": [.ordinal(-1)],
    "最后一天": [.ordinal(-1), .period(.daily)],
    "two": [.number(2)], "three": [.number(3)], "four": [.number(4)], "five": [.number(5)],
    "six": [.number(6)],
  ]
}
