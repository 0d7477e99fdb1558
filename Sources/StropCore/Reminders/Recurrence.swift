/// The days that a rule names, without its time: an RFC 5545 recurrence rule, as far as strop
/// reads one. Weeks begin on Monday.
package struct Recurrence: Hashable, Sendable {
  /// The period that the interval counts; the raw value is RFC 5545's word.
  package enum Frequency: String, CaseIterable, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, every one of them or the nth of its month or year.
  package struct NthWeekday: Hashable, Comparable, Sendable {
    /// 1 is the first of its month or year, -1 the last; 0 stands for every one.
    package let ordinal: Int
    package let weekday: Weekday

    package init(_ ordinal: Int, _ weekday: Weekday) {
      self.ordinal = ordinal
      self.weekday = weekday
    }

    /// Every one of that weekday.
    package init(_ weekday: Weekday) {
      self.init(0, weekday)
    }

    package static func < (left: NthWeekday, right: NthWeekday) -> Bool {
      (left.ordinal, left.weekday.rawValue) < (right.ordinal, right.weekday.rawValue)
    }
  }

  /// How many periods each interval may have.
  package static let intervals = 1...10_000

  package var frequency: Frequency
  /// Only every so many periods count, from the one that holds `start`; 1 is every period.
  package var interval = 1
  /// Empty: whichever weekday. An ordinal counts in the year where a yearly recurrence names no
  /// month, in the month elsewhere.
  package var weekdays: [NthWeekday] = []
  /// 1 to 31, or -1 (the last day of a month) to -31; empty: whichever.
  package var monthDays: [Int] = []
  /// 1 to 12; empty: whichever.
  package var months: [Int] = []
  /// No day before it; nil only where the interval is 1.
  package var start: Day?
  /// No day after it.
  package var until: Day?

  /// Every single day.
  package static let daily = Recurrence(frequency: .daily)

  /// That one day.
  package static func once(_ day: Day) -> Recurrence {
    Recurrence(frequency: .daily, start: day, until: day)
  }

  /// The same days, written in the one way that each set of them is kept: lists are in order and
  /// without repetition, and what comes on weekdays of every week is weekly, or daily.
  var simplified: Recurrence {
    var result = self
    result.weekdays = Set(weekdays).sorted()
    result.monthDays = Set(monthDays).sorted()
    result.months = Set(months).sorted()
    guard interval == 1, monthDays.isEmpty, months.isEmpty,
      weekdays.allSatisfy({ $0.ordinal == 0 }), frequency == .daily || frequency == .weekly
    else { return result }
    result.frequency = .weekly
    if result.weekdays.isEmpty || result.weekdays.count == 7 {
      result.frequency = .daily
      result.weekdays = []
    }
    return result
  }
}

extension Recurrence {
  /// The kinds of recurrence that a phrase can say, beside its interval, start and end.
  package enum Shape: Hashable, Sendable {
    case once(Day)
    case daily
    /// Never empty.
    case weekly([Weekday])
    /// 1 to 31 in order, then -1 where the last day is named; never empty.
    case monthDays([Int])
    /// The first (1) to fifth (5) or last (-1, at the end) weekdays of a month; never empty.
    case nthWeekdays([NthWeekday])
    case yearly(month: Int, day: Int)
  }

  /// Nil where only RFC 5545 can say it.
  package var shape: Shape? {
    if let start, start == until { return .once(start) }
    let isEveryWeekday = weekdays.allSatisfy { $0.ordinal == 0 }
    switch (frequency, weekdays.isEmpty, monthDays.isEmpty, months.isEmpty) {
    case (.daily, true, true, true): return .daily
    case (.weekly, false, true, true) where isEveryWeekday:
      return .weekly(weekdays.map(\.weekday))
    case (.monthly, true, false, true) where monthDays.allSatisfy { $0 >= -1 }:
      return .monthDays(monthDays.filter { $0 > 0 } + monthDays.filter { $0 < 0 })
    case (.monthly, false, true, true)
    where weekdays.allSatisfy { $0.ordinal == -1 || (1...5).contains($0.ordinal) }:
      return .nthWeekdays(weekdays.filter { $0.ordinal > 0 } + weekdays.filter { $0.ordinal < 0 })
    case (.yearly, true, false, false):
      guard months.count == 1, monthDays.count == 1, monthDays[0] > 0 else { return nil }
      return .yearly(month: months[0], day: monthDays[0])
    default: return nil
    }
  }
}
