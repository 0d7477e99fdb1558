import StropCore
import Testing
import TestSupport

/// A skill's practice in the words of a test.
struct PracticeCase: Sendable {
  var focus = true
  var sessions = 3
  /// Days practised, as ISO dates.
  var practised: [String] = []
  /// Skipped ranges, as `FROM` or `FROM..TO`.
  var skips: [String] = []
  var start = "2026-01-01"
  /// Later plans: week, whether in the focus, sessions, and the skill's first day in it.
  var plans: [Later] = []

  struct Later: Sendable {
    let week: String
    var focus = true
    let sessions: Int
    var firstDay: String?
  }

  func practice(known: Day? = nil) throws -> Practice {
    let entries = try plans.map { later in
      PlanEntry(
        skill: "papers",
        week: try week(later.week),
        plan: Plan(focus: later.focus, sessions: later.sessions, minutes: 60),
        firstDay: try later.firstDay.map(day)
      )
    }
    return Practice(
      plans: PlanHistory(
        standard: Plan(focus: focus, sessions: sessions, minutes: 60),
        entries: entries
      ),
      days: DaySet(try practised.map(day)),
      known: known,
      skips: try skips.map { text in
        let ends = text.split(separator: ".").map(String.init)
        return (try day(ends[0]))...(try day(ends[ends.count - 1]))
      },
      start: try day(start)
    )
  }
}

/// The same scores by counting on fingers, from every check-in, skip and plan of a random log.
struct NaivePractice: Sendable {
  private var checkIns: [Day] = []
  private var skips: [ClosedRange<Day>] = []
  private let start: Day
  private let standard: Plan
  private var plans: [(week: Week, plan: Plan)] = []
  private var firstDay: Day?

  /// Half a year of a skill with holes, holidays and changes of mind.
  init(_ random: inout SeededGenerator, from monday: Day) {
    start = monday + Int.random(in: 0...20, using: &random)
    standard = Plan(
      focus: !random.chance(oneIn: 3),
      sessions: Int.random(in: 1...7, using: &random),
      minutes: 60
    )
    let eagerness = Int.random(in: 1...4, using: &random)
    for offset in -10...180 where random.chance(oneIn: eagerness) {
      let count = Int.random(in: 1...3, using: &random)
      checkIns += Array(repeating: monday + offset, count: count)
    }
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let from = monday + Int.random(in: -5...180, using: &random)
      skips.append(from...(from + Int.random(in: 0...16, using: &random)))
    }
    for number in 0..<26 where random.chance(oneIn: 8) {
      let plan = Plan(
        focus: !random.chance(oneIn: 3),
        sessions: Int.random(in: 1...7, using: &random),
        minutes: 60
      )
      plans.append((monday.week + number, plan))
    }
    if !standard.focus, let first = plans.first {
      firstDay = first.week.monday + Int.random(in: 0...6, using: &random)
    }
  }

  func practice(known: Day? = nil) -> Practice {
    let entries = plans.enumerated().map { index, later in
      PlanEntry(
        skill: "papers",
        week: later.week,
        plan: later.plan,
        firstDay: index == 0 ? firstDay : nil
      )
    }
    return Practice(
      plans: PlanHistory(standard: standard, entries: entries.reversed()),
      days: DaySet(checkIns.filter { $0 >= known ?? $0 }),
      known: known,
      skips: skips,
      start: start
    )
  }

  func done(_ week: Week) -> Int {
    (0..<7).filter { checkIns.contains(week.monday + $0) }.count
  }

  func asked(_ week: Week) -> Int {
    var plan = standard
    for later in plans where later.week <= week { plan = later.plan }
    guard plan.focus else { return 0 }
    var counting = 0.0
    for offset in 0..<7 where !isSkipped(week.monday + offset) { counting += 1 }
    return Int((Double(plan.sessions) * counting / 7 + 0.5 + 1e-9).rounded(.down))
  }

  func isSkipped(_ day: Day) -> Bool {
    if checkIns.contains(day) { return false }
    if day < start { return true }
    if let firstDay, day < firstDay { return true }
    return skips.contains { $0.lowerBound <= day && day <= $0.upperBound }
  }

  func daysLeft(_ week: Week, today: Day) -> Int {
    (0..<7).map { week.monday + $0 }
      .filter { $0 >= today && !isSkipped($0) && !checkIns.contains($0) }.count
  }

  /// Nil where the week is left out.
  func met(_ week: Week) -> Bool? {
    asked(week) == 0 ? nil : done(week) >= asked(week)
  }

  func streak(at week: Week, finished: Bool) -> Int {
    var verdicts: [Bool] = []
    var past = week - 34
    while past < week {
      if let met = met(past) { verdicts.append(met) }
      past = past + 1
    }
    if let met = met(week), met || finished { verdicts.append(met) }
    return verdicts.reversed().prefix { $0 }.count
  }
}
