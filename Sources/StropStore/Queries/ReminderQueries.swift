import GRDB
package import StropCore

extension Reader {
  /// Reminders that are not removed, oldest first.
  package func reminders() throws -> [Reminder] {
    try reminders("removed = 0 ORDER BY since, id", [])
  }

  package func reminder(_ id: String) throws -> Reminder? {
    try reminders("id = ?", [id]).first
  }

  private func reminders(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Reminder] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, kind, skill, item, text, slack, rule, channels, device, since, snoozed, removed
        FROM reminder WHERE \(condition)
        """, arguments: arguments
    ).compactMap { row in
      let fields: Fields = [
        "kind": .text(row[1] as String), "skill": .optional(row[2] as String?),
        "item": .optional(row[3] as String?), "text": .optional(row[4] as String?),
        "slack": (row[5] as Int64?).map { .integer($0) } ?? .null, "rule": .text(row[6] as String),
        "channels": .text(row[7] as String), "device": .text(row[8] as String),
        "since": .text(row[9] as String), "snoozed": .optional(row[10] as String?),
        Field.removed: .bool(row[11] as Bool),
      ]
      return Reminder(id: row[0], row: fields)
    }
  }
}
