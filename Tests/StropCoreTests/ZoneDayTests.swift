import StropCore
import Testing

struct ZoneDayTests {
  private let shanghai = Zone(name: "Asia/Shanghai") { _ in 28_800 }

  @Test(arguments: [
    ("2026-11-24T03:59:59+08:00", "2026-11-23"), ("2026-11-24T04:00:00+08:00", "2026-11-24"),
    ("2026-11-24T01:30:00+08:00", "2026-11-23"), ("2026-11-24T00:00:00+08:00", "2026-11-23"),
    ("2026-11-23T23:59:59+08:00", "2026-11-23"), ("2026-11-24T23:59:00+08:00", "2026-11-24"),
    ("2027-01-01T03:59:00+08:00", "2026-12-31"), ("2028-03-01T00:10:00+08:00", "2028-02-29"),
  ])
  func `the day of practice begins at 04 00`(at: String, expected: String) throws {
    let day = shanghai.day(at: try instant(at), dayStart: try time("04:00"))
    #expect(day.iso == expected)
  }

  @Test(arguments: [("00:00", "2026-11-24"), ("03:59", "2026-11-24"), ("23:59", "2026-11-23")])
  func `the day start is a choice`(dayStart: String, expected: String) throws {
    let at = try instant("2026-11-24T03:59:00+08:00")
    #expect(shanghai.day(at: at, dayStart: try time(dayStart)).iso == expected)
  }

  @Test func `the zone decides which day it is`() throws {
    let at = try instant("2026-11-23T22:00:00Z")
    let (four, newYork) = (try time("04:00"), Zone(name: "America/New_York") { _ in -18_000 })
    #expect(Zone.utc.day(at: at, dayStart: four).iso == "2026-11-23")
    #expect(shanghai.day(at: at, dayStart: four).iso == "2026-11-24")
    #expect(newYork.day(at: at, dayStart: four).iso == "2026-11-23")
  }

  @Test func `an offset that changes is the one in force at the instant`() throws {
    let change = try instant("2026-03-29T01:00:00Z")
    let berlin = Zone(name: "Europe/Berlin") { $0 < change ? 3_600 : 7_200 }
    #expect(berlin.clock(at: try instant("2026-03-29T00:59:00Z")).text == "2026-03-29T01:59")
    #expect(berlin.clock(at: change).text == "2026-03-29T03:00")
    let four = try time("04:00")
    #expect(berlin.day(at: try instant("2026-03-29T01:59:00Z"), dayStart: four).iso == "2026-03-28")
    #expect(berlin.day(at: try instant("2026-03-29T02:00:00Z"), dayStart: four).iso == "2026-03-29")
  }

  /// The clock names the calendar's day, whatever the day of practice.
  @Test func `reminders go by the wall clock, not by the day of practice`() throws {
    let clock = shanghai.clock(at: try instant("2026-11-24T01:30:00+08:00"))
    #expect(clock.text == "2026-11-24T01:30")
    #expect(clock.day(dayStart: try time("04:00")).iso == "2026-11-23")
    #expect((try moment("2026-11-24T04:00")).day(dayStart: try time("04:00")).iso == "2026-11-24")
  }
}
