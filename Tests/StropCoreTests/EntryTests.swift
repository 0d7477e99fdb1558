import StropCore
import Testing
import TestSupport

struct SubjectTests {
  @Test(arguments: [
    ("checkin/7k3fq0x9ab", "checkin", "7k3fq0x9ab"),
    ("plan/papers/2026-W48", "plan", "papers/2026-W48"),
    ("setting/d/feishu/url", "setting", "d/feishu/url"),
  ])
  func `the type ends at the first slash`(text: String, type: String, key: String) throws {
    let subject = try #require(Subject(text))
    #expect(subject == Subject(type, key))
    #expect(subject.text == text)
  }

  @Test(arguments: ["", "/", "checkin", "checkin/", "/7k3fq0x9ab"])
  func `a subject has a type and a key`(text: String) {
    #expect(Subject(text) == nil)
  }
}

struct HybridClockTests {
  @Test func `the clock is the wall clock in the upper 48 bits`() throws {
    let now = try instant("2026-11-23T13:30:05.123Z")
    let clock = HybridClock(now: now, newestSeen: nil)
    #expect(clock.number == 1_795_440_605_123 << 16)
    #expect(clock.number >> 16 == now.milliseconds)
  }

  @Test func `the clock moves on within a millisecond and when the wall clock goes back`() throws {
    let now = try instant("2026-11-23T13:30:05.123Z")
    let first = HybridClock(now: now, newestSeen: nil)
    let second = HybridClock(now: now, newestSeen: first)
    #expect(second.number == first.number + 1)
    let back = HybridClock(now: try instant("1999-01-01T00:00:00Z"), newestSeen: second)
    #expect(back.number == second.number + 1)
    let forth = HybridClock(now: try instant("2026-11-23T13:30:05.124Z"), newestSeen: back)
    #expect(forth.number == 1_795_440_605_124 << 16)
  }

  @Test func `the last clock that there is has none after it`() throws {
    let last = HybridClock(number: .max)
    #expect(HybridClock(now: try instant("2026-11-23T13:30:05Z"), newestSeen: last) == last)
  }

  @Test(arguments: 0..<50)
  func `clocks only ever rise`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var newest: HybridClock?
    for _ in 0..<200 {
      let now = Instant(milliseconds: Int64.random(in: 0...1_000, using: &random))
      let clock = HybridClock(now: now, newestSeen: newest)
      if let newest { #expect(clock > newest) }
      #expect(clock.number >= now.milliseconds << 16)
      newest = clock
    }
  }
}
