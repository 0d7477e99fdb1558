import StropCore
import Testing

struct PeriodTests {
  private func parse(_ text: String, as unit: Period.Unit) throws -> Period? {
    Period.parse(text, as: unit, today: try day("2026-11-26"))
  }

  private func parse(_ text: String, preferring unit: Period.Unit = .week) throws -> Period? {
    Period.parse(text, preferring: unit, today: try day("2026-11-26"))
  }

  @Test func `months and quarters have the calendar's days`() throws {
    // Every month and quarter of 40 years, against the days themselves.
    for day in try day("1990-01-01")...day("2029-12-31") {
      let (year, month, _) = day.civil
      #expect(Month(day).days.contains(day))
      #expect(Month(day).year == year && Month(day).number == month)
      let quarter = Quarter(day)
      #expect(quarter.days.contains(day))
      #expect(quarter.year == year && quarter.number == (month + 2) / 3)
      #expect(Month(day) - 13 + 13 == Month(day))
      if day == quarter.days.upperBound {
        #expect(Quarter(day + 1) - 1 == quarter)
        #expect(day + 1 == Quarter(day + 1).days.lowerBound)
      }
      if day == Month(day).days.upperBound { #expect(Month(day + 1) == Month(day) + 1) }
    }
  }

  @Test(arguments: ["2026-00", "2026-13", "2026-1", "26-01", "2026-Q0", "2026-Q5", "2026-W60", ""])
  func `what the calendar has not is none`(text: String) throws {
    for unit in Period.Unit.allCases { #expect(try parse(text, as: unit) == nil) }
  }

  @Test func `a period is written as one reads it`() throws {
    for text in ["2026-W48", "2026-11", "2026-Q4", "2026-08-01..2026-08-20"] {
      let period = try #require(try parse(text))
      #expect(period.written == text)
    }
    let words: [(String, Period.Unit, String)] = [
      ("last", .month, "2026-10"), ("上月", .month, "2026-10"), ("2026-09-30", .quarter, "2026-Q3"),
      ("this", .quarter, "2026-Q4"), ("上季度", .quarter, "2026-Q3"), ("last", .week, "2026-W47"),
      ("mon", .month, "2026-11"),
    ]
    for (text, unit, written) in words {
      #expect(try parse(text, as: unit)?.written == written)
    }
    #expect(try parse("last", preferring: .quarter)?.written == "2026-Q3")
    #expect(try parse("last month")?.written == "2026-10")
    #expect(try parse("2026-08-20..2026-08-01") == nil)
  }

  @Test func `the one before is of the same kind, and never before the first day`() throws {
    func earlier(_ text: String, by count: Int) throws -> String? {
      try parse(text)?.earlier(by: count).written
    }
    #expect(try earlier("2026-W01", by: 1) == "2025-W52")
    #expect(try earlier("2026-01", by: 1) == "2025-12")
    #expect(try earlier("2026-Q1", by: 5) == "2024-Q4")
    #expect(try earlier("2026-03-01..2026-03-10", by: 1) == "2026-02-19..2026-02-28")
    #expect(try earlier("1900-01-01..9999-12-31", by: 4) == "1900-01-01..1900-01-01")
  }
}
