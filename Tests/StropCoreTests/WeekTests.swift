import StropCore
import Testing

struct WeekTests {
  @Test(arguments: [
    ("2026-11-23", "2026-W48"), ("2026-11-29", "2026-W48"), ("2026-11-30", "2026-W49"),
    ("2020-12-28", "2020-W53"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2023-01-01", "2022-W52"),
    ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"),
    ("2016-01-03", "2015-W53"), ("2000-01-01", "1999-W52"),
  ])
  func `each date has its ISO week`(iso: String, week: String) throws {
    #expect(try day(iso).week.iso == week)
  }

  /// A week belongs to the year of its Thursday, and a year's weeks are counted from 1.
  @Test func `week numbers count the Thursdays of a year`() throws {
    var thursday = try day("1900-01-04")
    var (year, number) = (1900, 0)
    while thursday.civil.year <= 2200 {
      number = thursday.civil.year == year ? number + 1 : 1
      year = thursday.civil.year
      for offset in -3...3 {
        let week = (thursday + offset).week
        guard week.year == year, week.number == number, week.monday == thursday - 3 else {
          Issue.record("\((thursday + offset).iso) is in \(week.iso), not in week \(number)")
          return
        }
      }
      guard Week(iso: (thursday.week).iso) == thursday.week else {
        Issue.record("\(thursday.week.iso) does not read back")
        return
      }
      thursday = thursday + 7
    }
  }

  @Test(arguments: [
    ("2026-W48", "2026-11-23"), ("2026-w48", "2026-11-23"), ("2026-W53", "2026-12-28"),
    ("2025-W01", "2024-12-30"), ("2020-W53", "2020-12-28"),
  ])
  func `the written form reads`(text: String, monday: String) throws {
    let week = try week(text)
    #expect(week.monday.iso == monday)
    #expect(week.iso == text.uppercased())
  }

  @Test(arguments: [
    "", "2026", "2026-48", "2026W48", "2026-W4", "2026-W048", "2026-W00", "2025-W53", "2026-W54",
    "2026-W99", "2026-X48", "2026-W4x", " 2026-W48",
  ])
  func `a week that does not exist is refused`(text: String) {
    #expect(Week(iso: text) == nil)
  }

  @Test func `a week runs from Monday to Sunday`() throws {
    let week = try week("2026-W48")
    #expect(week.days == (try day("2026-11-23"))...(try day("2026-11-29")))
    #expect(week.sunday.weekday == .sunday)
  }

  @Test func `weeks add, subtract and compare`() throws {
    let (last, first) = (try week("2026-W53"), try week("2027-W01"))
    #expect(last + 1 == first)
    #expect(first - 1 == last)
    #expect(first - last == 1)
    #expect(last - first == -1)
    #expect(last < first)
    #expect((try week("2026-W48")) + 6 == (try week("2027-W01")))
  }
}
