package import StropCore

extension Kind<SkillChange> {
  /// What the user changed of a skill, shipped or own; null is as it was.
  package static let skillChange = Kind(
    "skill_change", key: "slug",
    columns: [
      .text("title_en", "title.en"),
      .text("title_zh", "title.zh"),
      .text("why"),
      .integer("sessions", "plan.sessions"),
      .integer("minutes", "plan.minutes"),
      .integer("retest_minutes", "retest.minutes"),
      .integer("retest_days", "retest.days"),
      .text("reason_en", "reason.en"),
      .text("reason_zh", "reason.zh"),
      .integer("position"),
      .bool("archived"),
    ])
}

extension Kind<Skill> {
  /// Shipped ones, and the user's own, which alone are folded.
  static let skill = Kind(
    "skill", key: "slug",
    columns: [
      .own,
      .text("was"),
      .integer("position", required: true),
      .text("title_en", "title.en", required: true),
      .text("title_zh", "title.zh", required: true),
      .text("why"),
      .bool("focus"),
      .integer("sessions", "plan.sessions", required: true, check: "sessions BETWEEN 1 AND 7"),
      .integer("minutes", "plan.minutes", required: true),
      .integer("retest_minutes", "retest.minutes", required: true),
      .integer("retest_days", "retest.days", required: true, check: "retest_days >= 1"),
      .text("reason_en", "reason.en"),
      .text("reason_zh", "reason.zh"),
    ],
    accepts: Curriculum.isOwn,
    derived: { ["own": .bool($0.isOwn)] })
}

extension Reader {
  /// Every skill with what the user changed of it: the shipped ones in the curriculum's order, then
  /// the user's own; archived ones too.
  package func skills() throws -> [Skill] {
    let changes = Dictionary(try all(.skillChange).map { ($0.slug, $0) }) { $1 }
    return try all(.skill, "ORDER BY own, position, slug").map { skill in
      changes[skill.slug].map(skill.with) ?? skill
    }
  }
}
