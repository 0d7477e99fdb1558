package import StropCore
import StropStore

extension Strop {
  /// Every skill, with its state and its plan this week.
  package func skillList(changed: [String] = []) throws -> SkillList {
    try read { try skillList($0, changed: changed, silenced: []) }
  }

  func skillList(
    _ reader: Reader, changed: [String], silenced: [ComingReminder], isOfFocus: Bool = false
  ) throws -> SkillList {
    let practices = try PracticeReader(reader, today: today)
    let items = Dictionary(grouping: try reader.items(), by: \.skill)
    let progress = try ChecklistProgress(reader)
    let summaries = practices.skills.map { skill in
      summary(of: skill, practices, items: items[skill.slug] ?? [], progress)
    }
    return SkillList(
      version: try reader.curriculumVersion() ?? 0, skills: summaries, changed: changed,
      silencedReminders: silenced, isOfFocus: isOfFocus)
  }

  private func summary(
    of skill: Skill, _ practices: PracticeReader, items: [Item], _ progress: ChecklistProgress
  ) -> SkillSummary {
    let plan = practices.plans(of: skill).plan(in: today.week)
    let state: SkillState = plan.focus ? .focus : skill.archived ? .archived : .shelved
    return SkillSummary(
      skill: skill, state: state, plan: plan, itemsTotal: items.count,
      itemsDone: items.filter { progress[$0.slug]?.state == .done }.count)
  }

  /// Puts skills into the focus from this week; the others stay. What is nil stays as the plan says.
  ///
  /// `minutes`: a week, as typed.
  /// - Throws: `Failure.planLacksSkill` where no skill is named for them, `.badNumber`, `.badMinutes`.
  package func focus(_ names: [String], sessions: Int?, minutes: String?) throws -> SkillList {
    if names.isEmpty, sessions != nil || minutes != nil { throw Failure.planLacksSkill }
    return try plan(names, to: .focus, command: "skill focus") { plan in
      try checkedPlan(
        Plan(focus: true, sessions: plan.sessions, minutes: plan.minutes), sessions: sessions,
        minutes: minutes)
    }
  }

  /// `plan` with what was typed instead, where something was.
  ///
  /// - Throws: `Failure.badNumber`, `.badMinutes`.
  func checkedPlan(_ plan: Plan, sessions: Int?, minutes: String?) throws -> Plan {
    if let sessions, !Plan.sessionRange.contains(sessions) {
      throw Failure.badNumber(String(sessions))
    }
    let weekly = try minutes.map { text in
      guard let parsed = Minutes.parse(text.foldedName, in: Plan.minuteRange) else {
        throw Failure.badMinutes(text)
      }
      return parsed
    }
    return Plan(
      focus: plan.focus, sessions: sessions ?? plan.sessions, minutes: weekly ?? plan.minutes)
  }

  /// Takes skills out of the focus from this week on, or out of the archive.
  ///
  /// - Throws: `Failure.isSo` where all of them are outside already.
  package func shelve(_ names: [String]) throws -> SkillList {
    try plan(names, to: .shelved, command: "skill shelve") { plan in
      Plan(focus: false, sessions: plan.sessions, minutes: plan.minutes)
    }
  }

  /// Puts skills away from this week on: never proposed, never retested, found last by name.
  ///
  /// - Throws: `Failure.isSo` where all of them are archived already.
  package func archive(_ names: [String]) throws -> SkillList {
    try plan(names, to: .archived, command: "skill archive") { plan in
      Plan(focus: false, sessions: plan.sessions, minutes: plan.minutes)
    }
  }

