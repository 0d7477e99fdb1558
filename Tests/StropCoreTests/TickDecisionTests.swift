import StropCore
import Testing

struct TickDecisionTests {
  private func decision(
    _ rule: String,
    at now: String,
    since: String = "2026-11-01T00:00",
    kind: Reminder.Kind = .skill,
    practised: [String] = []
  ) throws -> TickDecision {
    let reminder = Reminder(
      id: "7k3fq0x9ab",
      kind: kind,
      skill: kind == .skill ? "papers" : nil,
      rule: try #require(Rule(rule)),
      channels: [.stdout],
      device: "aaaaaaaaaa",
      since: try moment(since)
    )
    return reminder.decision(at: try moment(now), dayStart: try time("04:00")) {
      practised.contains($0.iso)
    }
  }

  @Test(arguments: [
    ("2026-11-25T21:30", true), ("2026-11-25T21:31", true), ("2026-11-26T01:30", true),
    ("2026-11-26T01:31", false), ("2026-11-26T21:29", false),
  ])
  func `an occurrence is told for four hours`(now: String, told: Bool) throws {
    let occurrence = try moment("2026-11-25T21:30")
    #expect(
      try decision("daily 21:30", at: now) == (told ? .deliver(occurrence) : .miss(occurrence))
    )
  }

  @Test func `grace ends with the minute, not within it`() throws {
    let now = CivilDateTime(
      at: try instant("2026-11-26T01:30:59Z"),
      offset: 0
    )
    let reminder = Reminder(
      id: "7k3fq0x9ab",
      kind: .skill,
      skill: "papers",
      rule: try #require(Rule("daily 21:30")),
      channels: [.stdout],
      device: "aaaaaaaaaa",
      since: try moment("2026-11-01T00:00")
    )
    #expect(
      reminder.decision(at: now, dayStart: try time("04:00")) { _ in false }
        == .deliver(try moment("2026-11-25T21:30"))
    )
  }

  @Test func `what was practised already is not told`() throws {
    let occurrence = try moment("2026-11-25T21:30")
    let (rule, now) = ("daily 21:30", "2026-11-25T21:45")
    #expect(try decision(rule, at: now, practised: ["2026-11-25"]) == .suppress(occurrence))
    #expect(try decision(rule, at: now, practised: ["2026-11-24"]) == .deliver(occurrence))
  }

  @Test func `the day of practice is the occurrence's, not the tick's`() throws {
    let late = try moment("2026-11-26T01:00")
    let rule = "daily 01:00"
    #expect(
      try decision(rule, at: "2026-11-26T01:05", practised: ["2026-11-25"]) == .suppress(late)
    )
    #expect(
      try decision(rule, at: "2026-11-26T04:30", practised: ["2026-11-26"]) == .deliver(late)
    )
    #expect(
      try decision(rule, at: "2026-11-26T04:30", practised: ["2026-11-25"]) == .suppress(late)
    )
  }

  @Test func `a report is told whatever was practised`() throws {
    let occurrence = try moment("2026-11-29T20:00")
    #expect(
      try decision(
        "sun 20:00",
        at: "2026-11-29T20:00",
        kind: .report,
        practised: ["2026-11-29"]
      )
        == .deliver(occurrence)
    )
  }

  @Test(arguments: [
    ("2026-11-25T21:30", true), ("2026-11-25T21:29", true), ("2026-11-25T21:31", false),
    ("2026-12-01T00:00", false),
  ])
  func `nothing from before the reminder was made is due`(since: String, due: Bool) throws {
    let occurrence = try moment("2026-11-25T21:30")
    #expect(
      try decision("daily 21:30", at: "2026-11-25T22:00", since: since)
        == (due ? .deliver(occurrence) : .nothing)
    )
  }

  @Test func `a laptop that slept for three days tells only the newest`() throws {
    #expect(
      try decision("daily 21:30", at: "2026-11-28T23:00", since: "2026-11-25T12:00")
        == .deliver(try moment("2026-11-28T21:30"))
    )
    #expect(
      try decision("daily 21:30", at: "2026-11-28T12:00", since: "2026-11-25T12:00")
        == .miss(try moment("2026-11-27T21:30"))
    )
  }
}
