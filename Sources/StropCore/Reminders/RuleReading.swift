/// Why a text is no rule.
package enum RuleProblem: Error, Hashable, Sendable {
  /// Neither a phrase nor an RFC 5545 rule.
  case unreadable
  /// The days are clear, but not the time.
  case noTime
  /// What stands for the time is no time of day, or is a second one.
  case badTime(String)
  /// There is no such day, or none is left.
  case neverFires
  /// A part of RFC 5545 that strop does not keep, such as `BYSETPOS`.
  case unsupported(part: String)
  /// A part of RFC 5545 whose value cannot be, such as `BYMONTH=13`.
  case badPart(String)
  /// A time with a zone: strop's times are what the user's wall clock shows.
  case zoned
}

extension Rule {
  /// Reads what someone typed: a phrase (`RulePhrase` has the grammar) or an RFC 5545 rule.
  ///
  /// `start`: the day from which intervals and COUNT are counted, unless the text names one.
  ///
  /// - Throws: also `.neverFires` where no occurrence is on or after `start`.
  package static func parse(_ text: String, from start: Day) throws(RuleProblem) -> Rule {
    let rule = try RuleDraft(text, today: start).rule(from: start)
    guard rule.recurrence.first(notBefore: start) != nil else { throw .neverFires }
    return rule
  }

  /// Reads a rule, whether or not any occurrence is left.
  ///
  /// `start`: as in `parse`; what `text` writes depends on none.
  package init?(_ text: String, from start: Day? = nil) {
    guard let rule = try? RuleDraft(text, today: start).rule(from: start) else { return nil }
    self = rule
  }
}

/// What a text says, before it is counted from a day.
struct RuleDraft {
  var recurrence: Recurrence
  var time: CivilTime
  /// On the day where it starts, nothing comes before this time.
  var startTime: CivilTime?
  /// How often it comes in all.
  var count: Int?
  var weekStart = Weekday.monday

  /// How often a rule with an end may come.
  static let counts = 1...10_000

  init(_ recurrence: Recurrence, at time: CivilTime) {
    self.recurrence = recurrence
    self.time = time
  }

  /// `today`: the day that `tomorrow` follows.
  init(_ text: String, today: Day?) throws(RuleProblem) {
    self = try RuleLines.isOne(text) ? RuleLines.read(text) : RulePhrase.read(text, today: today)
  }

  /// The rule, which starts on its first occurrence where its start matters.
  func rule(from day: Day?) throws(RuleProblem) -> Rule {
    let anchor = recurrence.start ?? day
    var result = try complete(from: anchor).simplified
    let isAnchored =
      result.start != nil || result.interval > 1 || count != nil || result.shape == nil
    guard isAnchored else {
      guard result.last(notAfter: Day.last) != nil else { throw .neverFires }
      return Rule(result, at: time)
    }
    guard let anchor else { throw .unreadable }
    try checkWeekStart(of: result, anchor)
    result.start = anchor
    let isAfterTime = startTime.map { $0 > time } ?? false
    guard let first = result.first(notBefore: isAfterTime ? anchor + 1 : anchor) else {
      throw .neverFires
    }
    result.start = first
    if let count, let last = nth(count, of: result, first) { result.until = last }
    return Rule(result.until == first ? .once(first) : result, at: time)
  }

  /// With the parts that RFC 5545 takes from the start where a rule does not say them.
  private func complete(from anchor: Day?) throws(RuleProblem) -> Recurrence {
    var result = recurrence
    guard result.weekdays.isEmpty, result.monthDays.isEmpty, result.frequency != .daily else {
      return result
    }
    guard let anchor else { throw .unreadable }
    switch result.frequency {
    case .daily: break
    case .weekly: result.weekdays = [Recurrence.NthWeekday(anchor.weekday)]
    case .monthly: result.monthDays = [anchor.civil.day]
    case .yearly:
      result.monthDays = [anchor.civil.day]
      if result.months.isEmpty { result.months = [anchor.civil.month] }
    }
    return result
  }

  /// Where a week starts matters only to rules of several weeks, unless they come on the weekday of
  /// their start alone.
  private func checkWeekStart(of result: Recurrence, _ anchor: Day) throws(RuleProblem) {
    guard weekStart != .monday, result.frequency == .weekly, result.interval > 1,
      result.weekdays != [Recurrence.NthWeekday(anchor.weekday)]
    else { return }
    throw .unsupported(part: "WKST")
  }

  /// Nil where there are not so many.
  private func nth(_ count: Int, of result: Recurrence, _ first: Day) -> Day? {
    var last = first
    for _ in 1..<max(count, 1) {
      guard let next = result.first(notBefore: last + 1) else { return nil }
      last = next
    }
    return last
  }
}
