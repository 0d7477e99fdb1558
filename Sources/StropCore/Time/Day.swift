/// A civil date of the proleptic Gregorian calendar, without time or zone.
///
/// Conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// 1900-01-01: no day before it can be read.
  package static let first = Day(number: -25_567)
  /// 9999-12-31: no day after it can be written.
  package static let last = Day(number: 2_932_896)

  /// The day of a year (1900–9999), month (1–12) and day of the month; nil where there is no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`, nothing else.
  package init?(iso text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(utf8: $0) }) else { return nil }
    self = day
  }

  /// How many bytes `YYYY-MM-DD` has.
  package static let isoLength = 10

  /// Reads `YYYY-MM-DD` as UTF-8, nothing else. Not generic, since it is called by the thousand.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == Day.isoLength, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for index in range {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        result = result * 10 + Int(digit)
      }
      return result
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1–12) and day of the month (1–31).
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    let (year, month, day) = civil
    return Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(mondayBased: ((number + 3) % 7 + 7) % 7)
  }

  /// The ISO week that holds this day.
  package var week: Week { Week(monday: self - weekday.rawValue) }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// The number of days from `right` to `left`.
  package static func - (left: Day, right: Day) -> Int { left.number - right.number }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Strideable {
  package func distance(to other: Day) -> Int { other - self }
  package func advanced(by days: Int) -> Day { self + days }
}

/// The days of the week, Monday first; the raw value is 0 for Monday to 6 for Sunday.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  init(mondayBased index: Int) {
    self = Weekday.allCases[index]
  }
}

/// Decimal digits without a formatter: dates are read and written on every daily path.
enum Digits {
  /// The number that ASCII digits write; nil for anything else, or past 18 digits.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var result = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      result = result * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return result
  }

  static func number(_ text: some StringProtocol) -> Int? { number(Array(text.utf8)) }

  /// `number` (not negative) in at least `width` digits.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
