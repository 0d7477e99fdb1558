import StropCore
import Testing

struct CivilTimeTests {
  @Test(arguments: [
    ("0:00", "00:00"), ("00:00", "00:00"), ("9:05", "09:05"), ("09:05", "09:05"),
    ("21:30", "21:30"), ("21：30", "21:30"), ("23:59", "23:59"),
  ])
  func `times of day read, with either colon`(text: String, written: String) throws {
    #expect(try time(text).text == written)
  }

  @Test(arguments: [
    "", ":", "9", "9:", ":30", "9:5", "9:005", "009:05", "24:00", "12:60", "-1:30", "+9:30",
    "9:30:00", "9.30", "9h30", "a:30", " 9:30", "9:30 ", "９:30",
  ])
  func `what is not a time of day is refused`(text: String) {
    #expect(CivilTime(text) == nil)
  }

  @Test func `every minute of the day reads back`() throws {
    for hour in 0..<24 {
      for minute in 0..<60 {
        let time = try #require(CivilTime(hour: hour, minute: minute))
        #expect(time.minutes == hour * 60 + minute)
        #expect(CivilTime(time.text) == time)
      }
    }
    #expect(CivilTime(hour: 24, minute: 0) == nil)
    #expect(CivilTime(hour: -1, minute: 0) == nil)
    #expect(CivilTime(hour: 0, minute: 60) == nil)
  }
}

struct CivilDateTimeTests {
  @Test func `an occurrence's key reads back`() throws {
    let moment = try moment("2026-11-23T21:30")
    #expect(moment.text == "2026-11-23T21:30")
    #expect(moment.day == (try day("2026-11-23")))
    #expect(moment.time == (try time("21:30")))
    #expect(moment.second == 0)
  }

  @Test(arguments: [
    "", "2026-11-23", "21:30", "2026-11-23 21:30", "2026-11-23T9:30", "2026-11-23T21:30:00",
    "2026-11-23T24:00", "2026-11-31T21:30", "2026-11-23T21：30", "2026-11-23TT21:30",
  ])
  func `what is not a key is refused`(text: String) {
    #expect(CivilDateTime(text) == nil)
  }

  @Test(
    arguments: [
      (0, 0, "1970-01-01T00:00", 0), (0, -1, "1969-12-31T23:59", 59),
      (1_795_440_605_123, 0, "2026-11-23T13:30", 5),
      (1_795_440_605_123, 28_800, "2026-11-23T21:30", 5),
      (1_795_440_605_123, 37_800, "2026-11-24T00:00", 5),
      (1_795_440_605_123, -48_606, "2026-11-22T23:59", 59),
    ] as [(Int64, Int, String, Int)]
  )
  func `a wall clock shows the instant in its zone`(
    milliseconds: Int64,
    offset: Int,
    text: String,
    second: Int
  ) {
    let clock = CivilDateTime(at: Instant(milliseconds: milliseconds), offset: offset)
    #expect(clock.text == text)
    #expect(clock.second == second)
  }

  @Test(arguments: [
    ("2026-11-23T21:30", "2026-11-23T21:30", 0), ("2026-11-23T21:30", "2026-11-24T01:30", 240),
    ("2026-11-23T21:30", "2026-11-23T21:00", -30), ("2026-12-31T23:59", "2027-01-01T00:00", 1),
  ])
  func `minutes pass on the wall clock`(from: String, to: String, minutes: Int) throws {
    #expect(try moment(to).minutes(since: moment(from)) == minutes)
  }

  @Test func `moments order by day, time and second`() throws {
    let half = CivilDateTime(at: Instant(milliseconds: 1_795_440_600_000), offset: 0)
    let later = CivilDateTime(at: Instant(milliseconds: 1_795_440_605_000), offset: 0)
    #expect(half < later)
    #expect(half == (try moment("2026-11-23T13:30")))
    #expect(later < (try moment("2026-11-23T13:31")))
    #expect((try moment("2026-11-23T23:59")) < (try moment("2026-11-24T00:00")))
  }
}
