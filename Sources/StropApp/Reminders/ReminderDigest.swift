import StropCore
import StropStore

extension Strop {
  /// One message for everything that a channel has to say in this tick.
  func digest(_ reminders: [DueReminder]) throws -> Digest {
    let parts = try read { reader in
      let needs = try needs(reader)
      return try reminders.map { try part($0, needs) }
    }
    let report = try reminders.first { $0.kind == .report }
      .map { try self.report(on: .week($0.reportWeek)) }
    return Digest(parts: parts, report: report)
  }

  private func part(_ reminder: DueReminder, _ needs: ReminderNeeds) throws -> Digest.Part {
    let practices = needs.practices
    switch reminder.topic {
    case .skill(let slug):
      let standing = try needs.skill(slug).flatMap {
        try practices.focusStanding(of: $0, in: today.week, on: today)
      }
      return Digest.Part(
        reminder: reminder, skills: [Digest.Skill(slug: slug, standing: standing)])
    case .slack:
      let skills = try needs.pressing(reminder.topic, on: today)
      return Digest.Part(
        reminder: reminder,
        skills: skills.map { Digest.Skill(slug: $0.skill.slug, standing: $0.standing) })
    case .retest:
      return Digest.Part(reminder: reminder, retest: try needs.retest(reminder.topic, on: today))
    case .item(let slug):
      return Digest.Part(
        reminder: reminder, itemTitle: try practices.reader.item(slug)?.title)
    case .judgements:
      return Digest.Part(
        reminder: reminder,
        judgements: try practices.reader.judgements(due: today).map {
          try line(of: $0, practices.reader)
        })
    case .report, .text: return Digest.Part(reminder: reminder)
    }
  }
}
