import StropCore
import Testing
import TestSupport

/// The week 2026-W48 runs from Monday, 2026-11-23, to Sunday, 2026-11-29.
struct WeekStandingTests {
  private func standing(_ test: PracticeCase, today: String?) throws -> WeekStanding {
    try test.practice().standing(in: week("2026-W48"), today: today.map(day))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var practice = PracticeCase()
    var today: String? = "2026-11-25"
    let asked: Int
    let done: Int
    let owed: Int
    let slack: Int
    let met: Bool?
  }

  @Test(arguments: [
    Case(
      testDescription: "a fresh Monday leaves the whole week",
      today: "2026-11-23",
      asked: 3,
      done: 0,
      owed: 3,
      slack: 4,
      met: false
    ),
    Case(
      testDescription: "today counts while it is not practised",
      asked: 3,
      done: 0,
      owed: 3,
      slack: 2,
      met: false
    ),
    Case(
      testDescription: "today practised cannot count again",
      practice: PracticeCase(practised: ["2026-11-25"]),
      asked: 3,
      done: 1,
      owed: 2,
      slack: 2,
      met: false
    ),
    Case(
      testDescription: "slack 0 means practise today",
      today: "2026-11-27",
      asked: 3,
      done: 0,
      owed: 3,
      slack: 0,
      met: false
    ),
    Case(
      testDescription: "slack below 0 means missed",
      today: "2026-11-28",
      asked: 3,
      done: 0,
      owed: 3,
      slack: -1,
      met: false
    ),
    Case(
      testDescription: "owed 0 means met",
      practice: PracticeCase(practised: ["2026-11-23", "2026-11-24", "2026-11-25"]),
      asked: 3,
      done: 3,
      owed: 0,
      slack: 4,
      met: true
    ),
    Case(
      testDescription: "more than planned is not owed back",
      practice: PracticeCase(
        sessions: 1,
        practised: ["2026-11-23", "2026-11-24", "2026-11-25"]
      ),
      asked: 1,
      done: 3,
      owed: 0,
      slack: 4,
      met: true
    ),
    Case(
      testDescription: "other weeks' practice does not count",
      practice: PracticeCase(practised: ["2026-11-22", "2026-11-30"]),
      asked: 3,
      done: 0,
      owed: 3,
      slack: 2,
      met: false
    ),
    Case(
      testDescription: "two skipped days of seven make 3 sessions 2",
      practice: PracticeCase(skips: ["2026-11-28..2026-11-29"]),
      asked: 2,
      done: 0,
      owed: 2,
      slack: 1,
      met: false
    ),
    Case(
      testDescription: "and so do three",
      practice: PracticeCase(skips: ["2026-11-27..2026-11-29"]),
      asked: 2,
      done: 0,
      owed: 2,
      slack: 0,
      met: false
    ),
    Case(
      testDescription: "a whole week skipped is left out",
      practice: PracticeCase(skips: ["2026-11-20..2026-12-05"]),
      asked: 0,
      done: 0,
      owed: 0,
      slack: 0,
      met: nil
    ),
    Case(
      testDescription: "practice on a skipped day counts, and the day is not skipped",
      practice: PracticeCase(
        practised: ["2026-11-24", "2026-11-25"],
        skips: ["2026-11-23..2026-11-29"]
      ),
      asked: 1,
      done: 2,
      owed: 0,
      slack: 0,
      met: true
    ),
    Case(
      testDescription: "skips that overlap skip a day once",
      practice: PracticeCase(
        sessions: 7,
        skips: ["2026-11-23..2026-11-24", "2026-11-24..2026-11-25"]
      ),
      today: "2026-11-23",
      asked: 4,
      done: 0,
      owed: 4,
      slack: 0,
      met: false
    ),
    Case(
      testDescription: "four skipped days of seven ask for nothing of one session",
      practice: PracticeCase(sessions: 1, skips: ["2026-11-26..2026-11-29"]),
      asked: 0,
      done: 0,
      owed: 0,
      slack: 1,
      met: nil
    ),
    Case(
      testDescription: "installed on Sunday: nothing",
      practice: PracticeCase(start: "2026-11-29"),
      today: "2026-11-29",
      asked: 0,
      done: 0,
      owed: 0,
      slack: 1,
      met: nil
    ),
    Case(
      testDescription: "installed on Friday: one session of three",
      practice: PracticeCase(start: "2026-11-27"),
      today: "2026-11-27",
      asked: 1,
      done: 0,
      owed: 1,
      slack: 2,
      met: false
    ),
    Case(
      testDescription: "installed on Sunday with seven planned: one session",
      practice: PracticeCase(sessions: 7, start: "2026-11-29"),
      today: "2026-11-29",
      asked: 1,
      done: 0,
      owed: 1,
      slack: 0,
      met: false
    ),
    Case(
      testDescription: "installed on Thursday: four days of seven",
      practice: PracticeCase(start: "2026-11-26"),
      today: "2026-11-26",
      asked: 2,
      done: 0,
      owed: 2,
      slack: 2,
      met: false
    ),
    Case(
      testDescription: "before the first run nothing is asked",
      practice: PracticeCase(start: "2026-12-01"),
      asked: 0,
      done: 0,
      owed: 0,
      slack: 0,
      met: nil
    ),
    Case(
      testDescription: "a first plan on Saturday asks for what is left",
      practice: PracticeCase(
        focus: false,
        plans: [
          PracticeCase.Later(week: "2026-W48", sessions: 7, firstDay: "2026-11-28")
        ]
      ),
      today: "2026-11-28",
      asked: 2,
      done: 0,
      owed: 2,
      slack: 0,
      met: false
    ),
    Case(
      testDescription: "outside the focus the week is left out",
      practice: PracticeCase(focus: false, practised: ["2026-11-24"]),
      asked: 0,
      done: 1,
      owed: 0,
      slack: 5,
      met: nil
    ),
    Case(
      testDescription: "a later plan leaves this week alone",
      practice: PracticeCase(plans: [PracticeCase.Later(week: "2026-W49", sessions: 7)]),
      asked: 3,
      done: 0,
      owed: 3,
      slack: 2,
      met: false
    ),
    Case(
      testDescription: "the newest plan up to this week holds",
      practice: PracticeCase(plans: [
        PracticeCase.Later(week: "2026-W47", sessions: 5),
        PracticeCase.Later(week: "2026-W40", sessions: 1),
      ]),
      asked: 5,
      done: 0,
      owed: 5,
      slack: 0,
      met: false
    ),
    Case(
      testDescription: "a week that is over has no days left",
      practice: PracticeCase(practised: ["2026-11-24"]),
      today: nil,
      asked: 3,
      done: 1,
      owed: 2,
      slack: -2,
      met: false
    ),
  ])
  func `a week stands as counted by hand`(test: Case) throws {
    let standing = try standing(test.practice, today: test.today)
    #expect(standing.asked == test.asked)
    #expect(standing.done == test.done)
    #expect(standing.owed == test.owed)
    #expect(standing.slack == test.slack)
    #expect(standing.met == test.met)
    #expect(standing.leftOut == (test.met == nil))
  }

