package import StropCore
import StropStore

extension Strop {
  /// Every skill, with its state and its plan this week.
  package func skillList(changed: [String] = []) throws -> SkillList {
    try read { try skillList($0, changed: changed, goingOn: []) }
  }

  private func skillList(
    _ reader: Reader, changed: [String], goingOn: [ListedReminder]
  ) throws -> SkillList {
    let practices = try PracticeReader(reader, today: today)
    let items = Dictionary(grouping: try reader.items(), by: \.skill)
    let progress = try reader.itemProgress()
    let summaries = practices.skills.map { skill in
      summary(of: skill, practices, items: items[skill.slug] ?? [], progress)
    }
    return SkillList(
      version: try reader.curriculumVersion() ?? 0, skills: summaries, changed: changed,
      remindersGoingOn: goingOn)
  }

  private func summary(
    of skill: Skill, _ practices: PracticeReader, items: [Item], _ progress: [String: ItemProgress]
  ) -> SkillSummary {
    let plan = practices.plans(of: skill).plan(in: today.week)
    return SkillSummary(
      skill: skill, state: plan.focus ? .focus : .shelved, plan: plan, itemsTotal: items.count,
      itemsDone: items.filter { progress[$0.slug]?.state == .done }.count)
  }

  /// Puts skills into the focus from this week; the others stay. What is nil stays as the plan says.
  ///
  /// `minutes`: a week, as typed.
  package func focus(_ names: [String], sessions: Int?, minutes: String?) throws -> SkillList {
    if let sessions, !Plan.sessionRange.contains(sessions) {
      throw Failure.badNumber(String(sessions))
    }
    let weekly = try minutes.map { text in
      guard let parsed = Minutes.parse(text.foldedName, in: Plan.minuteRange) else {
        throw Failure.badMinutes(text)
      }
      return parsed
    }
    return try plan(names, command: "skill focus") { plan in
      Plan(focus: true, sessions: sessions ?? plan.sessions, minutes: weekly ?? plan.minutes)
    }
  }

  /// Takes skills out of the focus from this week on.
  package func shelve(_ names: [String]) throws -> SkillList {
    try plan(names, command: "skill shelve") { plan in
      Plan(focus: false, sessions: plan.sessions, minutes: plan.minutes)
    }
  }

  private func plan(
    _ names: [String], command: String, _ change: (Plan) -> Plan
  ) throws -> SkillList {
    try write { transaction in
      let practices = try PracticeReader(transaction.reader, today: today)
      let skills = try names.map { try transaction.reader.skill(named: $0) }.uniqued()
      let entries = skills.compactMap { skill -> PlanEntry? in
        let history = practices.plans(of: skill)
        let old = history.plan(in: today.week)
        let new = change(old)
        guard new != old else { return nil }
        let isFirst = new.focus && !skill.plan.focus && history.firstDay == nil
        return PlanEntry(
          skill: skill.slug, week: today.week, plan: new, firstDay: isFirst ? today : nil)
      }
      try transaction.append(entries.map(\.patch), command: command)
      let shelved = Set(entries.filter { !$0.plan.focus }.map(\.skill))
      let goingOn = try transaction.reader.reminders()
        .filter { $0.skill.map(shelved.contains) ?? false }
        .map { try listed($0, transaction.reader) }
      return try skillList(
        transaction.reader, changed: skills.map(\.slug), goingOn: goingOn)
    }
  }

  /// The slug of the skill that the user means.
  ///
  /// - Throws: `Failure.unknownSkill`, `.ambiguousSkill`.
  package func skillSlug(_ name: String) throws -> String {
    try read { try $0.skill(named: name).slug }
  }

  /// A skill, and how its numbers were reached.
  package func skillCard(_ name: String) throws -> SkillCard {
    try read { reader in
      let skill = try reader.skill(named: name)
      let practices = try PracticeReader(reader, today: today)
      let week = today.week
      let (practice, streak) = try practices.practiceAndStreak(
        of: skill, at: week, finished: false)
      let items = try reader.items(skill: skill.slug)
      let progress = try reader.itemProgress()
      let recentWeeks = (0..<8).reversed().map { week - $0 }
      let recent = try practices.practice(of: skill, known: recentWeeks.first?.monday)
      return SkillCard(
        summary: summary(of: skill, practices, items: items, progress), week: week, today: today,
        standing: practice.standing(in: week, today: today),
        practised: week.days.filter(practice.days.contains),
        skipped: week.days.filter(practice.isSkipped), streak: streak,
        recent: recentWeeks.map {
          (week: $0, standing: recent.standing(in: $0, today: $0 == week ? today : nil))
        },
        lastDay: try reader.lastDay(skill.slug),
        minutes: try reader.minutes(skill.slug, in: week.days),
        items: try items.map { try listed($0, progress, reader) })
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
