/// A time of day on a wall clock, in minutes.
package struct CivilTime: Hashable, Comparable, Sendable {
  /// Minutes since midnight: 0 to 1,439.
  package let minutes: Int

  package init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  init(minutes: Int) {
    self.minutes = minutes
  }

  /// 04:00: what is practised before it still belongs to the day before.
  package static let standardDayStart = CivilTime(minutes: 240)

  /// Reads `9:00`, `09:00` or `21:30`, with the ASCII or the Chinese colon.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = Digits.number(parts[0]), let minute = Digits.number(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// `21:30`.
  package var text: String {
    Digits.padded(minutes / 60, 2) + ":" + Digits.padded(minutes % 60, 2)
  }

  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.minutes < right.minutes
  }
}

/// A date and a time on a wall clock, without a zone: what a reminder names.
package struct CivilDateTime: Hashable, Comparable, Sendable {
  package let day: Day
  package let time: CivilTime
  /// 0 to 59; not part of the written form.
  package let second: Int

  package init(day: Day, time: CivilTime) {
    self.day = day
    self.time = time
    second = 0
  }

  /// What a wall clock shows at `instant`, `offset` seconds east of UTC.
  package init(at instant: Instant, offset: Int) {
    let milliseconds = instant.milliseconds + Int64(offset) * 1_000
    let seconds = Int(milliseconds.flooredQuotient(1_000))
    let dayNumber = seconds.flooredQuotient(86_400)
    let secondOfDay = seconds - dayNumber * 86_400
    day = Day(number: dayNumber)
    time = CivilTime(minutes: secondOfDay / 60)
    second = secondOfDay % 60
  }

  /// Reads `YYYY-MM-DDTHH:MM`.
  package init?(_ text: some StringProtocol) {
    // Read byte by byte: each reminder and each delivery holds some.
    var text = String(text)
    let parts = text.withUTF8 { utf8 -> (day: Day, time: CivilTime)? in
      let separator = Day.isoLength
      func number(_ index: Int) -> Int? {
        let (tens, ones) = (utf8[index] &- 0x30, utf8[index + 1] &- 0x30)
        return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
      }
      guard utf8.count == separator + 6, utf8[separator] == UInt8(ascii: "T"),
        utf8[separator + 3] == UInt8(ascii: ":"),
        let day = Day(utf8: UnsafeBufferPointer(rebasing: utf8[..<separator])),
        let hour = number(separator + 1), let minute = number(separator + 4),
        let time = CivilTime(hour: hour, minute: minute)
      else { return nil }
      return (day, time)
    }
    guard let parts else { return nil }
    self.init(day: parts.day, time: parts.time)
  }

  /// `YYYY-MM-DDTHH:MM`: the key of an occurrence.
  package var text: String { day.iso + "T" + time.text }

  /// This moment without its seconds.
  package var wholeMinute: CivilDateTime { CivilDateTime(day: day, time: time) }

  /// The first whole minute after this moment.
  package var nextMinute: CivilDateTime {
    let next = time.minutes + 1
    return CivilDateTime(
      day: day + next / 1_440, time: CivilTime(minutes: next % 1_440))
  }

  /// The last whole minute before this one.
  package var previousMinute: CivilDateTime {
    let previous = time.minutes - 1
    return previous < 0
      ? CivilDateTime(day: day - 1, time: CivilTime(minutes: 1_439))
      : CivilDateTime(day: day, time: CivilTime(minutes: previous))
  }

  /// Minutes from `other` to this, on the wall clock.
  package func minutes(since other: CivilDateTime) -> Int {
    (day - other.day) * 1_440 + time.minutes - other.time.minutes
  }

  package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.day, left.time, left.second) < (right.day, right.time, right.second)
  }
}

extension FixedWidthInteger {
  func flooredQuotient(_ divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
