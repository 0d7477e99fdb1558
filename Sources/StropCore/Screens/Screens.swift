// The values that commands show, one for each screen: StropApp fills them, StropRender writes them.

/// A check-in as a screen shows it.
package struct LoggedCheckIn: Sendable {
  package let checkIn: CheckIn
  /// The shortest beginning of its id that names it.
  package let shortID: String
  /// Of its zone at its instant, in seconds east of UTC.
  package let offset: Int
  /// Oldest first.
  package let evidence: [Evidence]

  package init(checkIn: CheckIn, shortID: String, offset: Int, evidence: [Evidence]) {
    self.checkIn = checkIn
    self.shortID = shortID
    self.offset = offset
    self.evidence = evidence
  }

  package var level: EvidenceLevel { evidence.map(\.level).max() ?? .claimed }
}

/// What became of a check-in, an edit or a removal.
package struct CheckInReceipt: Sendable {
  package enum Action: Sendable {
    case recorded, edited, removed
  }

  package let action: Action
  package let logged: LoggedCheckIn
  /// How the skill stands in the check-in's week; nil outside the focus.
  package let standing: WeekStanding?
  /// Whether that week is the current one.
  package let isThisWeek: Bool
  /// The item worked on, where it is not finished yet.
  package let openItem: String?
  package let today: Day

  package init(
    action: Action, logged: LoggedCheckIn, standing: WeekStanding?, isThisWeek: Bool,
    openItem: String?, today: Day
  ) {
    self.action = action
    self.logged = logged
    self.standing = standing
    self.isThisWeek = isThisWeek
    self.openItem = openItem
    self.today = today
  }
}

/// `strop log`.
package struct Log: Sendable {
  /// By day, then instant.
  package let checkIns: [LoggedCheckIn]
  /// How many more the same question would list, all earlier.
  package let earlier: Int
  package let skill: String?
  package let days: ClosedRange<Day>?

  package init(
    checkIns: [LoggedCheckIn], earlier: Int, skill: String?, days: ClosedRange<Day>?
  ) {
    self.checkIns = checkIns
    self.earlier = earlier
    self.skill = skill
    self.days = days
  }
}

/// A skip as a screen shows it.
package struct ListedSkip: Sendable {
  package let skip: Skip
  package let shortID: String

  package init(skip: Skip, shortID: String) {
    self.skip = skip
    self.shortID = shortID
  }
}

/// What became of a skip.
package struct SkipReceipt: Sendable {
  package enum Action: Sendable {
    case added, edited, removed
  }

  package let action: Action
  package let listed: ListedSkip

  package init(action: Action, listed: ListedSkip) {
    self.action = action
    self.listed = listed
  }
}

/// What undo or redo did.
package struct UndoReceipt: Sendable {
  /// True for undo, false for redo.
  package let undone: Bool
  package let batch: String
  /// The command that was undone or done again.
  package let command: String
  package let subjects: [Subject]

  package init(undone: Bool, batch: String, command: String, subjects: [Subject]) {
    self.undone = undone
    self.batch = batch
    self.command = command
    self.subjects = subjects
  }
}

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
  /// Reminders of the shelved skills that go on.
  package let remindersGoingOn: [ListedReminder]

  package init(
    version: Int, skills: [SkillSummary], changed: [String], remindersGoingOn: [ListedReminder]
  ) {
    self.version = version
    self.skills = skills
    self.changed = changed
    self.remindersGoingOn = remindersGoingOn
  }

  package var focus: [SkillSummary] { skills.filter { $0.state == .focus } }

  /// What the focus asks for each week.
  package var focusHours: Double { Double(focus.map(\.plan.minutes).reduce(0, +)) / 60 }
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

  package init(
    summary: SkillSummary, week: Week, today: Day, standing: WeekStanding, practised: [Day],
    skipped: [Day], streak: Int, recent: [(week: Week, standing: WeekStanding)], lastDay: Day?,
    minutes: Int, items: [ListedItem]
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
  }
}

/// A checklist item with what the user made of it.
package struct ListedItem: Sendable {
  package let item: Item
  package let progress: ItemProgress?
  package let evidence: [Evidence]
  /// The prerequisites that are not done yet.
  package let openPrerequisites: [String]

  package init(
    item: Item, progress: ItemProgress?, evidence: [Evidence], openPrerequisites: [String]
  ) {
    self.item = item
    self.progress = progress
    self.evidence = evidence
    self.openPrerequisites = openPrerequisites
  }

  package var state: ItemProgress.State { progress?.state ?? .todo }

  /// A known answer that was met is a check by strop itself.
  package var level: EvidenceLevel {
    if progress?.match == true { return .verified }
    return evidence.map(\.level).max() ?? .claimed
  }
}

