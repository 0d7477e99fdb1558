import GRDB
import StropCore

/// The minutes of each skill on each day, a week a row: `practised_week`, summed up from `check_in`.
///
/// So what a streak or a report costs does not grow with the check-ins of a day. It is a cache, made anew
/// with the tables of `Kinds`, but none of them: no subject is folded into one of its rows.
enum PractisedWeeks {
  static let table = "practised_week"

  /// A day's column is null where the skill was not practised, and 0 where no minutes were given.
  static let creation = """
    CREATE TABLE practised_week (
      skill TEXT NOT NULL, monday TEXT NOT NULL,
      mon INTEGER, tue INTEGER, wed INTEGER, thu INTEGER, fri INTEGER, sat INTEGER, sun INTEGER,
      PRIMARY KEY (skill, monday)
    ) STRICT, WITHOUT ROWID
    """

  /// A row's practised days as a number, in SQL: a bit each, Monday the lowest.
  static let days = """
    (mon IS NOT NULL) + 2 * (tue IS NOT NULL) + 4 * (wed IS NOT NULL) + 8 * (thu IS NOT NULL)
    + 16 * (fri IS NOT NULL) + 32 * (sat IS NOT NULL) + 64 * (sun IS NOT NULL)
    """

  /// The week whose Monday a column holds.
  ///
  /// - Throws: `StoreError.damaged`.
  static func week(_ statement: SQLiteStatement, column: CInt) throws -> Week {
    guard let monday = Day(iso: try String(sqliteStatement: statement, notNull: column)) else {
      throw StoreError.damaged("practised_week has a row of no week")
    }
    return monday.week
  }

  /// What `days` selected.
  static func days(_ statement: SQLiteStatement, column: CInt) -> UInt8 {
    UInt8(truncatingIfNeeded: Int64(sqliteStatement: statement, index: column))
  }

  /// The weeks of skills that some folding touches.
  struct Touched {
    private var weeks: [(skill: String, week: Week)] = []

    /// Takes up the week that a check-in's row counts to now, if it has one: before it is folded, and after.
    mutating func add(_ id: String, in db: Database) throws {
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT skill, day FROM check_in WHERE id = ?"), arguments: [id])
      while let row = try rows.next() {
        guard let day = Day(iso: try row.decode(String.self, atIndex: 1)) else { continue }
        weeks.append((try row.decode(atIndex: 0), day.week))
      }
    }

    /// Sums the weeks up anew, once their check-ins are folded.
    func refresh(in db: Database) throws {
      var last: (skill: String, week: Week)?
      for touched in weeks.sorted(by: <) where last.map({ $0 != touched }) ?? true {
        try PractisedWeeks.refresh(touched.skill, touched.week, in: db)
        last = touched
      }
    }
  }

  private static func refresh(_ skill: String, _ week: Week, in db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, sum(coalesce(minutes, 0)) FROM check_in
          WHERE skill = ? AND day BETWEEN ? AND ? AND removed = 0 GROUP BY day
          """),
      arguments: [skill, week.monday.iso, min(week.sunday, Day.last).iso])
    var minutes = [Int?](repeating: nil, count: Weekday.allCases.count)
    while let row = try rows.next() {
      guard let day = Day(iso: try row.decode(String.self, atIndex: 0)) else { continue }
      minutes[day.weekday.rawValue] = try row.decode(atIndex: 1)
    }
    if minutes.allSatisfy({ $0 == nil }) {
      try db.cachedStatement(sql: "DELETE FROM practised_week WHERE skill = ? AND monday = ?")
        .execute(arguments: [skill, week.monday.iso])
    } else {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO practised_week VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [skill, week.monday.iso] + StatementArguments(minutes))
    }
  }
}
