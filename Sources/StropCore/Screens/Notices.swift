/// What a command on a terminal adds below its own answer.
package struct Notices: Sendable {
  package let day: Day
  package let reminders: [DueReminder]
  package let undelivered: Undelivered?
  package let staleTick: StaleTick?
  /// Ticks have failed to share the journal for days.
  package let syncTrouble: SyncTrouble?

  package init(
    day: Day, reminders: [DueReminder], undelivered: Undelivered?, staleTick: StaleTick?,
    syncTrouble: SyncTrouble? = nil
  ) {
    self.day = day
    self.reminders = reminders
    self.undelivered = undelivered
    self.staleTick = staleTick
    self.syncTrouble = syncTrouble
  }
}

/// Reminders exist, and nothing has called for their delivery lately.
package enum StaleTick: Hashable, Sendable {
  case never
  case since(Instant, days: Int)
}
