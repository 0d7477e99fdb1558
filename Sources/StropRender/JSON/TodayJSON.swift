package import StropCore

extension JSONRenderer {
  package func today(_ today: Today) -> JSON {
    root([
      ("day", .string(today.day.iso)),
      ("week", .string(today.day.week.iso)),
      ("zone", .string(today.zone)),
      ("skills", .array(today.skills.map(skill))),
      ("inWork", .array(today.inWork.map { .object(named($0)) })),
      ("off", today.off.map(off) ?? .null),
      ("retest", today.retest.map(retest) ?? .null),
      ("judgements", .array(today.logbooks.judgements.map(judgement))),
      ("bugs", .array(today.logbooks.bugs.map(bug))),
      ("experiments", .array(today.logbooks.experiments.map(waiting))),
      ("reminders", .array(today.reminders.map { reminder($0, today: today.day) })),
    ])
  }

  private func judgement(_ line: JudgementLine) -> JSON {
    .object([
      ("id", .string(line.judgement.id)), ("paper", .string(line.judgement.paper)),
      ("claim", .string(line.judgement.claim)), ("p", .number(line.judgement.probability)),
      ("by", .string(line.judgement.by.iso)),
    ])
  }

  private func bug(_ line: BugLine) -> JSON {
    .object([
      ("id", .string(line.bug.id)), ("symptom", .string(line.bug.symptom)),
      ("openedOn", .string(line.bug.opened.day.iso)),
    ])
  }

  private func waiting(_ card: ExperimentCard) -> JSON {
    .object([
      ("id", .string(card.experiment.id)), ("name", .string(card.experiment.title)),
      ("state", .string(card.lostRun == nil ? "pastBudget" : "lost")),
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

  /// `for`: the skill that waits for it, where it is another one's.
  func nextItem(_ item: NextItem?) -> JSON {
    item.map { .object(named($0) + [("for", .optional($0.waitingSkill))]) } ?? .null
  }

  private func named(_ item: NextItem) -> [(name: String, value: JSON)] {
    [("slug", .string(item.slug)), ("title", text(item.title))]
  }

  private func off(_ off: DayOff) -> JSON {
    .object([("until", .string(off.until.iso)), ("reason", .optional(off.reason))])
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
