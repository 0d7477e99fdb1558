import GRDB
package import StropCore

extension Reader {
  /// Days on which `skill` was practised, from the week of `since` on; all where nil.
  package func practisedDays(_ skill: String, since: Day?) throws -> DaySet {
    let statement = try db.cachedStatement(
      sql: """
        SELECT monday, \(PractisedWeeks.days)
        FROM practised_week WHERE skill = ? AND monday >= ? ORDER BY monday
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [skill, (since ?? Day.first).week.monday.iso])
    // Past GRDB's `Row`, as `Table.row` is: there are some hundred rows.
    let row = statement.sqliteStatement
    var days = DaySet()
    while try rows.next() != nil {
      days.insert(
        try PractisedWeeks.week(row, column: 0), days: PractisedWeeks.days(row, column: 1))
    }
    return days
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
  package func practisedDays(in days: ClosedRange<Day>, known: DaySet) throws -> [Day] {
    // From one day to the next along the index: what it costs does not grow with what was done on them.
    let next = try db.cachedStatement(
      sql: "SELECT min(day) FROM check_in WHERE day >= ? AND removed = 0")
    var practised: [Day] = []
    var day = days.lowerBound
    while day <= days.upperBound {
      if !known.contains(day) {
        let found = try String.fetchOne(next, arguments: [day.iso]).flatMap { Day(iso: $0) }
        guard let found, found <= days.upperBound else { break }
        day = found
      }
      practised.append(day)
      day = day + 1
    }
    return practised
  }

  /// How many of some days were practised at all.
  package func activeDays(in days: ClosedRange<Day>) throws -> Int {
    try practisedDays(in: days, known: DaySet()).count
  }

  /// What was practised over some days, by skill and day.
  package func practice(in days: ClosedRange<Day>) throws -> PractisedDays {
    // Skill by skill, since rows of other weeks lie between those of two skills.
    let statement = try db.cachedStatement(
      sql: """
        SELECT skill, monday, mon, tue, wed, thu, fri, sat, sun FROM practised_week
        WHERE skill IN (
          WITH RECURSIVE practised(slug) AS (
            SELECT min(skill) FROM practised_week
            UNION ALL
            SELECT (SELECT min(skill) FROM practised_week WHERE skill > slug)
            FROM practised WHERE slug IS NOT NULL)
          SELECT slug FROM practised)
          AND monday BETWEEN ? AND ?
        ORDER BY skill, monday
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [days.lowerBound.week.monday.iso, days.upperBound.iso])
    let row = statement.sqliteStatement
    var bySkill: [(skill: String, practised: [PractisedDays.Practised])] = []
    while try rows.next() != nil {
      let skill = try String(sqliteStatement: row, notNull: 0)
      let week = try PractisedWeeks.week(row, column: 1)
      if bySkill.last?.skill != skill { bySkill.append((skill, [])) }
      for (index, day) in week.days.enumerated() {
        let minutes = DatabaseValue(sqliteStatement: row, index: CInt(2 + index))
        guard let minutes = Int.fromDatabaseValue(minutes), days.contains(day) else { continue }
        bySkill[bySkill.count - 1].practised.append(.init(day: day, minutes: minutes))
      }
    }
    var practice = PractisedDays()
    for (skill, practised) in bySkill { practice.add(skill, practised) }
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
