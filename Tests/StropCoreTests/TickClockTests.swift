import StropCore
import Testing

struct TickClockTests {
  private func clock(_ now: String, quiet: QuietHours? = nil) throws -> TickClock {
    TickClock(
      instant: try instant(now + ":00Z"), now: try moment(now), dayStart: try time("04:00"),
      quiet: quiet)
  }

  private func night() throws -> QuietHours {
    try #require(QuietHours(start: try time("22:00"), end: try time("08:00")))
  }

  private func decision(
    _ occurrence: String, at now: String, isNewest: Bool = true, record: Delivery? = nil,
    quiet: QuietHours? = nil, isNeeded: Bool = true
  ) throws -> TickClock.Decision {
    try clock(now, quiet: quiet).decision(
      on: try moment(occurrence), isNewest: isNewest, record: record
    ) { isNeeded }
  }

  private func record(
    _ state: Delivery.State, attempts: Int = 1, at: String = "2026-11-25T21:30",
    retryAt: String? = nil, deferredTo: String? = nil
  ) throws -> Delivery {
    Delivery(
      reminder: "7k3fq0x9ab", occurrence: try moment("2026-11-25T21:30"), channel: "stdout",
      state: state, attempts: attempts, at: try instant(at + ":00Z"),
      retryAt: try retryAt.map { try instant($0 + ":00Z") },
      deferredTo: try deferredTo.map(moment))
  }

  @Test(arguments: [
    ("2026-11-25T21:30", true), ("2026-11-25T21:31", true), ("2026-11-26T01:30", true),
    ("2026-11-26T01:31", false),
  ])
  func `an occurrence is told for four hours`(now: String, told: Bool) throws {
    #expect(try decision("2026-11-25T21:30", at: now) == (told ? .send : .miss))
  }

  @Test func `what is not needed is not told, however late it is`() throws {
    for now in ["2026-11-25T21:30", "2026-11-26T05:00"] {
      #expect(try decision("2026-11-25T21:30", at: now, isNeeded: false) == .suppress)
    }
  }

  @Test func `only the newest is told, the ones before it are missed`() throws {
    #expect(try decision("2026-11-25T21:30", at: "2026-11-25T21:45", isNewest: false) == .miss)
    #expect(
      try decision("2026-11-25T21:30", at: "2026-11-25T21:45", isNewest: false, isNeeded: false)
        == .suppress)
  }

  @Test(arguments: [Delivery.State.sent, .suppressed, .missed])
  func `what is settled stays as it is`(state: Delivery.State) throws {
    #expect(
      try decision("2026-11-25T21:30", at: "2026-11-25T21:45", record: try record(state)) == .leave)
  }

  @Test func `a claim keeps others off for ten minutes, and is then taken over`() throws {
    let claim = try record(.claimed)
    #expect(try decision("2026-11-25T21:30", at: "2026-11-25T21:39", record: claim) == .leave)
    #expect(try decision("2026-11-25T21:30", at: "2026-11-25T21:40", record: claim) == .send)
    // A clock that was set back makes it a claim from the future.
    #expect(try decision("2026-11-25T21:20", at: "2026-11-25T21:29", record: claim) == .send)
    let last = try record(.claimed, attempts: 5)
    #expect(try decision("2026-11-25T21:30", at: "2026-11-25T21:40", record: last) == .miss)
  }

  @Test func `what failed is tried again when its time has come, within the grace`() throws {
    let failed = try record(.failed, retryAt: "2026-11-25T21:40")
    #expect(try decision("2026-11-25T21:30", at: "2026-11-25T21:39", record: failed) == .leave)
    #expect(try decision("2026-11-25T21:30", at: "2026-11-25T21:45", record: failed) == .send)
    #expect(try decision("2026-11-25T21:30", at: "2026-11-26T01:31", record: failed) == .miss)
    // What the channel refused stays so.
    #expect(
      try decision("2026-11-25T21:30", at: "2026-11-25T21:45", record: try record(.failed))
        == .leave)
  }

  @Test func `what was tried and is overtaken by a newer one is missed, or was not needed`() throws
  {
    for state in [Delivery.State.failed, .claimed] {
      let tried = try record(state, retryAt: state == .failed ? "2026-11-26T23:00" : nil)
      func decision(isNeeded: Bool) throws -> TickClock.Decision {
        try self.decision(
          "2026-11-25T21:30", at: "2026-11-26T21:31", isNewest: false, record: tried,
          isNeeded: isNeeded)
      }
      #expect(try decision(isNeeded: true) == .miss)
      #expect(try decision(isNeeded: false) == .suppress)
    }
    // One that is being sent is left to whoever sends it.
    let claim = try record(.claimed, at: "2026-11-26T21:30")
    #expect(
      try decision("2026-11-25T21:30", at: "2026-11-26T21:31", isNewest: false, record: claim)
        == .leave)
  }

  @Test func `what a clock that ran ahead decided is decided anew, but what it sent was sent`()
    throws
  {
    for (state, expected) in [
      (Delivery.State.missed, TickClock.Decision.send), (.suppressed, .send), (.failed, .send),
      (.sent, .leave),
    ] {
      let future = try record(state, at: "2027-11-25T21:30")
      #expect(
        try decision("2026-11-25T21:30", at: "2026-11-25T21:31", record: future) == expected)
    }
  }

  @Test func `the tries come at 0, 15, 45, 105 and 225 minutes of ticks each quarter`() {
    var tries = [0]
    while let wait = Delivery.backoff(after: tries.count) {
      let due = tries[tries.count - 1] + Int(wait / 60_000)
      tries.append((due + 14) / 15 * 15)
    }
    #expect(tries == [0, 15, 45, 105, 225])
  }

  @Test func `case 35: quiet 22:00 to 08:00 across midnight holds until 08:00`() throws {
    let end = TickClock.Decision.hold(try moment("2026-11-26T08:00"))
    #expect(try decision("2026-11-25T23:00", at: "2026-11-25T23:07", quiet: try night()) == end)
    let held = Delivery(
      reminder: "7k3fq0x9ab", occurrence: try moment("2026-11-25T23:00"), channel: "stdout",
      state: .deferred, at: try instant("2026-11-25T23:07:00Z"),
      deferredTo: try moment("2026-11-26T08:00"))
    #expect(
      try decision("2026-11-25T23:00", at: "2026-11-26T07:52", record: held, quiet: try night())
        == .leave)
    #expect(
      try decision("2026-11-25T23:00", at: "2026-11-26T08:07", record: held, quiet: try night())
        == .send)
    // The same without a tick at night.
    #expect(
      try decision("2026-11-25T23:00", at: "2026-11-26T08:07", quiet: try night()) == .send)
    #expect(
      try decision("2026-11-25T23:00", at: "2026-11-26T12:01", quiet: try night()) == .miss)
  }

  @Test func `what is late into quiet hours waits for their end`() throws {
    #expect(
      try decision("2026-11-25T21:50", at: "2026-11-25T22:05", quiet: try night())
        == .hold(try moment("2026-11-26T08:00")))
    #expect(
      try decision("2026-11-25T17:50", at: "2026-11-25T22:05", quiet: try night()) == .miss)
  }
}