  /// What the user types to change a skill's card: nil stays, an empty text is as shipped again.
  ///
  /// `retest`: days without practice after which a retest is due.
  /// - Throws: `Failure.nothingToChange`, `.emptyText`, `.badRetest`.
  package func editSkill(
    _ name: String, title: String?, why: String?, retest: Int?
  ) throws -> SkillCard {
    guard title != nil || why != nil || retest != nil else { throw Failure.nothingToChange }
    let newTitle = try text(title, limit: Strop.titleLimit)
    let newWhy = try text(why)
    let days = try retest.map(retestDays)
    return try write { transaction in
      let skill = try transaction.reader.skill(named: name)
      if skill.isOwn, title != nil, newTitle == nil { throw Failure.emptyText("title") }
      let old = try transaction.reader.one(.skillChange, skill.slug)
      var new = old ?? SkillChange(slug: skill.slug)
      if title != nil { new.title = newTitle.map { LocalizedText(english: $0, chinese: $0) } }
      if why != nil { new.why = newWhy }
      if let days { new.retest = Skill.Retest(minutes: skill.retest.minutes, days: days) }
      try transaction.append(new.changes(from: old), command: "skill edit")
      return try skillCard(skill.slug, transaction.reader)
    }
  }

  private func plan(
    _ names: [String], to state: SkillState, command: String, _ change: (Plan) throws -> Plan
  ) throws -> SkillList {
    let archived = state == .archived
    return try write { transaction in
      let practices = try PracticeReader(transaction.reader, today: today)
      let skills = try names.map { try transaction.reader.skill(named: $0) }.uniqued()
      let entries = try skills.compactMap { skill -> PlanEntry? in
        let history = practices.plans(of: skill)
        let old = history.plan(in: today.week)
        let new = try change(old)
        guard new != old else { return nil }
        let isFirst = new.focus && !skill.plan.focus && history.firstDay == nil
        return PlanEntry(
          skill: skill.slug, week: today.week, plan: new, firstDay: isFirst ? today : nil)
      }
      let moved = try skills.filter { $0.archived != archived }.flatMap { skill in
        let old = try transaction.reader.one(.skillChange, skill.slug)
        var new = old ?? SkillChange(slug: skill.slug)
        new.archived = archived
        return new.changes(from: old)
      }
      if state != .focus, !skills.isEmpty, entries.isEmpty, moved.isEmpty {
        throw Failure.isSo(skills.map(\.slug), state)
      }
      try transaction.append(entries.map(\.creation) + moved, command: command)
      let needs = try needs(transaction.reader)
      let silenced = try transaction.reader.reminders()
        .filter { reminder in skills.contains { $0.slug == reminder.topic.skill } }
        .map { try coming($0, needs) }.filter { $0.silence != nil }
      return try skillList(
        transaction.reader, changed: skills.map(\.slug), silenced: silenced,
        isOfFocus: skills.isEmpty)
    }
  }

  /// A skill, and how its numbers were reached.
  package func skillCard(_ name: String) throws -> SkillCard {
    try read { try skillCard(name, $0) }
  }

  private func skillCard(_ name: String, _ reader: Reader) throws -> SkillCard {
    let skill = try reader.skill(named: name)
    let practices = try PracticeReader(reader, today: today)
    let week = today.week
    let (practice, streak) = try practices.practiceAndStreak(
      of: skill, at: week, finished: false)
    let items = try reader.items(skill: skill.slug)
    let progress = try ChecklistProgress(reader)
    let recentWeeks = (0..<8).reversed().map { week - $0 }
    let recent = try practices.practice(of: skill, known: recentWeeks.first?.monday)
    return SkillCard(
      summary: summary(of: skill, practices, items: items, progress), week: week, today: today,
      standing: practice.standing(of: week, on: today),
      practised: week.days.filter(practice.days.contains),
      skipped: week.days.filter(practice.isSkipped), streak: streak,
      recent: recentWeeks.map {
        (week: $0, standing: recent.standing(of: $0, on: today))
      },
      lastDay: try reader.lastDay(skill.slug),
      minutes: try reader.minutes(skill.slug, in: week.days),
      items: try items.map(progress.listed),
      next: try reader.nextItem(of: skill.slug, hardware: settings.hardware))
  }
}
