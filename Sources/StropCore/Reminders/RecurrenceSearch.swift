// Finding the days of a recurrence. A search begins at the day asked about, never at the start, and
// jumps over periods and months that do not count: daily and weekly rules cost a few steps.
extension Recurrence {
  /// How many steps a search may take.
  ///
  /// The calendar repeats every 400 years, which are 146,097 days: an interval of days meets its
  /// pattern again after at most as many candidates, of two steps each; longer periods need fewer.
  /// Whoever has found nothing by then never will.
  private static let steps = 400_000

  /// The first day not before `day`; nil where none comes until the year 9999 ends.
  package func first(notBefore day: Day) -> Day? {
    var candidate = max(day, start ?? Day.first, Day.first)
    let end = min(until ?? Day.last, Day.last)
    for _ in 0..<Recurrence.steps {
      guard candidate <= end else { return nil }
      if let gap = gap(around: candidate) {
        candidate = gap.upperBound + 1
      } else if hasDay(candidate) {
        return candidate
      } else {
        candidate = candidate + 1
      }
    }
    return nil
  }

  /// The last day not after `day`; nil where none comes since the start, or since 1900.
  package func last(notAfter day: Day) -> Day? {
    var candidate = min(day, until ?? Day.last, Day.last)
    let end = max(start ?? Day.first, Day.first)
    for _ in 0..<Recurrence.steps {
      guard candidate >= end else { return nil }
      if let gap = gap(around: candidate) {
        candidate = gap.lowerBound - 1
      } else if hasDay(candidate) {
        return candidate
      } else {
        candidate = candidate - 1
      }
    }
    return nil
  }

  /// Days around `day` that its month or the interval leaves out; nil where `day` may count.
  ///
  /// `day`: not before the start.
  private func gap(around day: Day) -> ClosedRange<Day>? {
    if !months.isEmpty {
      let index = day.monthIndex
      if !months.contains(index % 12 + 1) {
        return Day.first(ofMonth: index)...(Day.first(ofMonth: index + 1) - 1)
      }
    }
    guard interval > 1, let start else { return nil }
    /// The days of the periods left out, by number, the first of a period coming from `firstDay`.
    func gap(at period: Int, since first: Int, firstDay: (Int) -> Day) -> ClosedRange<Day>? {
      let past = (period - first) % interval
      guard past > 0 else { return nil }
      return firstDay(period - past + 1)...(firstDay(period - past + interval) - 1)
    }
    switch frequency {
    case .daily:
      return gap(at: day.number, since: start.number) { Day(number: $0) }
    case .weekly:
      let first = start.week
      return gap(at: day.week - first, since: 0) { (first + $0).monday }
    case .monthly:
      return gap(at: day.monthIndex, since: start.monthIndex) { Day.first(ofMonth: $0) }
    case .yearly:
      return gap(at: day.civil.year, since: start.civil.year) { Day.first(ofMonth: $0 * 12) }
    }
  }

  /// Whether a day of a month and a period that count is named.
  private func hasDay(_ day: Day) -> Bool {
    if !weekdays.isEmpty, !weekdays.contains(where: { isNamed($0, day) }) { return false }
    guard !monthDays.isEmpty else { return true }
    let date = day.civil.day
    if monthDays.contains(date) { return true }
    return monthDays[0] < 0 && monthDays.contains(day - Day.first(ofMonth: day.monthIndex + 1))
  }

  private func isNamed(_ name: NthWeekday, _ day: Day) -> Bool {
    guard name.weekday == day.weekday else { return false }
    guard name.ordinal != 0 else { return true }
    let isOfYear = frequency == .yearly && months.isEmpty
    let first = isOfYear ? day.civil.year * 12 : day.monthIndex
    return name.ordinal > 0
      ? (day - Day.first(ofMonth: first)) / 7 + 1 == name.ordinal
      : (day - Day.first(ofMonth: first + (isOfYear ? 12 : 1)) + 1) / 7 - 1 == name.ordinal
  }
}

extension Day {
  /// Months since the year 0 began, by which months are counted across years.
  var monthIndex: Int {
    let (year, month, _) = civil
    return year * 12 + month - 1
  }

  /// The first day of a month by its index; the day after the last that can be written for a later
  /// one, the first that can be read for an earlier one.
  static func first(ofMonth index: Int) -> Day {
    if let day = Day(year: index / 12, month: index % 12 + 1, day: 1) { return day }
    return index < Day.first.monthIndex ? Day.first : Day.last + 1
  }
}
