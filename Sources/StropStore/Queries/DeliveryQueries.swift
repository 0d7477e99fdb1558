import GRDB
package import StropCore

extension Reader {
  private static let columns =
    "reminder, occurrence, channel, state, attempts, at, retry_at, deferred_to, detail"

  /// What became last of a reminder's newest occurrence up to `moment`.
  package func lastDelivery(
    of reminder: String, upTo moment: CivilDateTime
  ) throws -> Delivery? {
    try deliveries(
      """
      reminder = ? AND occurrence <= ? ORDER BY occurrence DESC, at DESC, channel LIMIT 1
      """, [reminder, moment.text]
    ).first
  }

  /// Deliveries of one occurrence, by channel.
  package func deliveries(of reminder: String, at occurrence: CivilDateTime) throws -> [Delivery] {
    try deliveries(
      "reminder = ? AND occurrence = ? ORDER BY channel", [reminder, occurrence.text])
  }

  /// Deliveries of the occurrences from `first` on, oldest first.
  package func deliveries(of reminder: String, since first: CivilDateTime) throws -> [Delivery] {
    try deliveries(
      "reminder = ? AND occurrence >= ? ORDER BY occurrence, channel", [reminder, first.text])
  }

  /// Deliveries of one reminder, or of all, the newest first.
  package func deliveryLog(of reminder: String?, limit: Int) throws -> [Delivery] {
    try deliveries(
      "(?1 IS NULL OR reminder = ?1) ORDER BY at DESC, occurrence DESC, channel LIMIT ?2",
      [reminder, limit])
  }

  /// How many occurrences before this one were never told through its channel, back to the last that was,
  /// or that was not needed.
  package func missed(before delivery: Delivery) throws -> Int {
    let channel = [delivery.reminder, delivery.channel, delivery.occurrence.text]
    let told = try String.fetchOne(
      db,
      sql: """
        SELECT max(occurrence) FROM delivery WHERE reminder = ? AND channel = ? AND occurrence < ?
          AND state IN ('sent', 'suppressed')
        """, arguments: StatementArguments(channel))
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM delivery WHERE reminder = ? AND channel = ? AND occurrence < ?
          AND occurrence > ? AND state IN ('missed', 'failed')
        """, arguments: StatementArguments(channel + [told ?? ""])) ?? 0
  }

  /// Occurrences that were never told after `moment`, up to `now`, because strop came too late or the channel
  /// failed for good: how many, and the newest of their deliveries.
  package func undelivered(
    after moment: Instant, upTo now: Instant
  ) throws -> (count: Int, newest: Delivery)? {
    let lost = "at > ? AND at <= ? AND state IN ('missed', 'failed') AND retry_at IS NULL"
    let newest = try deliveries(
      lost + " ORDER BY at DESC, occurrence DESC, channel LIMIT 1",
      [moment.milliseconds, now.milliseconds])
    guard let newest = newest.first else { return nil }
    let count = try Int.fetchOne(
      db, sql: "SELECT count(DISTINCT reminder || occurrence) FROM delivery WHERE " + lost,
      arguments: [moment.milliseconds, now.milliseconds])
    return (count ?? 1, newest)
  }

  private func deliveries(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Delivery] {
    try Row.fetchAll(
      db, sql: "SELECT \(Reader.columns) FROM delivery WHERE \(condition)", arguments: arguments
    ).compactMap { row in
      guard let occurrence = CivilDateTime(try row.decode(String.self, atIndex: 1)),
        let state = Delivery.State(rawValue: try row.decode(atIndex: 3))
      else { return nil }
      return Delivery(
        reminder: try row.decode(atIndex: 0), occurrence: occurrence,
        channel: try row.decode(atIndex: 2), state: state, attempts: try row.decode(atIndex: 4),
        at: Instant(milliseconds: try row.decode(atIndex: 5)),
        retryAt: try row.decode(Int64?.self, atIndex: 6).map(Instant.init(milliseconds:)),
        deferredTo: try row.decode(String?.self, atIndex: 7).flatMap { CivilDateTime($0) },
        detail: try row.decode(atIndex: 8))
    }
  }
}

extension Transaction {
  /// Records what a tick decided on an occurrence, whatever was recorded of it before.
  package func record(_ delivery: Delivery) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        delivery.reminder, delivery.occurrence.text, delivery.channel, delivery.state.rawValue,
        delivery.attempts, delivery.at.milliseconds, delivery.retryAt?.milliseconds,
        delivery.deferredTo?.text, delivery.detail,
      ])
  }

  /// Records how a claim ended, unless its lease ended first and another process took it over.
  package func settle(_ claim: Delivery, as outcome: Delivery) throws {
    let isMine = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM delivery WHERE reminder = ? AND occurrence = ? AND channel = ?
          AND state = 'claimed' AND attempts = ? AND at = ?)
        """,
      arguments: [
        claim.reminder, claim.occurrence.text, claim.channel, claim.attempts,
        claim.at.milliseconds,
      ])
    if isMine == true { try record(outcome) }
  }
}
