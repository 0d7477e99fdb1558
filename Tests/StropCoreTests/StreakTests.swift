import StropCore
import Testing
import TestSupport

/// Weeks 2026-W45 to W48 begin on the Mondays 2026-11-02, -09, -16 and -23.
struct StreakTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var practice: PracticeCase
    var finished = false
    let streak: Int
  }

  private static let met45to47 = ["2026-11-02", "2026-11-09", "2026-11-16"]

  @Test(arguments: [
    Case(testDescription: "nothing practised", practice: PracticeCase(sessions: 1), streak: 0),
    Case(
      testDescription: "this week, not met yet, does not count and does not break",
      practice: PracticeCase(sessions: 1, practised: met45to47),
      streak: 3
    ),
    Case(
      testDescription: "this week counts once it is met",
      practice: PracticeCase(sessions: 1, practised: met45to47 + ["2026-11-25"]),
      streak: 4
    ),
    Case(
      testDescription: "this week missed and over breaks",
      practice: PracticeCase(sessions: 1, practised: met45to47),
      finished: true,
      streak: 0
    ),
    Case(
      testDescription: "this week met and over counts",
      practice: PracticeCase(sessions: 1, practised: met45to47 + ["2026-11-25"]),
      finished: true,
      streak: 4
    ),
    Case(
      testDescription: "a week with too little breaks",
      practice: PracticeCase(
        sessions: 2,
        practised: ["2026-11-02", "2026-11-03", "2026-11-09", "2026-11-16", "2026-11-17"]
      ),
      streak: 1
    ),
    Case(
      testDescription: "a skipped week neither breaks nor extends",
      practice: PracticeCase(
        sessions: 1,
        practised: ["2026-11-02", "2026-11-16"],
        skips: ["2026-11-09..2026-11-15"]
      ),
      streak: 2
    ),
    Case(
      testDescription: "a week of holidays but one day is left out",
      practice: PracticeCase(
        sessions: 1,
        practised: ["2026-11-02", "2026-11-16"],
        skips: ["2026-11-09..2026-11-14"]
      ),
      streak: 2
    ),
    Case(
      testDescription: "a week with three days that count can still be missed",
      practice: PracticeCase(
        sessions: 2,
        practised: ["2026-11-02", "2026-11-03", "2026-11-16", "2026-11-17"],
        skips: ["2026-11-09..2026-11-12"]
      ),
      streak: 1
    ),
    Case(
      testDescription: "practice in a skipped week extends",
      practice: PracticeCase(
        sessions: 3,
        practised: ["2026-11-16", "2026-11-17", "2026-11-11", "2026-11-12"],
        skips: ["2026-11-09..2026-11-22"]
      ),
      streak: 2
    ),
    Case(
      testDescription: "this week skipped, even once it is over, changes nothing",
      practice: PracticeCase(
        sessions: 1,
        practised: met45to47,
        skips: ["2026-11-23..2026-11-29"]
      ),
      finished: true,
      streak: 3
    ),
    Case(
      testDescription: "a week outside the focus neither breaks nor extends",
      practice: PracticeCase(
        sessions: 1,
        practised: ["2026-11-02", "2026-11-16"],
        plans: [
          PracticeCase.Later(week: "2026-W46", focus: false, sessions: 1),
          PracticeCase.Later(week: "2026-W47", sessions: 1),
        ]
      ),
      streak: 2
    ),
    Case(
      testDescription: "an earlier week keeps the plan that it had",
      practice: PracticeCase(
        sessions: 1,
        practised: met45to47,
        plans: [PracticeCase.Later(week: "2026-W47", sessions: 2)]
      ),
      streak: 0
    ),
    Case(
      testDescription: "the week of the first run counts when its rest was met",
      practice: PracticeCase(
        sessions: 3,
        practised: ["2026-11-15", "2026-11-16", "2026-11-18", "2026-11-20"],
        start: "2026-11-13"
      ),
      streak: 2
    ),
    Case(
      testDescription: "practice from before the first run counts",
      practice: PracticeCase(
        sessions: 3,
        practised: ["2026-11-11", "2026-11-12", "2026-11-16", "2026-11-18", "2026-11-20"],
        start: "2026-11-16"
      ),
      streak: 2
    ),
  ])
  func `a streak is as counted by hand`(test: Case) throws {
    let practice = try test.practice.practice()
    #expect(practice.streak(at: try week("2026-W48"), finished: test.finished) == test.streak)
  }

  @Test(arguments: [(103, 103), (104, 104), (105, 104), (200, 104)])
  func `a streak stops counting at two years`(weeks: Int, streak: Int) throws {
    let last = try week("2026-W48")
    let practice = Practice(
      plans: PlanHistory(standard: Plan(focus: true, sessions: 1, minutes: 0), entries: []),
      days: DaySet((0..<weeks).map { (last - $0).monday }),
      skips: [],
      start: try day("2015-01-01")
    )
    #expect(practice.streak(at: last, finished: true) == streak)
    #expect(practice.streak(at: last + 1, finished: false) == streak)
  }

  @Test func `a streak that reaches past what was loaded is not known`() throws {
    let test = PracticeCase(sessions: 1, practised: StreakTests.met45to47, start: "2026-11-02")
    let last = try week("2026-W48")
    #expect(try test.practice(known: day("2026-11-16")).streak(at: last, finished: false) == nil)
    #expect(try test.practice().streak(at: last, finished: false) == 3)
    let missed = PracticeCase(sessions: 1, practised: ["2026-11-16"])
    #expect(try missed.practice(known: day("2026-11-09")).streak(at: last, finished: false) == 1)
  }

  /// docs/design.md, what must always hold, 5.
  @Test(arguments: 0..<50)
  func `streaks agree with a naive recomputation`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let monday = try day("2026-06-01")
    let naive = NaivePractice(&random, from: monday)
    let practice = naive.practice()
    for number in stride(from: -2, through: 30, by: 2) {
      let week = monday.week + number
      for finished in [false, true] {
        let expected = naive.streak(at: week, finished: finished)
        #expect(practice.streak(at: week, finished: finished) == expected)
        let loaded = naive.practice(known: (week - 8).monday)
        if let streak = loaded.streak(at: week, finished: finished) { #expect(streak == expected) }
      }
    }
  }
}
