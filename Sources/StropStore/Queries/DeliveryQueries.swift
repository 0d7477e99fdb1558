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

  /// Whether an occurrence was told through another channel than `channel`.
  package func wasTold(
    _ reminder: String, at occurrence: CivilDateTime, besides channel: String
  ) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM delivery
            WHERE reminder = ? AND occurrence = ? AND channel <> ? AND state = 'sent')
          """), arguments: [reminder, occurrence.text, channel]) ?? false
  }

  /// Deliveries of the occurrences from `first` on, oldest first.
  package func deliveries(of reminder: String, since first: CivilDateTime) throws -> [Delivery] {
    try deliveries(
      "reminder = ? AND occurrence >= ? ORDER BY occurrence, channel", [reminder, first.text])
  }

  /// The newest occurrence up to `moment` of which all that was decided was so before `now`; nil where there is
  /// none.
  package func lastDecided(
    of reminder: String, upTo moment: CivilDateTime, before now: Instant
  ) throws -> CivilDateTime? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT occurrence FROM delivery WHERE reminder = ? AND occurrence <= ?
            GROUP BY occurrence HAVING max(at) <= ? ORDER BY occurrence DESC LIMIT 1
          """), arguments: [reminder, moment.text, now.milliseconds]
    ).flatMap { CivilDateTime($0) }
  }

  /// Deliveries on which nothing was decided for good, of all reminders.
  package func openDeliveries() throws -> [Delivery] {
    try deliveries(
      "state IN ('claimed', 'deferred') OR state = 'failed' AND retry_at IS NOT NULL", [])
  }

  /// Each try of a delivery, the first one first; none where the first one succeeded at once.
  package func tries(of delivery: Delivery) throws -> [DeliveryTry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT number, state, at, detail FROM delivery_try
          WHERE reminder = ? AND occurrence = ? AND channel = ? ORDER BY number
        """, arguments: [delivery.reminder, delivery.occurrence.text, delivery.channel]
    ).compactMap { row in
      guard let state = Delivery.State(rawValue: try row.decode(atIndex: 1)) else { return nil }
      return DeliveryTry(
        number: try row.decode(atIndex: 0), state: state,
        at: Instant(milliseconds: try row.decode(atIndex: 2)), detail: try row.decode(atIndex: 3))
    }
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
      db.cachedStatement(
        sql: """
          SELECT occurrence FROM delivery WHERE reminder = ? AND channel = ? AND occurrence < ?
            AND state IN ('sent', 'suppressed') ORDER BY occurrence DESC LIMIT 1
          """), arguments: StatementArguments(channel))
    return try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM delivery WHERE reminder = ? AND channel = ? AND occurrence < ?
            AND occurrence > ? AND state IN ('missed', 'failed')
          """), arguments: StatementArguments(channel + [told ?? ""])) ?? 0
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
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(Reader.columns) FROM delivery WHERE \(condition)"),
      arguments: arguments)
    var deliveries: [Delivery] = []
    while let row = try rows.next() {
      guard let occurrence = CivilDateTime(try row.decode(String.self, atIndex: 1)),
        let state = Delivery.State(rawValue: try row.decode(atIndex: 3))
      else { continue }
      deliveries.append(
        Delivery(
          reminder: try row.decode(atIndex: 0), occurrence: occurrence,
          channel: try row.decode(atIndex: 2), state: state, attempts: try row.decode(atIndex: 4),
          at: Instant(milliseconds: try row.decode(atIndex: 5)),
          retryAt: try row.decode(Int64?.self, atIndex: 6).map(Instant.init(milliseconds:)),
          deferredTo: try row.decode(String?.self, atIndex: 7).flatMap { CivilDateTime($0) },
          detail: try row.decode(atIndex: 8)))
    }
    return deliveries
  }
}

extension Transaction {
  /// Records what a tick decided on an occurrence, whatever was recorded of it before.
  package func record(_ delivery: Delivery) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(
      arguments: [
        delivery.reminder, delivery.occurrence.text, delivery.channel, delivery.state.rawValue,
        delivery.attempts, delivery.at.milliseconds, delivery.retryAt?.milliseconds,
        delivery.deferredTo?.text, delivery.detail,
      ])
  }

  /// Keeps a try that did not reach the user at once; `state`: `claimed` where nothing is known of its end.
  ///
  /// What is known of it already is overwritten only by an answer.
  package func recordTry(of claim: Delivery, as state: Delivery.State, detail: String?) throws {
    let insertion = state == .claimed ? "INSERT OR IGNORE" : "INSERT OR REPLACE"
    try db.execute(
      sql: insertion + " INTO delivery_try VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        claim.reminder, claim.occurrence.text, claim.channel, claim.attempts, state.rawValue,
        claim.at.milliseconds, detail,
      ])
  }

  /// Records how a claim ended. Where its lease ended first and another process took it over, the answer is
  /// kept as that try's alone: a late one never overwrites a newer.
  package func settle(_ claim: Delivery, as outcome: Delivery) throws {
    let isMine = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM delivery WHERE reminder = ? AND occurrence = ? AND channel = ?
            AND state = 'claimed' AND attempts = ? AND at = ?)
          """),
      arguments: [
        claim.reminder, claim.occurrence.text, claim.channel, claim.attempts,
        claim.at.milliseconds,
      ])
    if isMine == true { try record(outcome) }
    if isMine != true || outcome.state != .sent || claim.attempts > 1 {
      try recordTry(
        of: claim, as: outcome.state == .sent ? .sent : .failed, detail: outcome.detail)
    }
  }
}