struct ReminderOccurrenceTests {
  private func reminder(since: String, snoozed: String? = nil) throws -> Reminder {
    Reminder(
      id: "7k3fq0x9ab", topic: .report, rule: try #require(Rule("daily 21:30")),
      channels: [.stdout], device: "aaaaaaaaaa", since: try moment(since),
      snoozed: try snoozed.map(moment))
  }

  private func texts(_ occurrences: [CivilDateTime]) -> [String] { occurrences.map(\.text) }

  @Test func `nothing from before it was made`() throws {
    let reminder = try reminder(since: "2026-11-25T21:31")
    #expect(reminder.occurrences(upTo: try moment("2026-11-25T23:00")).isEmpty)
    #expect(reminder.latest(upTo: try moment("2026-11-25T23:00")) == nil)
    #expect(
      texts(reminder.occurrences(upTo: try moment("2026-11-27T22:00")))
        == ["2026-11-26T21:30", "2026-11-27T21:30"])
    #expect(reminder.next(after: try moment("2026-11-25T20:00"))?.text == "2026-11-26T21:30")
  }

  @Test func `case 28: a clock ten years ahead brings a year of occurrences`() throws {
    let reminder = try reminder(since: "2026-11-25T12:00")
    let found = reminder.occurrences(upTo: try moment("2036-11-25T22:00"))
    #expect(found.count == Reminder.memory)
    #expect(found.last?.text == "2036-11-25T21:30")
  }

  @Test func `from a moment on, what was decided before is not looked at again`() throws {
    let reminder = try reminder(since: "2026-11-01T12:00")
    let found = reminder.occurrences(
      from: try moment("2026-11-24T21:30"), upTo: try moment("2026-11-25T22:00"))
    #expect(texts(found) == ["2026-11-24T21:30", "2026-11-25T21:30"])
  }

  @Test func `snoozed, it comes once at that time and then by its rule`() throws {
    let reminder = try reminder(since: "2026-11-20T12:00", snoozed: "2026-11-26T09:00")
    let (before, after) = (try moment("2026-11-26T08:59"), try moment("2026-11-26T22:00"))
    #expect(reminder.occurrences(upTo: before).isEmpty)
    #expect(reminder.latest(upTo: before) == nil)
    #expect(
      texts(reminder.occurrences(upTo: after)) == ["2026-11-26T09:00", "2026-11-26T21:30"])
    #expect(reminder.latest(upTo: try moment("2026-11-26T10:00"))?.text == "2026-11-26T09:00")
    #expect(reminder.latest(upTo: after)?.text == "2026-11-26T21:30")
    #expect(reminder.next(after: before)?.text == "2026-11-26T09:00")
    #expect(reminder.next(after: try moment("2026-11-26T09:00"))?.text == "2026-11-26T21:30")
  }
}
