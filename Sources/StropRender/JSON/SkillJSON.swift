package import StropCore

// Skills and their checklists.
extension JSONRenderer {
  package func skills(_ list: SkillList) -> JSON {
    root([
      ("curriculum", .number(list.version)),
      ("skills", .array(list.skills.map { .object(summary($0)) })),
    ])
  }

  /// `strop skill remove`.
  package func skillRemoved(_ removed: RemovedSkill) -> JSON {
    root([
      (
        "skill",
        .object([
          ("slug", .string(removed.skill.slug)), ("title", text(removed.skill.title)),
          ("items", .number(removed.items)), ("reminders", .number(removed.reminders)),
        ])
      )
    ])
  }

  private func summary(_ summary: SkillSummary) -> [(name: String, value: JSON)] {
    [
      ("slug", .string(summary.skill.slug)),
      ("title", text(summary.skill.title)),
      ("state", .string(summary.state.rawValue)),
      ("sessions", .number(summary.plan.sessions)),
      ("minutes", .number(summary.plan.minutes)),
      (
        "items",
        .object([
          ("total", .number(summary.itemsTotal)), ("done", .number(summary.itemsDone)),
        ])
      ),
    ]
  }

  /// `strop skill show`: `sessions` and `minutes` are the plan's, `practisedMinutes` the week's.
  package func skill(_ card: SkillCard) -> JSON {
    let standing = card.standing
    let members: [(name: String, value: JSON)] = [
      ("week", .string(card.week.iso)),
      ("asked", .number(standing.asked)),
      ("done", .number(standing.done)),
      ("owed", .number(standing.owed)),
      ("slack", .number(standing.slack)),
      ("met", .optional(standing.met)),
      ("streak", .number(card.streak)),
      ("lastDay", .optional(card.lastDay?.iso)),
      ("practisedMinutes", .number(card.minutes)),
      ("practised", strings(card.practised.map(\.iso))),
      ("skipped", strings(card.skipped.map(\.iso))),
      ("weeks", .array(card.recent.map { week($0.week, $0.standing) })),
      ("why", .string(card.summary.skill.why)),
      ("nextItem", nextItem(card.next)),
      (
        "retest",
        .object([
          ("minutes", .number(card.summary.skill.retest.minutes)),
          ("days", .number(card.summary.skill.retest.days)),
        ])
      ),
    ]
    return root([("skill", .object(summary(card.summary) + members))])
  }

  private func week(_ week: Week, _ standing: WeekStanding) -> JSON {
    .object([
      ("week", .string(week.iso)),
      ("asked", .number(standing.asked)),
      ("done", .number(standing.done)),
      ("met", .optional(standing.met)),
    ])
  }
}
