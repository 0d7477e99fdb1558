/// Reads RFC 5545 rules (section 3.3.10): `DTSTART:…` and `RRULE:FREQ=…`, on lines of their own or
/// on one, with or without `RRULE:`, in any case; the time may follow as HH:MM.
///
/// Times are what a wall clock shows, so that a zone and UTC's `Z` are refused. Where UNTIL is a
/// date, that whole day still counts; COUNT is kept as the day on which it is exhausted. One time a
/// rule; no seconds; no BYSETPOS, BYWEEKNO, BYYEARDAY.
struct RuleLines {
  private var recurrence = Recurrence(frequency: .daily)
  private var startTime: CivilTime?
  private var hour: Int?
  private var minute: Int?
  private var written: CivilTime?
  private var until: (day: Day, time: CivilTime?)?
  private var count: Int?
  private var weekStart = Weekday.monday
  private var seen: Set<String> = []

  /// Whether a text means to be one: whatever else is wrong with it, it is no phrase.
  static func isOne(_ text: String) -> Bool {
    let utf8 = Array(text.uppercased().utf8)
    return ["FREQ=", "RRULE", "DTSTART"].contains { word in
      let word = Array(word.utf8)
      return utf8.indices.contains { utf8[$0] == word[0] && utf8[$0...].starts(with: word) }
    }
  }

  static func read(_ text: String) throws(RuleProblem) -> RuleDraft {
    var lines = RuleLines()
    for piece in text.uppercased().split(whereSeparator: { $0.isWhitespace || $0 == ";" }) {
      try lines.take(String(piece))
    }
    return try lines.draft()
  }

  private mutating func take(_ piece: String) throws(RuleProblem) {
    if let time = CivilTime(piece) {
      guard written == nil else { throw .badTime(piece) }
      written = time
      return
    }
    var piece = piece[...]
    if piece.hasPrefix("RRULE:") { piece = piece.dropFirst("RRULE:".count) }
    if piece.isEmpty || piece == "DTSTART" || piece == "RRULE" { return }
    for start in ["DTSTART:", "VALUE=DATE:", "VALUE=DATE-TIME:"] where piece.hasPrefix(start) {
      return try takeStart(piece.dropFirst(start.count))
    }
    let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if name == "TZID" { throw .zoned }
    guard parts.count == 2 else {
      guard let colon = piece.firstIndex(of: ":") else { throw .unreadable }
      throw .unsupported(part: String(piece[..<colon]))
    }
    guard seen.insert(name).inserted else { throw .badPart(String(piece)) }
    guard try takePart(name, String(parts[1])) else { throw .badPart(String(piece)) }
  }

  private mutating func takeStart(_ text: Substring) throws(RuleProblem) {
    guard recurrence.start == nil, let (day, time) = try RuleLines.moment(text) else {
      throw .badPart("DTSTART:" + text)
    }
    recurrence.start = day
    startTime = time
  }

  /// False where the value cannot be.
  private mutating func takePart(_ name: String, _ value: String) throws(RuleProblem) -> Bool {
    switch name {
    case "FREQ":
      guard let frequency = Recurrence.Frequency(rawValue: value) else {
        let others = ["SECONDLY", "MINUTELY", "HOURLY"]
        throw others.contains(value)
          ? .unsupported(part: "FREQ=" + value) : .badPart("FREQ=" + value)
      }
      recurrence.frequency = frequency
    case "INTERVAL":
      guard let number = Digits.number(value), Recurrence.intervals.contains(number) else {
        return false
      }
      recurrence.interval = number
    case "COUNT":
      guard let number = Digits.number(value), RuleDraft.counts.contains(number) else {
        return false
      }
      count = number
    case "UNTIL":
      guard let moment = try RuleLines.moment(value[...]) else { return false }
      until = moment
    case "BYDAY":
      guard let days = list(value, RuleLines.weekday) else { return false }
      recurrence.weekdays = days
    case "BYMONTHDAY":
      guard let days = list(value, { RuleLines.signed($0, 1...31) }) else { return false }
      recurrence.monthDays = days
    case "BYMONTH":
      guard let months = list(value, { RuleLines.number($0, 1...12) }) else { return false }
      recurrence.months = months
    case "BYHOUR":
      hour = try single(name, value, 0...23)
      return hour != nil
    case "BYMINUTE":
      minute = try single(name, value, 0...59)
      return minute != nil
    case "BYSECOND":
      guard value == "0" || value == "00" else { throw .unsupported(part: name) }
    case "WKST":
      guard let weekday = RuleLines.weekday(value[...]), weekday.ordinal == 0 else { return false }
      weekStart = weekday.weekday
    default: throw .unsupported(part: name)
    }
    return true
  }

