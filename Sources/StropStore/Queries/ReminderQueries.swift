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
        SELECT id, kind, skill, rule, channels, device, since, removed
        FROM reminder WHERE \(condition)
        """, arguments: arguments
    ).compactMap { row in
      guard let kind = Reminder.Kind(rawValue: row[1]), let rule = Rule(row[3] as String),
        let channels = Reminder.channels(row[4]), let since = CivilDateTime(row[6] as String)
      else { return nil }
      return Reminder(
        id: row[0], kind: kind, skill: row[2], rule: rule, channels: channels, device: row[5],
        since: since, removed: row[7])
    }
  }

  /// The newest delivery of a reminder's newest occurrence.
  package func lastDelivery(of reminder: String) throws -> Delivery? {
    try deliveries(
      "reminder = ? ORDER BY occurrence DESC, at DESC, channel LIMIT 1", [reminder]
    ).first
  }

  /// Deliveries of one occurrence, by channel.
  package func deliveries(of reminder: String, at occurrence: CivilDateTime) throws -> [Delivery] {
    try deliveries(
      "reminder = ? AND occurrence = ? ORDER BY channel", [reminder, occurrence.text])
  }

  private func deliveries(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Delivery] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT reminder, occurrence, channel, state, attempts, at, detail
        FROM delivery WHERE \(condition)
        """, arguments: arguments
    ).compactMap { row in
      guard let occurrence = CivilDateTime(row[1] as String),
        let state = Delivery.State(rawValue: row[3])
      else { return nil }
      return Delivery(
        reminder: row[0], occurrence: occurrence, channel: row[2], state: state, attempts: row[4],
        at: Instant(milliseconds: row[5]), detail: row[6])
    }
  }
}

extension Transaction {
  /// How long a claim keeps others off, in milliseconds.
  private static let lease: Int64 = 600_000
  /// How often one occurrence is tried through one channel.
  private static let attempts = 5

  /// Takes an occurrence for this process, so that no other delivers it.
  ///
  /// - Returns: false where it is settled, being sent by another, or was tried often enough.
  package func claim(
    _ reminder: String, _ occurrence: CivilDateTime, channel: String, now: Instant
  ) throws -> Bool {
    try db.execute(
      sql: """
        INSERT INTO delivery VALUES (?, ?, ?, 'claimed', 1, ?, NULL)
        ON CONFLICT DO UPDATE SET state = 'claimed', attempts = attempts + 1, at = excluded.at
        WHERE attempts < ? AND (state = 'failed'
          OR state = 'claimed' AND (at <= excluded.at - ? OR at > excluded.at))
        """,
      arguments: [
        reminder, occurrence.text, channel, now.milliseconds, Transaction.attempts,
        Transaction.lease,
      ])
    return db.changesCount == 1
  }

  /// Records how a claimed delivery ended.
  package func settle(
    _ reminder: String, _ occurrence: CivilDateTime, channel: String, _ state: Delivery.State,
    detail: String?, now: Instant
  ) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET state = ?, detail = ?, at = ?
        WHERE reminder = ? AND occurrence = ? AND channel = ?
        """,
      arguments: [
        state.rawValue, detail, now.milliseconds, reminder, occurrence.text, channel,
      ])
  }

  /// Records an occurrence that needs no delivery, unless something is recorded of it already.
  package func pass(
    _ reminder: String, _ occurrence: CivilDateTime, channel: String, _ state: Delivery.State,
    now: Instant
  ) throws {
    try db.execute(
      sql: "INSERT INTO delivery VALUES (?, ?, ?, ?, 0, ?, NULL) ON CONFLICT DO NOTHING",
      arguments: [reminder, occurrence.text, channel, state.rawValue, now.milliseconds])
  }
}
