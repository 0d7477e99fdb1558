import StropCore
import StropStore

/// What standings are computed from, read once a command.
struct PracticeReader {
  let reader: Reader
  let skills: [Skill]
  let start: Day
  let today: Day
  private let plans: [String: [PlanEntry]]
  private let skips: [Skip]

  /// `skills`: where they were read already.
  /// `today`: stands in for the first run where the journal has none yet.
  init(_ reader: Reader, skills: [Skill]? = nil, today: Day) throws {
    self.reader = reader
    self.today = today
    self.skills = try skills ?? reader.skills()
    // One that is to come was written by a clock that ran ahead.
    start = min(try reader.start() ?? today, today)
    plans = Dictionary(grouping: try reader.plans(), by: \.skill)
    skips = try reader.skips()
  }

  func plans(of skill: Skill) -> PlanHistory {
    PlanHistory(standard: skill.plan, entries: plans[skill.slug] ?? [])
  }

  /// The skills in focus in `week`, in the curriculum's order.
  func focus(in week: Week) -> [Skill] {
    skills.filter { plans(of: $0).plan(in: week).focus }
  }

  /// What covers a day for a skill; with nil, for all of them.
  func dayOff(_ day: Day, for skill: Skill?) -> DayOff? {
    DayOff(
      day, among: skips.filter { skip in skill.map { skip.covers($0.slug) } ?? (skip.skill == nil) }
    )
  }

  /// A skill's practice over the weeks from `known` on; over all of them where it is nil.
  ///
  /// `days`: those on which it was practised, where they were read already.
  func practice(of skill: Skill, known: Day?, days: DaySet? = nil) throws -> Practice {
    Practice(
      plans: plans(of: skill),
      days: try days ?? reader.practisedDays(skill.slug, since: known),
      known: known, skips: skips.filter { $0.covers(skill.slug) }.map(\.days), start: start)
  }

  /// How a skill stands in a week on a day; nil where it is not in the focus then.
  func focusStanding(of skill: Skill, in week: Week, on day: Day) throws -> WeekStanding? {
    guard plans(of: skill).plan(in: week).focus else { return nil }
    return try practice(of: skill, known: week.monday).standing(of: week, on: day)
  }

  /// A skill's practice, at least of `week`, and its streak then, from as few weeks as it takes.
  func practiceAndStreak(
    of skill: Skill, at week: Week, finished: Bool
  ) throws -> (practice: Practice, streak: Int) {
    // The longest streak needs no more than these weeks, unless some were left out.
    let enough = Practice.longestStreak + 2
    let reaches = plans(of: skill).everInFocus ? [enough, 2 * enough] : [0]
    for weeks in reaches {
      let practice = try practice(of: skill, known: (week - weeks).monday)
      if weeks == 0 { return (practice, 0) }
      if let streak = practice.streak(at: week, finished: finished) { return (practice, streak) }
    }
    let practice = try practice(of: skill, known: nil)
    return (practice, practice.streak(at: week, finished: finished) ?? 0)
  }
}
