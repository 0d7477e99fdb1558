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
