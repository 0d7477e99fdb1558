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
    /// Of its own, or else another skill's that it waits for.
    package let nextItem: NextItem?
    /// Why there is no next item, where some are open.
    package let obstacle: ItemObstacle?
    /// Of this skill, where today is; also where it is one of all skills.
    package let off: DayOff?

    package init(
      slug: String, title: LocalizedText, standing: WeekStanding, plannedSessions: Int,
      streak: Int, minutes: Int, lastDay: Day?, nextItem: NextItem?,
      obstacle: ItemObstacle? = nil, off: DayOff? = nil
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
      self.off = off
    }

    /// Whether it is owed, and today can bring a session.
    package var asksToday: Bool { standing.owed > 0 && !standing.isOff }
  }

  package let day: Day
  package let zone: String
  /// In the order to practise them.
  package let skills: [Skill]
  /// Days of this week practised so far, of any skill.
  package let daysPractised: Int
  /// Days of this week that count so far: from the first run on, and those practised before it.
  package let daysCounted: Int
  /// Where today is a day off for all skills.
  package let off: DayOff?
  /// Items in progress, of any skill that is not archived.
  package let inWork: [NextItem]
  package let retest: RetestStanding?
  package let logbooks: WaitingLogbooks
  package let notices: Notices

  package init(
    day: Day, zone: String, skills: [Skill], daysPractised: Int, daysCounted: Int,
    off: DayOff? = nil, inWork: [NextItem] = [], retest: RetestStanding?,
    logbooks: WaitingLogbooks = WaitingLogbooks(), reminders: [DueReminder],
    staleTick: StaleTick?, undelivered: Undelivered? = nil, syncTrouble: SyncTrouble? = nil
  ) {
    self.day = day
    self.zone = zone
    self.skills = Today.inOrder(skills, today: day)
    self.daysPractised = daysPractised
    self.daysCounted = daysCounted
    self.off = off
    self.inWork = inWork
    self.retest = retest
    self.logbooks = logbooks
    notices = Notices(
      day: day, reminders: reminders, undelivered: undelivered, staleTick: staleTick,
      syncTrouble: syncTrouble)
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
