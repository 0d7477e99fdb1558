import GRDB
package import StropCore

extension Reader {
  /// Days on which `skill` was practised, from `since` (all where nil) up to `until`.
  package func practisedDays(_ skill: String, since: Day?, until: Day? = nil) throws -> Set<Day> {
    // As one text: a row for each of some thousand days would cost ten times that.
    let days = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT group_concat(day, '') FROM check_in
          WHERE skill = ? AND removed = 0 AND day >= ? AND day <= ?
          """),
      arguments: [skill, since?.iso ?? "", until?.iso ?? "9999-12-31"])
    return days.map(Day.set(joined:)) ?? []
  }

  /// Days on which each skill was practised, of some days; nothing for one that was not.
  package func practisedDays(in days: ClosedRange<Day>) throws -> [String: Set<Day>] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT skill, group_concat(day, '') FROM check_in
          WHERE day BETWEEN ? AND ? AND removed = 0 GROUP BY skill
          """), arguments: [days.lowerBound.iso, days.upperBound.iso])
    var practised: [String: Set<Day>] = [:]
    while let row = try rows.next() {
      practised[try row.decode(atIndex: 0)] = Day.set(joined: try row.decode(atIndex: 1))
    }
    return practised
  }

  package func wasPractised(_ skill: String, on day: Day) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM check_in WHERE skill = ? AND day = ? AND removed = 0)"),
      arguments: [skill, day.iso]) ?? false
  }

  /// The last day on which a skill was practised, up to `until`; of all where that is nil.
  ///
  /// After travel to the west, that can be a day after today.
  package func lastDay(_ skill: String, until: Day? = nil) throws -> Day? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT max(day) FROM check_in WHERE skill = ? AND day <= ? AND removed = 0"),
      arguments: [skill, until?.iso ?? "9999-12-31"]
    ).flatMap { Day(iso: $0) }
  }

  /// The last day on which anything was practised; nil before any.
  package func lastDay() throws -> Day? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT max(day) FROM check_in WHERE removed = 0")
    ).flatMap { Day(iso: $0) }
  }

  /// The first day on which anything was practised; nil before any.
  package func firstDay() throws -> Day? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT min(day) FROM check_in WHERE removed = 0")
    ).flatMap { Day(iso: $0) }
  }

  /// The minutes of a skill's last check-in that gave any.
  package func lastMinutes(_ skill: String) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT minutes FROM check_in WHERE skill = ? AND removed = 0 AND minutes IS NOT NULL
          ORDER BY day DESC, at DESC, id DESC LIMIT 1
          """), arguments: [skill])
  }

  /// Minutes given for a skill over some days.
  package func minutes(_ skill: String, in days: ClosedRange<Day>) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(sum(minutes), 0) FROM check_in
          WHERE skill = ? AND day BETWEEN ? AND ? AND removed = 0
          """), arguments: [skill, days.lowerBound.iso, days.upperBound.iso]) ?? 0
  }

  /// How many of some days were practised at all.
  package func activeDays(in days: ClosedRange<Day>) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(DISTINCT day) FROM check_in WHERE day BETWEEN ? AND ? AND removed = 0"),
      arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
  }

  /// What was practised over some days, skill by skill.
  package func practice(in days: ClosedRange<Day>) throws -> PractisedRange {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT skill, count(DISTINCT day), coalesce(sum(minutes), 0) FROM check_in
          WHERE day BETWEEN ? AND ? AND removed = 0 GROUP BY skill
          """), arguments: [days.lowerBound.iso, days.upperBound.iso])
    var range = PractisedRange()
    while let row = try rows.next() {
      let skill: String = try row.decode(atIndex: 0)
      range.sessions[skill] = try row.decode(Int.self, atIndex: 1)
      range.minutes[skill] = try row.decode(Int.self, atIndex: 2)
    }
    return range
  }

  package func totals(
    of practice: PractisedRange, in days: ClosedRange<Day>
  ) throws -> Report.Totals {
    var totals = Report.Totals()
    totals.sessions = practice.sessions.values.reduce(0, +)
    totals.minutes = practice.minutes.values.reduce(0, +)
    totals.activeDays = try activeDays(in: days)
    totals.itemsDone =
      try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM item_progress WHERE state = 'done' AND day BETWEEN ? AND ?"),
        arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
    return totals
  }
}

/// What was practised over some days, by skill; nothing for one that was not.
package struct PractisedRange {
  /// Days on which it was.
  package var sessions: [String: Int] = [:]
  package var minutes: [String: Int] = [:]
}

extension Day {
  /// The days of a text that holds nothing but them, one behind the other.
  fileprivate static func set(joined text: String) -> Set<Day> {
    var text = text
    return text.withUTF8 { utf8 in
      Set(
        stride(from: 0, to: utf8.count, by: isoLength).lazy.compactMap {
          Day(utf8: UnsafeBufferPointer(rebasing: utf8[$0..<min($0 + isoLength, utf8.count)]))
        })
    }
  }
}
