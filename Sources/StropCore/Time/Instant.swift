/// A point in time of the years 1970–9999: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  /// The last millisecond of 9999.
  private static let last: Int64 = 253_402_300_799_999

  /// `milliseconds`: what lies outside those years, as in a damaged database, is their first or last
  /// millisecond, so that sums of instants never overflow.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, 0), Instant.last)
  }

  /// Reads RFC 3339 (`2026-11-23T21:30:05.123+08:00`), years 1970–9999; `T` and `Z` in either case.
  /// Digits past the millisecond are dropped; a leap second reads as the second after it.
  package init?(rfc3339 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      day.number >= 0, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Digits.number(bytes[11..<13]), hour < 24,
      let minute = Digits.number(bytes[14..<16]), minute < 60,
      let second = Digits.number(bytes[17..<19]), second <= 60
    else { return nil }
    var rest = bytes[19...]
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (48...57).contains($0) }
      guard !digits.isEmpty, digits.count <= 18 else { return nil }
      let three = Array(digits.prefix(3)) + Array(repeating: 48, count: max(0, 3 - digits.count))
      fraction = Digits.number(three) ?? 0
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = Instant.offset(rest) else { return nil }
    let seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second - offset
    // An offset or a leap second may lead out of the years that read back.
    guard (0..<253_402_300_800).contains(seconds) else { return nil }
    milliseconds = Int64(seconds) * 1_000 + Int64(fraction)
  }

  /// The offset in seconds that `Z`, `+08:00` or `-05:30` writes.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      let hours = Digits.number(bytes[1..<3]), hours < 24,
      let minutes = Digits.number(bytes[4..<6]), minutes < 60
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    switch bytes[0] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }

  /// `2026-11-23T13:30:05.123Z`: always UTC, always milliseconds, so that it never depends on zone data.
  package var utc: String {
    let civil = CivilDateTime(at: self, offset: 0)
    let millisecond = Int(((milliseconds % 1_000) + 1_000) % 1_000)
    return civil.day.iso + "T" + civil.time.text + ":" + Digits.padded(civil.second, 2) + "."
      + Digits.padded(millisecond, 3) + "Z"
  }

  /// `2026-11-23T21:30:05+08:00`, in whole seconds, for an offset in seconds east of UTC.
  package func rfc3339(offset: Int) -> String {
    let civil = CivilDateTime(at: self, offset: offset)
    let minutes = abs(offset) / 60
    return civil.day.iso + "T" + civil.time.text + ":" + Digits.padded(civil.second, 2)
      + (offset < 0 ? "-" : "+") + Digits.padded(minutes / 60, 2) + ":"
      + Digits.padded(minutes % 60, 2)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
