package import StropCore
import StropStore

extension Strop {
  /// How many days without a tick say that reminders are not coming.
  private static let staleTickDays = 2

  /// The focus by slack, the next items, a retest, reminders not acted on.
  package func todayScreen() throws -> Today {
    try read { reader in
      let week = today.week
      let practices = try PracticeReader(reader, today: today)
      let skills = try practices.focus(in: week).map { skill in
        let (practice, streak) = try practices.practiceAndStreak(
          of: skill, at: week, finished: false)
        let standing = practice.standing(of: week, on: today)
        let next = try reader.nextItem(of: skill.slug, hardware: settings.hardware)
        return Today.Skill(
          slug: skill.slug, title: skill.title,
          standing: standing,
          plannedSessions: practice.plans.plan(in: week).sessions, streak: streak,
          minutes: try reader.minutes(skill.slug, in: week.days),
          lastDay: try reader.lastDay(skill.slug),
          nextItem: next,
          obstacle: next == nil
            ? try reader.obstacle(of: skill.slug, hardware: settings.hardware) : nil,
          off: standing.isOff ? practices.dayOff(today, for: skill) : nil)
      }
      let needs = ReminderNeeds(practices)
      return Today(
        day: today, zone: zone.name, skills: skills,
        daysPractised: try reader.activeDays(in: week.days),
        daysCounted: try daysCounted(since: practices.start, reader),
        off: practices.dayOff(today, for: nil), inWork: try reader.itemsInWork(),
        retest: RetestStanding.mostOverdue(try needs.retests(on: today)),
        logbooks: try waitingLogbooks(reader),
        reminders: try unseenReminders(needs),
        staleTick: try staleTick(reader), undelivered: try undelivered(reader),
        syncTrouble: try lastingSyncTrouble(reader))
    }
  }

  /// Days of this week up to today, without those before the first run, but where they were practised.
  private func daysCounted(since start: Day, _ reader: Reader) throws -> Int {
    let monday = today.week.monday
    guard start > monday, start <= today else { return today - monday + 1 }
    return try today - start + 1 + reader.activeDays(in: monday...(start - 1))
  }

  /// Whether reminders of this device exist that nothing calls for.
  func staleTick(_ reader: Reader) throws -> StaleTick? {
    guard let device = try reader.device(on: environment.machine),
      try reader.hasReminders(of: device)
    else { return nil }
    guard let last = try lastTick(reader) ?? scheduledAt(reader) else { return .never }
    let days = Int((environment.now.milliseconds - last.milliseconds) / 86_400_000)
    return days >= Strop.staleTickDays ? .since(last, days: days) : nil
  }

  /// For a shell's prompt: never more than a few small queries.
  package func promptSegment() throws -> PromptSegment {
    try read { reader in
      let week = today.week
      let practices = try PracticeReader(reader, today: today)
      var practised = 0
      var due = 0
      for skill in practices.focus(in: week) {
        let practice = try practices.practice(of: skill, known: week.monday)
        let standing = practice.standing(of: week, on: today)
        if practice.days.contains(today) {
          practised += 1
        } else if standing.owed > 0, standing.slack == 0, !standing.isOff {
          due += 1
        }
      }
      return PromptSegment(
        practisedToday: practised, dueToday: due,
        reminders: try unseenReminders(ReminderNeeds(practices))
          .count)
    }
  }
}
