import StropCore
import Testing
import TestSupport

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-11-23T13:30:05Z", 1_795_440_605_000),
    ("2026-11-23T21:30:05.123+08:00", 1_795_440_605_123),
    ("2026-11-23t13:30:05z", 1_795_440_605_000),
    ("2026-11-23T08:00:05-05:30", 1_795_440_605_000),
    ("2026-11-24T01:15:05+11:45", 1_795_440_605_000),
    ("2026-11-23T13:30:05.1Z", 1_795_440_605_100),
    ("2026-11-23T13:30:05.12Z", 1_795_440_605_120),
    ("2026-11-23T13:30:05.123999999Z", 1_795_440_605_123),
    ("2026-11-23T13:30:05.000Z", 1_795_440_605_000),
    ("2026-11-23T13:30:05-00:00", 1_795_440_605_000),
    ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ])
  func `RFC 3339 reads`(text: String, milliseconds: Int64) throws {
    #expect(try instant(text).milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "now", "1795440605", "2026-11-23", "2026-11-23T13:30:05", "2026-11-23T13:30Z",
    "2026-11-23 13:30:05Z", "2026-11-23T24:00:00Z", "2026-11-23T13:60:00Z",
    "2026-11-23T13:30:61Z", "2026-02-30T13:30:05Z", "2026-11-23T13:30:05.Z",
    "2026-11-23T13:30:05,1Z", "2026-11-23T13:30:05+0800", "2026-11-23T13:30:05+08",
    "2026-11-23T13:30:05+24:00", "2026-11-23T13:30:05+08:60", "2026-11-23T13:30:05 +08:00",
    "2026-11-23T13:30:05ZZ", " 2026-11-23T13:30:05Z", "2026-11-23T13:30:05Z\n",
    "2026-11-23T1a:30:05Z", "2026-11-23T-1:30:05Z", "1969-12-31T23:59:59Z",
    "2026-11-23T13:30:05.1234567890123456789Z",
  ])
  func `what is not RFC 3339 is refused`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  /// They could be written, but not read back.
  @Test(arguments: [
    "1970-01-01T00:00:00+08:00", "9999-12-31T23:59:60Z", "9999-12-31T23:59:59-00:01",
  ])
  func `an offset cannot leave the years 1970 to 9999`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test(
    arguments: [
      (1_795_440_605_123, "2026-11-23T13:30:05.123Z"), (0, "1970-01-01T00:00:00.000Z"),
      (7, "1970-01-01T00:00:00.007Z"), (-1, "1970-01-01T00:00:00.000Z"),
      (.min, "1970-01-01T00:00:00.000Z"), (.max, "9999-12-31T23:59:59.999Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)]
  )
  func `UTC is written to the millisecond`(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).utc == text)
  }

  @Test(arguments: [
    (28_800, "2026-11-23T21:30:05+08:00"), (0, "2026-11-23T13:30:05+00:00"),
    (-19_800, "2026-11-23T08:00:05-05:30"), (20_700, "2026-11-23T19:15:05+05:45"),
    (-34_200, "2026-11-23T04:00:05-09:30"), (50_400, "2026-11-24T03:30:05+14:00"),
  ])
  func `an offset is written as the wall clock there shows it`(offset: Int, text: String) {
    #expect(Instant(milliseconds: 1_795_440_605_123).rfc3339(offset: offset) == text)
  }

  @Test(arguments: 0..<50)
  func `what is written reads back`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let instant = Instant(
        milliseconds: Int64.random(in: 86_400_000...253_402_200_000_000, using: &random)
      )
      #expect(Instant(rfc3339: instant.utc) == instant)
      let offset = Int.random(in: -1_439...1_439, using: &random) * 60
      let second = Instant(milliseconds: instant.milliseconds / 1_000 * 1_000)
      #expect(Instant(rfc3339: instant.rfc3339(offset: offset)) == second)
    }
  }
}