  private func draft() throws(RuleProblem) -> RuleDraft {
    guard seen.contains("FREQ") else { throw .unreadable }
    guard count == nil || until == nil else { throw .badPart("COUNT") }
    let isOrdinal = recurrence.weekdays.contains { $0.ordinal != 0 }
    let ofYear = recurrence.frequency == .yearly && recurrence.months.isEmpty
    let canBeOrdinal = recurrence.frequency == .monthly || recurrence.frequency == .yearly
    let most = ofYear ? 53 : 5
    guard !isOrdinal || canBeOrdinal, recurrence.weekdays.allSatisfy({ abs($0.ordinal) <= most })
    else { throw .badPart("BYDAY") }
    let time = try time()
    var draft = RuleDraft(recurrence, at: time)
    if let until {
      let isBefore = until.time.map { $0 < time } ?? false
      draft.recurrence.until = isBefore ? until.day - 1 : until.day
    }
    draft.startTime = startTime
    draft.count = count
    draft.weekStart = weekStart
    return draft
  }

  private func time() throws(RuleProblem) -> CivilTime {
    var named = startTime
    if let hour { named = CivilTime(hour: hour, minute: minute ?? (startTime?.minutes ?? 0) % 60) }
    if hour == nil, let minute, let startTime {
      named = CivilTime(hour: startTime.minutes / 60, minute: minute)
    }
    if let written, let named, written != named { throw .badTime(written.text) }
    guard let time = written ?? named else { throw .noTime }
    return time
  }
}

// The values of parts.
extension RuleLines {
  /// Reads `20261127` or `20261127T180000`; nil for anything else, seconds and all.
  private static func moment(
    _ text: Substring
  ) throws(RuleProblem) -> (day: Day, time: CivilTime?)? {
    if text.hasSuffix("Z") { throw .zoned }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    let digits = parts.map { Array($0.utf8) }
    guard digits[0].count == 8, parts.count <= 2, let year = Digits.number(digits[0][0..<4]),
      let month = Digits.number(digits[0][4..<6]), let date = Digits.number(digits[0][6..<8]),
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    guard parts.count == 2 else { return (day, nil) }
    guard digits[1].count == 4 || (digits[1].count == 6 && parts[1].hasSuffix("00")),
      let hour = Digits.number(digits[1][0..<2]), let minute = Digits.number(digits[1][2..<4]),
      let time = CivilTime(hour: hour, minute: minute)
    else { return nil }
    return (day, time)
  }

  private func list<Value>(_ text: String, _ read: (Substring) -> Value?) -> [Value]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let values = parts.compactMap(read)
    return values.count == parts.count ? values : nil
  }

  /// Nil where it is out of range.
  private func single(
    _ name: String, _ text: String, _ range: ClosedRange<Int>
  ) throws(RuleProblem) -> Int? {
    guard !text.contains(",") else { throw .unsupported(part: name + "=" + text) }
    return RuleLines.number(text[...], range)
  }

  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    Digits.number(text).flatMap { range.contains($0) ? $0 : nil }
  }

  /// Reads `15`, `+15` or `-15`, whose size is in `range`.
  private static func signed(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    let isSigned = text.hasPrefix("-") || text.hasPrefix("+")
    let size = number(isSigned ? text.dropFirst() : text, range)
    return size.map { text.hasPrefix("-") ? -$0 : $0 }
  }

  /// Reads `SA`, `1SA`, `-1FR`.
  private static func weekday(_ text: Substring) -> Recurrence.NthWeekday? {
    guard let weekday = Weekday.allCases.first(where: { $0.code == text.suffix(2) }) else {
      return nil
    }
    let ordinal = text.dropLast(2)
    if ordinal.isEmpty { return .init(weekday) }
    return signed(ordinal, 1...53).map { .init($0, weekday) }
  }
}
