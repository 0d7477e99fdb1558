/// A month of a year.
package struct Month: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  private let ordinal: Int

  private init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// The month that holds a day.
  package init(_ day: Day) {
    let (year, number, _) = day.civil
    ordinal = year * 12 + number - 1
  }

  /// Reads `YYYY-MM`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    guard text.utf8.count == 7, let first = Day(iso: text + "-01") else { return nil }
    self.init(first)
  }

  package var year: Int { ordinal / 12 }
  /// 1 to 12.
  package var number: Int { ordinal % 12 + 1 }
  package var first: Day { Day(year: year, month: number, day: 1) ?? .first }
  package var days: ClosedRange<Day> { first...max(first, (self + 1).first - 1) }

  /// `YYYY-MM`.
  package var iso: String { String(first.iso.prefix(7)) }

  package static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }
  package static func + (month: Month, months: Int) -> Month {
    Month(ordinal: month.ordinal + months)
  }
  package static func - (month: Month, months: Int) -> Month { month + -months }
}

/// Three months of a year: January to March are the first, October to December the fourth.
package struct Quarter: Hashable, Sendable {
  private let first: Month

  /// The quarter that holds a day.
  package init(_ day: Day) {
    let month = Month(day)
    first = month - (month.number - 1) % 3
  }

  private init(first: Month) {
    self.first = first
  }

  /// Reads `YYYY-Qn`, such as `2026-Q4`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      bytes[5] == UInt8(ascii: "Q") || bytes[5] == UInt8(ascii: "q"),
      let year = Digits.number(bytes[0..<4]), let number = Digits.number(bytes[6..<7]),
      let day = Day(year: year, month: number * 3, day: 1)
    else { return nil }
    self.init(day)
  }

  package var year: Int { first.year }
  /// 1 to 4.
  package var number: Int { first.number / 3 + 1 }
  package var days: ClosedRange<Day> { first.first...(first + 2).days.upperBound }

  /// `YYYY-Qn`.
  package var iso: String { Digits.padded(year, 4) + "-Q\(number)" }

  package static func - (quarter: Quarter, quarters: Int) -> Quarter {
    Quarter(first: quarter.first - 3 * quarters)
  }
}
