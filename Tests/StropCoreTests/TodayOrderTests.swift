import StropCore
import Testing

/// Today is Wednesday, 2026-11-25.
struct TodayOrderTests {
  private func skill(
    _ slug: String,
    asked: Int = 2,
    done: Int = 0,
    daysLeft: Int = 5,
    sessions: Int = 2,
    last: String? = "2026-11-20"
  ) throws -> Today.Skill {
    Today.Skill(
      slug: slug,
      title: LocalizedText(english: slug, chinese: slug),
      standing: try standing(asked: asked, done: done, daysLeft: daysLeft),
      plannedSessions: sessions,
      streak: 0,
      minutes: 0,
      lastDay: try last.map(day),
      nextItem: nil
    )
  }

  /// A standing with just these numbers, out of a week that has them.
  private func standing(asked: Int, done: Int, daysLeft: Int) throws -> WeekStanding {
    let monday = try day("2026-11-23")
    let practised = (0..<done).map { monday + $0 }
    return Practice(
      plans: PlanHistory(
        standard: Plan(focus: asked > 0, sessions: max(1, asked), minutes: 0),
        entries: []
      ),
      days: DaySet(practised),
      skips: [],
      start: monday - 7
    ).standing(in: monday.week, today: monday + (7 - daysLeft))
  }

  private func order(_ skills: [Today.Skill]) throws -> [String] {
    Today(
      day: try day("2026-11-25"),
      zone: "UTC",
      skills: skills,
      daysPractised: 0,
      daysCounted: 4,
      retest: nil,
      reminders: [],
      staleTick: nil
    ).skills.map(\.slug)
  }

  @Test func `least slack comes first, then missed, then met`() throws {
    let skills = [
      try skill("met", asked: 1, done: 1), try skill("missed", asked: 6, daysLeft: 5),
      try skill("easy", asked: 1), try skill("today", asked: 5, daysLeft: 5),
      try skill("soon", asked: 4, daysLeft: 5),
    ]
    #expect(skills.map(\.standing.slack) == [5, -1, 4, 0, 1])
    #expect(try order(skills) == ["today", "soon", "easy", "missed", "met"])
  }

  @Test func `the more it was missed by does not matter, the longer unpractised does`() throws {
    #expect(
      try order([
        skill("missed-by-2", asked: 7, last: "2026-11-22"),
        skill("missed-by-1", asked: 6, last: "2026-11-15"),
      ]) == ["missed-by-1", "missed-by-2"]
    )
  }

  @Test func `ties go to what lies idle longest for its plan`() throws {
    // 3 days of 7 ∕ 3 are more than 5 days of 7 ∕ 1.
    #expect(
      try order([
        skill("once-a-week", sessions: 1, last: "2026-11-20"),
        skill("thrice-a-week", sessions: 3, last: "2026-11-22"),
      ]) == ["thrice-a-week", "once-a-week"]
    )
  }

  @Test func `never practised lies idle longest`() throws {
    #expect(
      try order([skill("old", last: "2020-01-01"), skill("never", last: nil)]) == ["never", "old"]
    )
  }

  @Test func `what is left keeps the curriculum's order`() throws {
    let slugs = ["papers", "debug", "reproduce", "weekend"]
    #expect(try order(slugs.map { try skill($0) }) == slugs)
    #expect(try order(slugs.map { try skill($0, last: nil) }) == slugs)
  }
}
