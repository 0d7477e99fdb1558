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

  /// Those of some days that were practised at all.
  ///
  /// `known`: days of which that is known already, which then are not looked for.
  package func practisedDays(in days: ClosedRange<Day>, known: Set<Day>) throws -> Set<Day> {
    // From one day to the next along the index: what it costs does not grow with what was done on them.
    let next = try db.cachedStatement(
      sql: "SELECT min(day) FROM check_in WHERE day >= ? AND removed = 0")
    var practised = known.filter(days.contains)
    var day = days.lowerBound
    while true {
      while practised.contains(day) { day = day + 1 }
      guard day <= days.upperBound,
        let found = try String.fetchOne(next, arguments: [day.iso]).flatMap({ Day(iso: $0) }),
        found <= days.upperBound
      else { return practised }
      practised.insert(found)
      day = found + 1
    }
  }

  /// How many of some days were practised at all.
  package func activeDays(in days: ClosedRange<Day>) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(DISTINCT day) FROM check_in WHERE day BETWEEN ? AND ? AND removed = 0"),
      arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
  }

  /// What was practised over some days, by skill and day.
  package func practice(in days: ClosedRange<Day>) throws -> PractisedDays {
    // Skill by skill along the index, which needs no sorting; of each, one text: a row for each of some thousand
    // days would cost ten times that.
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT skill, group_concat(day || coalesce(minutes, 0), ' ')
          FROM check_in INDEXED BY check_in_by_skill
          WHERE skill IN (
            WITH RECURSIVE practised(slug) AS (
              SELECT min(skill) FROM check_in WHERE removed = 0
              UNION ALL
              SELECT (SELECT min(skill) FROM check_in WHERE removed = 0 AND skill > slug)
              FROM practised WHERE slug IS NOT NULL)
            SELECT slug FROM practised)
            AND day BETWEEN ? AND ? AND removed = 0
          GROUP BY skill
          """), arguments: [days.lowerBound.iso, days.upperBound.iso])
    var practice = PractisedDays()
    while let row = try rows.next() {
      practice.add(
        try row.decode(atIndex: 0), PractisedDays.Practised.read(try row.decode(atIndex: 1)))
    }
    return practice
  }

  /// The notes of some days, by day, then instant.
  package func notes(in days: ClosedRange<Day>) throws -> [Report.Note] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, skill, minutes, note FROM check_in
          WHERE day BETWEEN ? AND ? AND removed = 0 AND note IS NOT NULL ORDER BY day, at, id
          """), arguments: [days.lowerBound.iso, days.upperBound.iso])
    var notes: [Report.Note] = []
    while let row = try rows.next() {
      guard let day = Day(iso: try row.decode(String.self, atIndex: 0)) else { continue }
      notes.append(
        Report.Note(
          day: day, skill: try row.decode(atIndex: 1), minutes: try row.decode(atIndex: 2),
          text: try row.decode(atIndex: 3)))
    }
    return notes
  }

  /// The newest notes, newest first.
  package func newestNotes(limit: Int) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT note FROM check_in WHERE removed = 0 AND note IS NOT NULL
        ORDER BY day DESC, at DESC, id DESC LIMIT ?
        """, arguments: [limit])
  }

  /// How many items were finished over some days.
  package func finishedItemCount(in days: ClosedRange<Day>) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM item_progress WHERE state = 'done' AND day BETWEEN ? AND ?"),
      arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
  }
}

extension PractisedDays.Practised {
  /// Reads days with the minutes behind each, with a space between them: `2026-11-2545 2026-11-260`.
  fileprivate static func read(_ text: String) -> [Self] {
    var text = text
    return text.withUTF8 { utf8 in
      utf8.split(separator: UInt8(ascii: " ")).compactMap { part in
        let head = part.prefix(Day.isoLength)
        guard let day = Day(utf8: UnsafeBufferPointer(rebasing: head)) else { return nil }
        let minutes = part.dropFirst(Day.isoLength).reduce(0) {
          $0 * 10 + Int($1 &- UInt8(ascii: "0"))
        }
        return Self(day: day, minutes: minutes)
      }
    }
  }
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
