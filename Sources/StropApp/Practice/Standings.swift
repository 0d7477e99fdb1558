import StropCore
import StropStore

/// What standings are computed from, read once a command.
struct PracticeReader {
  let reader: Reader
  let skills: [Skill]
  let start: Day
  private let plans: [String: [PlanEntry]]
  private let skips: [Skip]

  /// `today`: stands in for the first run where the journal has none yet.
  init(_ reader: Reader, today: Day) throws {
    self.reader = reader
    skills = try reader.skills()
    start = try reader.start() ?? today
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

  /// A skill's practice over the weeks from `known` on; over all of them where it is nil.
  func practice(of skill: Skill, known: Day?) throws -> Practice {
    Practice(
      plans: plans(of: skill), days: try reader.practisedDays(skill.slug, since: known),
      known: known, skips: skips.filter { $0.covers(skill.slug) }.map(\.days), start: start)
  }

  /// A skill's practice, at least of `week`, and its streak then, from as few weeks as it takes.
  func practiceAndStreak(
    of skill: Skill, at week: Week, finished: Bool
  ) throws -> (practice: Practice, streak: Int) {
    // Most streaks are short, and the longest need no more than 105 weeks unless some were left out.
    let reaches = plans(of: skill).everInFocus ? [20, Practice.longestStreak + 2, 260] : [0]
    for weeks in reaches {
      let practice = try practice(of: skill, known: (week - weeks).monday)
      if weeks == 0 { return (practice, 0) }
      if let streak = practice.streak(at: week, finished: finished) { return (practice, streak) }
    }
    let practice = try practice(of: skill, known: nil)
    return (practice, practice.streak(at: week, finished: finished) ?? 0)
  }
}
