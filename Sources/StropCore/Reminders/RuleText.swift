// How a rule is written.
extension Rule {
  /// The rule as the journal keeps it: one way to write each, which `init` reads back to the same
  /// rule, whatever day it is read on.
  ///
  /// `daily 21:30`, `every 2 weeks on fri 18:00 from 2026-11-27`, `first sat 10:00`; or, where no
  /// phrase says it, `DTSTART:20261113T180000 RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13`.
  package var text: String {
    guard let days = recurrence.phrase else { return lines }
    if case .once = recurrence.shape { return days + " " + time.text }
    let start = recurrence.start.map { " from " + $0.iso } ?? ""
    let end = recurrence.until.map { " until " + $0.iso } ?? ""
    return days + " " + time.text + start + end
  }

  private var lines: String {
    let start = recurrence.start.map { "DTSTART:" + written($0) + " " } ?? ""
    let end = recurrence.until.map { ";UNTIL=" + written($0) } ?? ""
    return start + "RRULE:" + recurrence.parts + end
  }

  /// `20261127T180000`.
  private func written(_ day: Day) -> String {
    day.iso.filter { $0 != "-" } + "T" + time.text.filter { $0 != ":" } + "00"
  }
}

extension Recurrence {
  fileprivate var phrase: String? {
    func every(_ once: String, _ unit: String) -> String {
      interval == 1 ? once : "every \(interval) \(unit)"
    }
    return switch shape {
    case .once(let day): "on " + day.iso
    case .daily: every("daily", "days")
    case .weekly(let weekdays): every("", "weeks on ") + Recurrence.words(weekdays)
    case .monthDays(let days):
      every("monthly on ", "months on ")
        + days.map(Recurrence.word(ofMonthDay:)).joined(separator: ",")
    case .nthWeekdays(let weekdays):
      every("", "months on ")
        + weekdays.map { EnglishOrdinals.word($0.ordinal) + " " + $0.weekday.short }
        .joined(separator: ",")
    case .yearly(let month, let day):
      every("yearly ", "years on ") + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
    case nil: nil
    }
  }

  private static func words(_ weekdays: [Weekday]) -> String {
    weekdays == Weekday.workdays
      ? "weekdays" : weekdays.map(\.short).joined(separator: ",")
  }

  /// `1st`, `22nd`, `last day`.
  private static func word(ofMonthDay day: Int) -> String {
    day > 0 ? EnglishOrdinals.figure(day) : "last day"
  }

  /// RFC 5545's parts, without UNTIL.
  fileprivate var parts: String {
    var parts = ["FREQ=" + frequency.rawValue]
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { parts.append(name + "=" + values.joined(separator: ",")) }
    }
    add("INTERVAL", interval == 1 ? [] : [String(interval)])
    add("BYMONTH", months.map { String($0) })
    add("BYMONTHDAY", monthDays.map { String($0) })
    add(
      "BYDAY",
      weekdays.map { ($0.ordinal == 0 ? "" : String($0.ordinal)) + $0.weekday.code })
    return parts.joined(separator: ";")
  }
}

extension Weekday {
  /// Monday to Friday.
  package static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  /// `mon`.
  var short: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue] }

  /// RFC 5545's `MO`.
  var code: String { short.prefix(2).uppercased() }
}
