/// An ISO 8601 week: Monday to Sunday, numbered by the year that holds its Thursday.
package struct Week: Hashable, Comparable, Sendable {
  package let monday: Day

  init(monday: Day) {
    self.monday = monday
  }

  /// Reads `YYYY-Www`, such as `2026-W48`; nil where that year has no such week.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"),
      bytes[5] == UInt8(ascii: "W") || bytes[5] == UInt8(ascii: "w"),
      let year = Digits.number(bytes[0..<4]), let number = Digits.number(bytes[6..<8]),
      number >= 1, let fourth = Day(year: year, month: 1, day: 4)
    else { return nil }
    let week = Week(monday: fourth.week.monday + (number - 1) * 7)
    guard week.year == year else { return nil }
    self = week
  }

  /// The ISO year, which differs from the calendar's around New Year.
  package var year: Int { (monday + 3).civil.year }

  /// 1 to 53.
  package var number: Int {
    guard let fourth = Day(year: year, month: 1, day: 4) else { return 1 }
    return (monday - fourth.week.monday) / 7 + 1
  }

  /// The weeks that hold some day of `days`, in order.
  package static func weeks(of days: ClosedRange<Day>) -> [Week] {
    let count = days.upperBound.week - days.lowerBound.week
    return (0...count).map { days.lowerBound.week + $0 }
  }

  /// Whether all of it lies in `days`.
  package func isWhole(in days: ClosedRange<Day>) -> Bool {
    days.contains(monday) && days.contains(sunday)
  }

  package var sunday: Day { monday + 6 }
  package var days: ClosedRange<Day> { monday...sunday }

  /// `YYYY-Www`.
  package var iso: String { Digits.padded(year, 4) + "-W" + Digits.padded(number, 2) }

  package static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }
  package static func + (week: Week, weeks: Int) -> Week { Week(monday: week.monday + weeks * 7) }
  package static func - (week: Week, weeks: Int) -> Week { week + -weeks }
  /// The number of weeks from `right` to `left`.
  package static func - (left: Week, right: Week) -> Int { (left.monday - right.monday) / 7 }
}
