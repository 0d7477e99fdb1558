import GRDB
package import StropCore

extension Reader {
  /// Days on which `skill` was practised, from `since` (all where nil) up to `until`.
  package func practisedDays(_ skill: String, since: Day?, until: Day? = nil) throws -> Set<Day> {
    try Day.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT day FROM check_in
          WHERE skill = ? AND removed = 0 AND day >= ? AND day <= ?
          """),
      arguments: [skill, since?.iso ?? "", until?.iso ?? "9999-12-31"])
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

  /// Minutes given for a skill on each of some days; nothing where there were none.
  package func minutesByDay(_ skill: String, in days: ClosedRange<Day>) throws -> [Day: Int] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, sum(minutes) FROM check_in
          WHERE skill = ? AND day BETWEEN ? AND ? AND removed = 0 AND minutes IS NOT NULL
          GROUP BY day
          """), arguments: [skill, days.lowerBound.iso, days.upperBound.iso])
    var minutes: [Day: Int] = [:]
    while let row = try rows.next() { minutes[row[0]] = row[1] }
    return minutes
  }

  /// Skills practised over some days.
  package func practisedSkills(in days: ClosedRange<Day>) throws -> Set<String> {
    try Set(
      String.fetchAll(
        db,
        sql: "SELECT DISTINCT skill FROM check_in WHERE day BETWEEN ? AND ? AND removed = 0",
        arguments: [days.lowerBound.iso, days.upperBound.iso]))
  }

  package func totals(in days: ClosedRange<Day>) throws -> Report.Totals {
    var totals = Report.Totals()
    let arguments: StatementArguments = [days.lowerBound.iso, days.upperBound.iso]
    if let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(DISTINCT skill || ' ' || day), coalesce(sum(minutes), 0),
            count(DISTINCT day)
          FROM check_in WHERE day BETWEEN ? AND ? AND removed = 0
          """), arguments: arguments)
    {
      totals.sessions = row[0]
      totals.minutes = row[1]
      totals.activeDays = row[2]
    }
    totals.itemsDone =
      try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM item_progress WHERE state = 'done' AND day BETWEEN ? AND ?"),
        arguments: arguments) ?? 0
    return totals
  }
}