/// `strop item list`.
package struct ItemList: Sendable {
  package let items: [ListedItem]
  /// Nil where every skill's items are listed.
  package let skill: String?

  package init(items: [ListedItem], skill: String?) {
    self.items = items
    self.skill = skill
  }
}

/// `strop item done`.
package struct ItemReceipt: Sendable {
  package let listed: ListedItem
  /// What to work on after it, in the same skill.
  package let next: NextItem?

  package init(listed: ListedItem, next: NextItem?) {
    self.listed = listed
    self.next = next
  }
}

/// A reminder as a screen shows it.
package struct ListedReminder: Sendable {
  package let reminder: Reminder
  package let shortID: String
  /// On the wall clock of the zone in force; nil where another machine delivers it.
  package let next: [CivilDateTime]
  package let last: Delivery?
  /// Whether this machine delivers it.
  package let isHere: Bool

  package init(
    reminder: Reminder, shortID: String, next: [CivilDateTime], last: Delivery?, isHere: Bool
  ) {
    self.reminder = reminder
    self.shortID = shortID
    self.next = next
    self.last = last
    self.isHere = isHere
  }
}

/// `strop remind list`.
package struct ReminderList: Sendable {
  package let reminders: [ListedReminder]
  package let zone: String

  package init(reminders: [ListedReminder], zone: String) {
    self.reminders = reminders
    self.zone = zone
  }
}

/// `strop remind add` and `remove`.
package struct ReminderReceipt: Sendable {
  package enum Action: Sendable {
    case added, removed
  }

  package let action: Action
  package let listed: ListedReminder
  package let zone: String
  /// Whether anything calls for deliveries: a tick was seen lately.
  package let isScheduled: Bool

  package init(action: Action, listed: ListedReminder, zone: String, isScheduled: Bool) {
    self.action = action
    self.listed = listed
    self.zone = zone
    self.isScheduled = isScheduled
  }
}

/// A line of `strop config list`.
package struct ListedSetting: Sendable {
  package let key: String
  /// Nil where the default holds.
  package let value: String?
  /// What holds where nothing is set; nil where it comes from the system.
  package let standard: String?
  package let meaning: LocalizedText

  package init(key: String, value: String?, standard: String?, meaning: LocalizedText) {
    self.key = key
    self.value = value
    self.standard = standard
    self.meaning = meaning
  }
}

/// A line of `strop doctor`.
package struct HealthCheck: Sendable {
  package enum State: String, Sendable {
    case ok, warn, fail
  }

  package let name: String
  package let state: State
  package let detail: LocalizedText
  /// What to type or do; nil where all is well.
  package let fix: LocalizedText?

  package init(name: String, state: State, detail: LocalizedText, fix: LocalizedText?) {
    self.name = name
    self.state = state
    self.detail = detail
    self.fix = fix
  }
}

/// What the first run made.
package struct FirstRun: Sendable {
  /// The database, with the home directory as `~`.
  package let path: String
  package let skills: Int
  package let items: Int
  /// Slugs of the focus, and their hours a week.
  package let focus: [String]
  package let focusHours: Double
  package let zone: String
  /// Whether the zone says where the user is; a container's UTC does not.
  package let zoneIsGeographic: Bool

  package init(
    path: String, skills: Int, items: Int, focus: [String], focusHours: Double, zone: String,
    zoneIsGeographic: Bool
  ) {
    self.path = path
    self.skills = skills
    self.items = items
    self.focus = focus
    self.focusHours = focusHours
    self.zone = zone
    self.zoneIsGeographic = zoneIsGeographic
  }
}

/// What one tick has to say through one channel.
package struct Digest: Sendable {
  package struct Line: Sendable {
    package let reminder: DueReminder
    /// The skill's title, for a skill's reminder.
    package let title: LocalizedText?
    /// The skill's standing this week, for a skill's reminder in the focus.
    package let standing: WeekStanding?

    package init(reminder: DueReminder, title: LocalizedText?, standing: WeekStanding?) {
      self.reminder = reminder
      self.title = title
      self.standing = standing
    }
  }

  package let lines: [Line]
  /// The finished week's report, for a report's reminder.
  package let report: Report?

  package init(lines: [Line], report: Report?) {
    self.lines = lines
    self.report = report
  }
}

/// `strop prompt`: one short segment.
package struct PromptSegment: Sendable {
  /// Skills of the focus practised today.
  package let practisedToday: Int
  /// Skills of the focus whose week is missed unless they are practised today.
  package let dueToday: Int
  /// Reminders that fired and were not acted on.
  package let reminders: Int

  package init(practisedToday: Int, dueToday: Int, reminders: Int) {
    self.practisedToday = practisedToday
    self.dueToday = dueToday
    self.reminders = reminders
  }
}