  @Test(arguments: 1...7)
  func `k skipped days ask for ⌊sessions × (7 − k) ∕ 7 + ½⌋`(sessions: Int) throws {
    for skipped in 0...7 {
      var test = PracticeCase(sessions: sessions)
      if skipped > 0 { test.skips = ["2026-11-23..2026-11-\(22 + skipped)"] }
      let exact = Double(sessions) * Double(7 - skipped) / 7
      #expect(try standing(test, today: nil).asked == Int((exact + 0.5).rounded(.down)))
    }
  }

  /// docs/design.md, what must always hold, 5.
  @Test(arguments: 0..<50)
  func `sessions, owed and slack agree with a naive recomputation`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let monday = try day("2026-06-01")
    let naive = NaivePractice(&random, from: monday)
    let practice = naive.practice()
    for offset in stride(from: -14, through: 195, by: 3) {
      let today = monday + offset
      let week = today.week
      let standing = practice.standing(in: week, today: today)
      let owed = max(0, naive.asked(week) - naive.done(week))
      let agrees =
        standing.done == naive.done(week) && standing.asked == naive.asked(week)
        && standing.owed == owed && standing.met == naive.met(week)
        && standing.slack == naive.daysLeft(week, today: today) - owed
      if !agrees { Issue.record("\(today.iso): \(standing)") }
    }
  }
}
