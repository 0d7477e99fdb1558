/// The days that a report is about: a week, a month or a quarter of the calendar, or any others.
package enum Period: Hashable, Sendable {
  case week(Week)
  case month(Month)
  case quarter(Quarter)
  case days(ClosedRange<Day>)

  package var days: ClosedRange<Day> {
    switch self {
    case .week(let week): week.days
    case .month(let month): month.days
    case .quarter(let quarter): quarter.days
    case .days(let days): days
    }
  }

  /// Nil for what is not one ISO week.
  package var week: Week? {
    if case .week(let week) = self { week } else { nil }
  }

  /// As it is typed: `2026-W48`, `2026-11`, `2026-Q4`, `2026-08-01..2026-08-20`.
  package var written: String {
    switch self {
    case .week(let week): week.iso
    case .month(let month): month.iso
    case .quarter(let quarter): quarter.iso
    case .days(let days): days.lowerBound.iso + ".." + days.upperBound.iso
    }
  }

  /// The one that stands so many periods of its kind before this one; of other days, as many days. None of them begins
  /// before the first day that can be written.
  package func earlier(by count: Int) -> Period {
    switch self {
    case .week(let week): return .week(week - count)
    case .month(let month): return .month(month - count)
    case .quarter(let quarter): return .quarter(quarter - count)
    case .days(let days):
      let length = days.upperBound - days.lowerBound + 1
      return .days(
        max(
          days.lowerBound - length * count, .first)...max(
            days.upperBound - length * count, .first))
    }
  }
}

extension Period {
  /// What a period of the calendar can be.
  package enum Unit: CaseIterable, Sendable {
    case week, month, quarter
  }

  /// The period that holds a day.
  package init(_ unit: Unit, holding day: Day) {
    self =
      switch unit {
      case .week: .week(day.week)
      case .month: .month(Month(day))
      case .quarter: .quarter(Quarter(day))
      }
  }

  /// The period of a kind that `text` names, seen from `today`; nil where it names none. It is written `2026-W48`,
  /// `2026-11` or `2026-Q4`, `last`, `this`, 上周, 本月, or as one of its days.
  package static func parse(_ text: String, as unit: Unit, today: Day) -> Period? {
    let word = text.lowercased()
    let current = Period(unit, holding: today)
    if unit.current.contains(word) { return current }
    if unit.last.contains(word) { return current.earlier(by: 1) }
    let written: Period? =
      switch unit {
      case .week: Week(iso: word).map(Period.week)
      case .month: Month(iso: word).map(Period.month)
      case .quarter: Quarter(iso: word).map(Period.quarter)
      }
    return written
      ?? DayPhrase.parse(word, today: today, weekday: .latest).map { Period(unit, holding: $0) }
  }

  /// The period of any kind that `text` names, seen from `today`; nil where it names none. It is written as one of the
  /// calendar, or with its first and its last day: `2026-08-01..2026-08-20`.
  ///
  /// `unit`: which one `last` and a day are of.
  package static func parse(_ text: String, preferring unit: Unit, today: Day) -> Period? {
    if let dots = text.firstRange(of: "..") {
      let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
      guard let first = DayPhrase.parse(String(from), today: today, weekday: .latest),
        let last = DayPhrase.parse(String(to), today: today, weekday: .latest), first <= last
      else { return nil }
      return .days(first...last)
    }
    return ([unit] + Unit.allCases).lazy.compactMap { parse(text, as: $0, today: today) }.first
  }
}

extension Period.Unit {
  fileprivate var current: [String] {
    switch self {
    case .week: ["this", "this week", "本周", "这周"]
    case .month: ["this", "this month", "本月", "这个月"]
    case .quarter: ["this", "this quarter", "本季度", "这个季度"]
    }
  }

  fileprivate var last: [String] {
    switch self {
    case .week: ["last", "last week", "上周"]
    case .month: ["last", "last month", "上月", "上个月"]
    case .quarter: ["last", "last quarter", "上季度", "上个季度"]
    }
  }
}
