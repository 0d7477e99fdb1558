/// Where a skill stands.
package enum SkillState: String, Sendable {
  case focus, shelved, archived
}

/// A line of `strop skill list`.
package struct SkillSummary: Sendable {
  package let skill: Skill
  package let state: SkillState
  /// In force this week.
  package let plan: Plan
  package let itemsTotal: Int
  package let itemsDone: Int

  package init(skill: Skill, state: SkillState, plan: Plan, itemsTotal: Int, itemsDone: Int) {
    self.skill = skill
    self.state = state
    self.plan = plan
    self.itemsTotal = itemsTotal
    self.itemsDone = itemsDone
  }
}

/// `strop skill list`, and what `focus` and `shelve` leave behind.
package struct SkillList: Sendable {
  /// Hours a week past which the focus is more than an employed engineer keeps up.
  package static let saneHours = 8.0

  /// Of the curriculum.
  package let version: Int
  /// In the curriculum's order.
  package let skills: [SkillSummary]
  /// Slugs that this command changed; empty where it only listed.
  package let changed: [String]
  /// Reminders of what was taken out of the focus, which fall silent.
  package let silencedReminders: [ComingReminder]
  /// Whether only the focus was asked about.
  package let isOfFocus: Bool

  package init(
    version: Int, skills: [SkillSummary], changed: [String], silencedReminders: [ComingReminder],
    isOfFocus: Bool = false
  ) {
    self.version = version
    self.skills = skills
    self.changed = changed
    self.silencedReminders = silencedReminders
    self.isOfFocus = isOfFocus
  }

  package var focus: [SkillSummary] { skills.filter { $0.state == .focus } }

  /// What the focus asks for each week.
  package var focusHours: Double { Double(focus.map(\.plan.minutes).reduce(0, +)) / 60 }
}

/// `strop skill remove`.
package struct RemovedSkill: Sendable {
  package let skill: Skill
  /// How many went with it.
  package let items: Int
  package let reminders: Int

  package init(skill: Skill, items: Int, reminders: Int) {
    self.skill = skill
    self.items = items
    self.reminders = reminders
  }
}

/// `strop skill show`: a skill, and how its numbers were reached.
package struct SkillCard: Sendable {
  package let summary: SkillSummary
  package let week: Week
  package let today: Day
  package let standing: WeekStanding
  /// Days of this week on which it was practised.
  package let practised: [Day]
  /// Days of this week that do not count.
  package let skipped: [Day]
  package let streak: Int
  /// The weeks up to this one, this one last, with what each asked and got.
  package let recent: [(week: Week, standing: WeekStanding)]
  package let lastDay: Day?
  /// In this week.
  package let minutes: Int
  package let items: [ListedItem]
  /// What to work on next.
  package let next: NextItem?

  package init(
    summary: SkillSummary, week: Week, today: Day, standing: WeekStanding, practised: [Day],
    skipped: [Day], streak: Int, recent: [(week: Week, standing: WeekStanding)], lastDay: Day?,
    minutes: Int, items: [ListedItem], next: NextItem? = nil
  ) {
    self.summary = summary
    self.week = week
    self.today = today
    self.standing = standing
    self.practised = practised
    self.skipped = skipped
    self.streak = streak
    self.recent = recent
    self.lastDay = lastDay
    self.minutes = minutes
    self.items = items
    self.next = next
  }
}
