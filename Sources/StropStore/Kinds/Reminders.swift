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
  /// Reminders that are not removed, oldest first.
  package func reminders() throws -> [Reminder] {
    try all(.reminder, "WHERE removed = 0 ORDER BY since, id")
  }
}
