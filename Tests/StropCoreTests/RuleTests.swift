import StropCore
import Testing
import TestSupport

struct RuleTests {
  @Test(arguments: [
    ("daily 21:30", "daily 21:30"), ("Daily 9:05", "daily 09:05"), ("每天 21:30", "daily 21:30"),
    ("每天21：30", "daily 21:30"), ("weekdays 08:45", "weekdays 08:45"),
    ("工作日 08:45", "weekdays 08:45"), ("工作日8:45", "weekdays 08:45"),
    ("sat,sun 10:00", "sat,sun 10:00"), ("sun,sat 10:00", "sat,sun 10:00"),
    ("sat, sun 10:00", "sat,sun 10:00"), ("sat sun 10:00", "sat,sun 10:00"),
    ("every sat 10:00", "sat 10:00"), ("Every Saturday 10:00", "sat 10:00"),
    ("every day 10:00", "daily 10:00"), ("每周六 10:00", "sat 10:00"),
    ("周六,周日 10:00", "sat,sun 10:00"), ("周六，周日 10:00", "sat,sun 10:00"),
    ("周六、周日 10:00", "sat,sun 10:00"), ("每周六、周日 10:00", "sat,sun 10:00"),
    ("周末 10:00", "sat,sun 10:00"), ("mon 09:00", "mon 09:00"), ("tue 09:00", "tue 09:00"),
    ("wed 09:00", "wed 09:00"), ("thu 09:00", "thu 09:00"), ("fri 09:00", "fri 09:00"),
    ("sun 09:00", "sun 09:00"), ("周一 09:00", "mon 09:00"), ("星期天 09:00", "sun 09:00"),
    ("mon,tue,wed,thu,fri 09:00", "weekdays 09:00"),
    ("mon,tue,wed,thu,fri,sat,sun 09:00", "daily 09:00"), ("mon,mon 09:00", "mon 09:00"),
    ("mon  09:00 ", "mon 09:00"),
  ])
  func `rules read in both languages`(phrase: String, text: String) throws {
    #expect(try #require(Rule(phrase)).text == text)
  }

  @Test(arguments: [
    "", "daily", "21:30", " 21:30", "daily 24:00", "daily 21:60", "daily 9", "daily 9:5",
    "daily 21:30:00", "daily 2 1:30", "daily 21 :30", "daily 21:30 22:30", "dayly 21:30",
    "every 10:00", "mondays 09:00", "sat;sun 10:00", "21:30 daily",
    "sat-sun 10:00", "每周 10:00", "每月 10:00", "周八 10:00", "1 10:00", "daily -1:30",
  ])
  func `anything else is refused`(phrase: String) {
    #expect(Rule(phrase) == nil)
  }

  @Test(arguments: 0..<50)
  func `the written form reads back`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (rule, _) = try randomRule(&random)
    #expect(Rule(rule.text) == rule)
  }

  struct Case: Sendable {
    let rule: String
    let at: String
    let latest: String
    let next: String
  }

  @Test(arguments: [
    Case(
      rule: "daily 21:30",
      at: "2026-11-25T21:29",
      latest: "2026-11-24T21:30",
      next: "2026-11-25T21:30"
    ),
    Case(
      rule: "daily 21:30",
      at: "2026-11-25T21:30",
      latest: "2026-11-25T21:30",
      next: "2026-11-26T21:30"
    ),
    Case(
      rule: "weekdays 08:45",
      at: "2026-11-28T12:00",
      latest: "2026-11-27T08:45",
      next: "2026-11-30T08:45"
    ),
    Case(
      rule: "sat,sun 10:00",
      at: "2026-11-28T10:01",
      latest: "2026-11-28T10:00",
      next: "2026-11-29T10:00"
    ),
    Case(
      rule: "wed 10:00",
      at: "2026-11-25T09:59",
      latest: "2026-11-18T10:00",
      next: "2026-11-25T10:00"
    ),
    Case(
      rule: "wed 10:00",
      at: "2026-11-25T10:00",
      latest: "2026-11-25T10:00",
      next: "2026-12-02T10:00"
    ),
    Case(
      rule: "daily 00:00",
      at: "2026-12-31T23:59",
      latest: "2026-12-31T00:00",
      next: "2027-01-01T00:00"
    ),
  ])
  func `the latest occurrence is not after a moment, the next one is`(test: Case) throws {
    let rule = try #require(Rule(test.rule))
    let moment = try moment(test.at)
    #expect(rule.latest(upTo: moment)?.text == test.latest)
    #expect(rule.next(after: moment)?.text == test.next)
  }

  @Test(arguments: 0..<50)
  func `occurrences agree with looking at every minute`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (rule, weekdays) = try randomRule(&random)
    let start = try day("2026-11-23")
    let now = CivilDateTime(
      at: Instant(
        milliseconds: Int64(start.number) * 86_400_000
          + Int64.random(in: 0..<604_800, using: &random) * 1_000
      ),
      offset: 0
    )
    let all = (-8...15).map { CivilDateTime(day: start + $0, time: rule.time) }
      .filter { weekdays.contains($0.day.weekday) }
    #expect(rule.latest(upTo: now) == all.last { $0 <= now })
    #expect(rule.next(after: now) == all.first { $0 > now })
  }

  private func randomRule(_ random: inout SeededGenerator) throws -> (Rule, Set<Weekday>) {
    var weekdays = Set(Weekday.allCases.filter { _ in random.chance(oneIn: 3) })
    if weekdays.isEmpty { weekdays = [.sunday] }
    let minutes = Int.random(in: 0..<1_440, using: &random)
    let time = try #require(CivilTime(hour: minutes / 60, minute: minutes % 60))
    let names = weekdays.map { String("\($0)".prefix(3)) }.joined(separator: ",")
    return (try #require(Rule("\(names) \(time.text)")), weekdays)
  }
}
