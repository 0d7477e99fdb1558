import StropApp
import StropCore
import Testing

/// Rules against the clocks of real zones, on the days when these change.
struct RuleZoneTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let zone: String
    /// UTC days whose every quarter of an hour is a tick.
    let from: String
    let through: String
    let rule: String
    /// What comes due in them, and what the clock shows at the tick that first sees it.
    let due: [String]

    var testDescription: String { "\(zone) \(rule)" }
  }

  @Test(arguments: [
    Case(
      zone: "Europe/Berlin", from: "2026-03-28", through: "2026-03-30", rule: "daily 02:30",
      due: [
        "2026-03-28T02:30 at 2026-03-28T02:30", "2026-03-29T02:30 at 2026-03-29T03:00",
        "2026-03-30T02:30 at 2026-03-30T02:30",
      ]),
    Case(
      zone: "Europe/Berlin", from: "2026-10-24", through: "2026-10-26", rule: "daily 02:30",
      due: [
        "2026-10-24T02:30 at 2026-10-24T02:30", "2026-10-25T02:30 at 2026-10-25T02:30",
        "2026-10-26T02:30 at 2026-10-26T02:30",
      ]),
    Case(
      zone: "America/New_York", from: "2026-03-07", through: "2026-03-09", rule: "daily 02:30",
      due: [
        "2026-03-07T02:30 at 2026-03-07T02:30", "2026-03-08T02:30 at 2026-03-08T03:00",
        "2026-03-09T02:30 at 2026-03-09T02:30",
      ]),
    Case(
      zone: "America/New_York", from: "2026-10-31", through: "2026-11-02", rule: "daily 01:30",
      due: [
        "2026-10-31T01:30 at 2026-10-31T01:30", "2026-11-01T01:30 at 2026-11-01T01:30",
        "2026-11-02T01:30 at 2026-11-02T01:30",
      ]),
    Case(
      zone: "Australia/Lord_Howe", from: "2026-10-03", through: "2026-10-04", rule: "daily 02:15",
      due: [
        "2026-10-04T02:15 at 2026-10-04T02:30", "2026-10-05T02:15 at 2026-10-05T02:15",
      ]),
    Case(
      zone: "Australia/Lord_Howe", from: "2026-04-04", through: "2026-04-05", rule: "daily 01:45",
      due: [
        "2026-04-05T01:45 at 2026-04-05T01:45", "2026-04-06T01:45 at 2026-04-06T01:45",
      ]),
    Case(
      zone: "America/Sao_Paulo", from: "2018-11-03", through: "2018-11-05", rule: "daily 00:30",
      due: [
        "2018-11-03T00:30 at 2018-11-03T00:30", "2018-11-04T00:30 at 2018-11-04T01:00",
        "2018-11-05T00:30 at 2018-11-05T00:30",
      ]),
    Case(
      zone: "America/Sao_Paulo", from: "2018-02-17", through: "2018-02-19", rule: "daily 23:30",
      due: [
        "2018-02-16T23:30 at 2018-02-16T23:30", "2018-02-17T23:30 at 2018-02-17T23:30",
        "2018-02-18T23:30 at 2018-02-18T23:30",
      ]),
    Case(
      zone: "Asia/Shanghai", from: "1991-09-14", through: "1991-09-15", rule: "daily 01:30",
      due: [
        "1991-09-15T01:30 at 1991-09-15T01:30", "1991-09-16T01:30 at 1991-09-16T01:30",
      ]),
  ])
  func `cases 29 and 30: the clock passes each occurrence once`(test: Case) throws {
    let zone = try #require(Zone(named: test.zone))
    let rule = try #require(Rule(test.rule))
    let first = try #require(Instant(rfc3339: test.from + "T00:00:00Z"))
    let last = try #require(Instant(rfc3339: test.through + "T23:45:00Z"))
    // What a tick before the first one would have seen.
    var told = Set([rule.latest(upTo: zone.clock(at: first))])
    var due: [String] = []
    for milliseconds in stride(from: first.milliseconds, through: last.milliseconds, by: 900_000) {
      let clock = zone.clock(at: Instant(milliseconds: milliseconds))
      guard let occurrence = rule.latest(upTo: clock), told.insert(occurrence).inserted else {
        continue
      }
      due.append(occurrence.text + " at " + clock.text)
    }
    #expect(due == test.due)
  }
}
