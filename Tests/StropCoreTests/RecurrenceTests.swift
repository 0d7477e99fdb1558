import Foundation
import StropCore
import TestSupport
import Testing

struct RecurrenceTests {
  private func dates(
    _ text: String, from start: String, _ count: Int
  ) throws -> [String] {
    let rule = try Rule.parse(text, from: day(start))
    var moment = try moment(start + "T00:00")
    var found: [String] = []
    while found.count < count, let next = rule.next(after: moment) {
      found.append(next.day.iso)
      moment = next
    }
    return found
  }

  @Test func `case 29, case 30: a rule names each civil time once, whatever the zone does`() throws
  {
    let rule = try #require(Rule("daily 02:30"))
    let night = try #require(rule.next(after: try moment("2026-03-28T12:00")))
    #expect(night.text == "2026-03-29T02:30")
    #expect(rule.next(after: night)?.text == "2026-03-30T02:30")
    // The clock goes from 01:59 to 03:00, or from 02:59 back to 02:00.
    #expect(rule.latest(upTo: try moment("2026-03-29T03:00"))?.text == "2026-03-29T02:30")
    #expect(rule.latest(upTo: try moment("2026-03-29T01:59"))?.text == "2026-03-28T02:30")
  }

  @Test func `case 39: the 31st skips short months`() throws {
    let days = ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31", "2027-08-31"]
    #expect(try dates("monthly on 31st 09:00", from: "2027-01-01", 5) == days)
    #expect(
      try dates("DTSTART:20270131T090000 RRULE:FREQ=MONTHLY", from: "2027-01-31", 5) == days)
  }

  @Test func `case 40: 29 Feb yearly comes in 2028`() throws {
    #expect(
      try dates("yearly 02-29 10:00", from: "2026-11-24", 2) == ["2028-02-29", "2032-02-29"])
    let rule = try #require(Rule("yearly 02-29 10:00"))
    #expect(rule.next(after: try moment("2096-03-01T00:00"))?.day.iso == "2104-02-29")
    #expect(rule.latest(upTo: try moment("2104-02-29T09:59"))?.day.iso == "2096-02-29")
  }

  @Test func `case 41: first Saturday under ISO weeks does not hang`() throws {
    #expect(
      try dates("first sat 10:00", from: "2026-11-24", 3)
        == ["2026-12-05", "2027-01-02", "2027-02-06"])
    #expect(
      try dates("last fri 17:00", from: "2026-11-24", 3)
        == ["2026-11-27", "2026-12-25", "2027-01-29"])
  }

  @Test func `case 42: every two weeks FR,SU from 2021-01-02 gives 01-03, 01-15, 01-17`() throws {
    let days = ["2021-01-03", "2021-01-15", "2021-01-17"]
    #expect(try dates("every 2 weeks on fri,sun 10:00", from: "2021-01-02", 3) == days)
    #expect(
      try dates(
        "DTSTART:20210102T100000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU", from: "2021-01-02", 3)
        == days)
  }

  /// BYDAY of a yearly rule with months counts in the month; plain and ordinal ones add up.
  @Test func `ordinals count in the year, or in the month that is named`() throws {
    #expect(
      try dates("FREQ=YEARLY;BYDAY=-1MO 09:00", from: "2026-01-01", 2)
        == ["2026-12-28", "2027-12-27"])
    #expect(
      try dates("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU 09:00", from: "2026-01-01", 2)
        == ["2026-03-29", "2027-03-28"])
    #expect(
      try dates("FREQ=MONTHLY;BYDAY=MO,1SA 09:00", from: "2026-12-01", 3)
        == ["2026-12-05", "2026-12-07", "2026-12-14"])
  }

  @Test func `time ends with the year 9999, and begins with 1900`() throws {
    let rule = try #require(Rule("monthly on 31st 10:00"))
    #expect(rule.next(after: CivilDateTime(day: .last, time: rule.time)) == nil)
    #expect(rule.next(after: CivilDateTime(day: .last + 9_999, time: rule.time)) == nil)
    #expect(rule.latest(upTo: CivilDateTime(day: .first, time: rule.time)) == nil)
    #expect(
      rule.next(after: CivilDateTime(day: .first - 9_999, time: rule.time))?.day.iso
        == "1900-01-31")
    let far = try #require(Rule("every 10000 weeks on fri 10:00 from 2026-11-27"))
    #expect(far.latest(upTo: CivilDateTime(day: .last, time: far.time))?.day.iso == "9884-09-12")
    #expect(far.next(after: CivilDateTime(day: .last - 1, time: far.time)) == nil)
  }

  /// Rules of `Fixtures/rules.txt`, which `Fixtures/record-rules` writes from python-dateutil's answers.
  @Test func `a thousand rules come when dateutil says so`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/rules.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1_000)
    for line in lines { try check(RecordedRule(line)) }
  }

  private func check(_ recorded: RecordedRule) throws {
    let start = try #require(recorded.first.first)
    let rule = try #require(Rule(recorded.text), "\(recorded.text)")
    #expect(Rule(rule.text) == rule, "\(recorded.text)")
    func next(_ day: Day, _ count: Int) -> [Day] {
      var found: [Day] = []
      var moment = CivilDateTime(day: day, time: rule.time)
      while found.count < count, let next = rule.next(after: moment),
        next.day <= RecordedRule.horizon
      {
        found.append(next.day)
        moment = next
      }
      return found
    }
    #expect(next(start - 9_999, 20) == recorded.first, "\(recorded.text)")
    #expect(next(recorded.far, 3) == recorded.after, "\(recorded.text)")
    let far = CivilDateTime(day: recorded.far, time: rule.time)
    var before: [Day] = []
    var moment = far
    while before.count < 3, let latest = rule.latest(upTo: moment), latest.day >= start {
      before.insert(latest.day, at: 0)
      moment = CivilDateTime(day: latest.day - 1, time: rule.time)
    }
    #expect(before == recorded.before, "\(recorded.text)")
  }

  @Test(arguments: 0..<40)
  func `next and latest agree with each other`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/rules.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let recorded = try RecordedRule(try #require(lines.randomElement(using: &random)))
    let rule = try #require(Rule(recorded.text))
    for _ in 0..<20 {
      let milliseconds = Int64.random(in: 0..<4_000_000_000_000, using: &random)
      let moment = CivilDateTime(at: Instant(milliseconds: milliseconds), offset: 0)
      guard let next = rule.next(after: moment) else { continue }
      #expect(next > moment)
      #expect(rule.latest(upTo: next) == next)
      // Nothing lies between.
      let latest = rule.latest(upTo: moment)
      #expect(rule.latest(upTo: CivilDateTime(day: next.day - 1, time: rule.time)) == latest)
      if let latest {
        #expect(latest <= moment)
        #expect(rule.next(after: latest) == next)
      }
    }
  }
}

/// A line of `Fixtures/rules.txt`.
struct RecordedRule {
  /// What comes later is not recorded.
  static let horizon = Day(iso: "2150-12-31") ?? Day.last

  let text: String
  let first: [Day]
  let far: Day
  let before: [Day]
  let after: [Day]

  init(_ line: Substring) throws {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    try #require(fields.count == 4)
    text = String(fields[0])
    first = try RecordedRule.days(fields[1])
    far = try day(String(fields[2]))
    let around = fields[3].split(separator: "/", omittingEmptySubsequences: false)
    before = try RecordedRule.days(around[0])
    after = try RecordedRule.days(around[1])
  }

  /// The first day as a date, the others as days after the one before.
  private static func days(_ field: Substring) throws -> [Day] {
    var days: [Day] = []
    for word in field.split(separator: " ") {
      if let last = days.last {
        days.append(last + (try #require(Int(word))))
      } else {
        days.append(try day(String(word)))
      }
    }
    return days
  }
}
