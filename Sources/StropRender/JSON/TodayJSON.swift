package import StropCore

extension JSONRenderer {
  package func today(_ today: Today) -> JSON {
    root([
      ("day", .string(today.day.iso)),
      ("week", .string(today.day.week.iso)),
      ("zone", .string(today.zone)),
      ("skills", .array(today.skills.map(skill))),
      ("retest", today.retest.map(retest) ?? .null),
      ("reminders", .array(today.reminders.map { reminder($0, today: today.day) })),
    ])
  }

  private func skill(_ skill: Today.Skill) -> JSON {
    .object([
      ("slug", .string(skill.slug)),
      ("title", text(skill.title)),
      ("sessions", .number(skill.standing.asked)),
      ("done", .number(skill.standing.done)),
      ("owed", .number(skill.standing.owed)),
      ("slack", .number(skill.standing.slack)),
      ("streak", .number(skill.streak)),
      ("minutes", .number(skill.minutes)),
      ("lastDay", .optional(skill.lastDay?.iso)),
      ("nextItem", nextItem(skill.nextItem)),
    ])
  }

  func nextItem(_ item: NextItem?) -> JSON {
    item.map { .object([("slug", .string($0.slug)), ("title", text($0.title))]) } ?? .null
  }

  private func retest(_ retest: RetestStanding) -> JSON {
    .object([
      ("slug", .string(retest.slug)),
      ("days", .number(retest.days)),
      ("every", .number(retest.every)),
    ])
  }

  private func reminder(_ reminder: DueReminder, today: Day) -> JSON {
    .object([
      ("id", .string(reminder.id)),
      ("occurrence", .string(reminder.occurrence.text)),
      ("skill", .optional(reminder.skill)),
      ("text", .string(phrases.due(reminder, today: today))),
    ])
  }
}
