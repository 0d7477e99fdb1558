import StropCore
import Testing

struct DayTests {
  @Test func `civil dates and day numbers agree over three centuries`() throws {
    var expected = try day("1900-01-01")
    #expect(expected.number == -25_567)
    for year in 1900...2200 {
      for month in 1...12 {
        for dayOfMonth in 1...NaiveCalendar.length(ofMonth: month, year: year) {
          let found = try #require(Day(year: year, month: month, day: dayOfMonth))
          guard found == expected, found.civil == (year, month, dayOfMonth) else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is \(found.number), \(found.civil)")
            return
          }
          expected = expected + 1
        }
      }
    }
  }

  @Test func `the written form reads back over three centuries`() throws {
    for number in (try day("1900-01-01")).number...(try day("2200-12-31")).number {
      let day = Day(number: number)
      guard day.iso.utf8.count == 10, Day(iso: day.iso) == day else {
        Issue.record("\(number) is written \(day.iso)")
        return
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-23", 20_780),
    ("1900-01-01", -25_567), ("9999-12-31", 2_932_896),
  ])
  func `days count from 1970`(iso: String, number: Int) throws {
    #expect(try day(iso).number == number)
    #expect(Day(number: number).iso == iso)
  }

  @Test(arguments: [
    (1900, false), (1904, true), (2000, true), (2023, false), (2024, true), (2026, false),
    (2028, true), (2100, false), (2400, true),
  ])
  func `a leap year has a 29 February`(year: Int, isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(Day(year: year, month: 2, day: 30) == nil)
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-2", "2026-1-23", "2026/11/23", "20261123", "2026-11-23 ",
    " 2026-11-23", "2026-13-01", "2026-00-01", "2026-11-00", "2026-11-31", "2026-02-29",
    "1899-12-31", "0000-01-01", "-026-11-23", "+026-11-23", "2026-11-2a", "２０２６-11-23",
    "2026-11-23T00:00", "today",
  ])
  func `what is not a date is refused`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("1900-01-01", .monday),
    ("2000-02-29", .tuesday), ("2026-11-22", .sunday), ("2026-11-23", .monday),
    ("2026-11-28", .saturday),
  ])
  func `each date has its weekday`(iso: String, weekday: Weekday) throws {
    #expect(try day(iso).weekday == weekday)
  }

  @Test func `weekdays follow one another`() throws {
    let first = try day("1900-01-01")
    for offset in 0..<1_000 {
      #expect((first + offset).weekday.rawValue == offset % 7)
      #expect((first - offset).weekday.rawValue == (7 - offset % 7) % 7)
    }
  }

  @Test func `days subtract, compare and stride`() throws {
    let (friday, monday) = (try day("2026-11-20"), try day("2026-11-23"))
    #expect(monday - friday == 3)
    #expect(friday + 3 == monday)
    #expect(monday - 3 == friday)
    #expect(friday < monday)
    #expect(
      (friday...monday).map(\.iso) == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"]
    )
  }
}

/// The Gregorian calendar as a primary school teaches it.
enum NaiveCalendar {
  static func length(ofMonth month: Int, year: Int) -> Int {
    if month == 2 {
      if year % 400 == 0 { return 29 }
      if year % 100 == 0 { return 28 }
      return year % 4 == 0 ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
