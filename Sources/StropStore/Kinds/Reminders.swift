import GRDB
package import StropCore

extension Kind<Reminder> {
  package static let reminder = Kind(
    "reminder",
    columns: [
      .text("kind", required: true),
      .text("skill"),
      .text("item"),
      .text("text"),
      .integer("slack"),
      .text("rule", required: true),
      .names("channels", required: true),
      .text("device", required: true),
      .moment("since", required: true),
      .moment("snoozed"),
      .bool("always"),
      .removed,
    ])
}

extension Reader {
  /// Whether a device has any to deliver.
  package func hasReminders(of device: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM reminder WHERE device = ? AND removed = 0)"),
      arguments: [device]) ?? false
  }

  /// Reminders that are not removed, oldest first.
  package func reminders() throws -> [Reminder] {
    try all(.reminder, "WHERE removed = 0 ORDER BY since, id")
  }
}
