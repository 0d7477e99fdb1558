/// What `strop today` shows.
package struct Today: Sendable {
  package struct Skill: Sendable {
    package let slug: String
    package let title: LocalizedText
    package let standing: WeekStanding
    package let plannedSessions: Int
    /// Weeks in a row.
    package let streak: Int
    /// Practised this week.
    package let minutes: Int
    package let lastDay: Day?
    package let nextItem: NextItem?
    /// Why there is no next item, where some are open.
    package let obstacle: ItemObstacle?

    package init(
      slug: String, title: LocalizedText, standing: WeekStanding, plannedSessions: Int,
      streak: Int, minutes: Int, lastDay: Day?, nextItem: NextItem?,
      obstacle: ItemObstacle? = nil
    ) {
      self.slug = slug
      self.title = title
      self.standing = standing
      self.plannedSessions = plannedSessions
      self.streak = streak
      self.minutes = minutes
      self.lastDay = lastDay
      self.nextItem = nextItem
      self.obstacle = obstacle
    }
  }

  package let day: Day
  package let zone: String
  /// In the order to practise them.
  package let skills: [Skill]
  /// Days of this week practised so far, of any skill.
  package let daysPractised: Int
  /// Days of this week that count so far: from the first run on, and those practised before it.
  package let daysCounted: Int
  package let retest: Retest?
  package let notices: Notices

  package init(
    day: Day, zone: String, skills: [Skill], daysPractised: Int, daysCounted: Int,
    retest: Retest?, reminders: [DueReminder], staleTick: StaleTick?,
    undelivered: Undelivered? = nil
  ) {
    self.day = day
    self.zone = zone
    self.skills = Today.inOrder(skills, today: day)
    self.daysPractised = daysPractised
    self.daysCounted = daysCounted
    self.retest = retest
    notices = Notices(
      day: day, reminders: reminders, undelivered: undelivered, staleTick: staleTick)
  }

  package var reminders: [DueReminder] { notices.reminders }

  /// Slack from 0 up, then missed, then met; ties by how long a skill lies idle for its plan, longest
  /// first, then as given (the curriculum's order).
  package static func inOrder(_ skills: [Skill], today: Day) -> [Skill] {
    func group(_ skill: Skill) -> (Int, Int) {
      if skill.standing.owed == 0 { return (2, 0) }
      return skill.standing.slack < 0 ? (1, 0) : (0, skill.standing.slack)
    }
    func idle(_ skill: Skill) -> Int {
      guard let last = skill.lastDay else { return .max }
      return (today - last) * skill.plannedSessions
    }
    return skills.enumerated().sorted {
      let (left, right) = (group($0.element), group($1.element))
      return left != right
        ? left < right
        : (-idle($0.element), $0.offset) < (-idle($1.element), $1.offset)
    }.map(\.element)
  }
}

/// An item proposed for a skill.
package struct NextItem: Hashable, Sendable {
  package let slug: String
  package let title: LocalizedText
  package let doneWhen: LocalizedText
  package let hours: Double
  package let hardware: Item.Hardware
  /// Whether the user works on it already.
  package let isInWork: Bool

  package init(
    slug: String, title: LocalizedText, doneWhen: LocalizedText, hours: Double,
    hardware: Item.Hardware, isInWork: Bool = false
  ) {
    self.slug = slug
    self.title = title
    self.doneWhen = doneWhen
    self.hours = hours
    self.hardware = hardware
    self.isInWork = isInWork
  }
}

/// What keeps all open items of a skill from being proposed.
package enum ItemObstacle: Hashable, Sendable {
  /// An item of another skill is to be done first.
  case item(String)
  /// What is left needs at least this.
  case hardware(Item.Hardware)
}

/// A skill outside the focus that has not been practised for longer than its interval.
package struct Retest: Hashable, Sendable {
  package let slug: String
  /// Since it was last practised.
  package let days: Int
  /// Its interval, in days.
  package let every: Int

  package init(slug: String, days: Int, every: Int) {
    self.slug = slug
    self.days = days
    self.every = every
  }

  package var isDue: Bool { days > every }

  /// The most overdue of those due, relative to its interval; the first of equals.
  package static func mostOverdue(_ candidates: [Retest]) -> Retest? {
    candidates.filter(\.isDue).reduce(nil) { best, next in
      guard let best else { return next }
      return next.days * best.every > best.days * next.every ? next : best
    }
  }
}

/// A reminder that fired and that the user has not acted on.
package struct DueReminder: Hashable, Sendable {
  package let id: String
  package let occurrence: CivilDateTime
  package let topic: Reminder.Topic
  /// How many occurrences before this one were never told.
  package let missed: Int

  package var kind: Reminder.Kind { topic.kind }
  package var skill: String? { topic.skill }

  package init(id: String, occurrence: CivilDateTime, topic: Reminder.Topic, missed: Int = 0) {
    self.id = id
    self.occurrence = occurrence
    self.topic = topic
    self.missed = missed
  }
}

/// What a command on a terminal adds below its own answer.
package struct Notices: Sendable {
  package let day: Day
  package let reminders: [DueReminder]
  package let undelivered: Undelivered?
  package let staleTick: StaleTick?

  package init(
    day: Day, reminders: [DueReminder], undelivered: Undelivered?, staleTick: StaleTick?
  ) {
    self.day = day
    self.reminders = reminders
    self.undelivered = undelivered
    self.staleTick = staleTick
  }
}

/// Reminders exist, and nothing has called for their delivery lately.
package enum StaleTick: Hashable, Sendable {
  case never
  case since(Instant, days: Int)
}
