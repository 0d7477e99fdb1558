import GRDB
package import StropCore

extension Kind<CheckIn> {
  package static let checkIn = Kind(
    "check_in",
    columns: [
      .text("skill", required: true),
      .text("item"),
      .day("day", "when.day", check: "length(day) = 10"),
      .instant("at", "when.at", required: true),
      .text("zone", "when.zone", required: true),
      .integer("minutes", check: "minutes BETWEEN 1 AND 1440"),
      .text("note"),
      .removed,
    ],
    indexes: [
      // With `removed`, though it is 0 in all of them, since without it they would not be covering.
      "check_in_by_skill ON (skill, day, minutes, removed) WHERE removed = 0",
      // In the order of the log.
      "check_in_by_day ON (day, at, id, skill, minutes, removed) WHERE removed = 0",
      "check_in_removed ON (id) WHERE removed = 1",
      // An item that was practised is in work.
      "check_in_by_item ON (item, day) WHERE item IS NOT NULL AND removed = 0",
    ])
}

/// Which check-ins to list.
package struct CheckInFilter: Sendable {
  package var skill: String?
  package var days: ClosedRange<Day>?
  /// The newest ones only.
  package var limit: Int?

  package init(skill: String? = nil, days: ClosedRange<Day>? = nil, limit: Int? = nil) {
    self.skill = skill
    self.days = days
    self.limit = limit
  }

  fileprivate var condition: (sql: String, arguments: StatementArguments) {
    var sql = "WHERE removed = 0"
    var arguments: StatementArguments = []
    if let skill {
      sql += " AND skill = ?"
      arguments += [skill]
    }
    if let days {
      sql += " AND day BETWEEN ? AND ?"
      arguments += [days.lowerBound.iso, days.upperBound.iso]
    }
    return (sql, arguments)
  }
}

extension Reader {
  /// Check-ins that are not removed, by day, then instant.
  package func checkIns(_ filter: CheckInFilter) throws -> [CheckIn] {
    var (condition, arguments) = filter.condition
    condition += " ORDER BY day DESC, at DESC, id DESC"
    if let limit = filter.limit {
      condition += " LIMIT ?"
      arguments += [limit]
    }
    return try all(.checkIn, condition, arguments).reversed()
  }

  /// Check-ins that name an item, by day, then instant.
  package func checkIns(ofItem slug: String) throws -> [CheckIn] {
    try all(.checkIn, "WHERE item = ? AND removed = 0 ORDER BY day, at, id", [slug])
  }

  /// How many check-ins are not removed; no further than to the filter's limit.
  package func checkInCount(_ filter: CheckInFilter) throws -> Int {
    var (condition, arguments) = filter.condition
    condition += " LIMIT ?"
    arguments += [filter.limit ?? -1]
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM check_in \(condition))", arguments: arguments)
      ?? 0
  }

  /// How the check-ins of each skill over some days are backed.
  package func checkInLevels(in days: ClosedRange<Day>) throws -> [String: LevelCounts] {
    var levels: [String: LevelCounts] = [:]
    try eachLevel(in: days, of: "count(*)") { skill, level, row in
      levels[skill, default: LevelCounts()][level] = try row.decode(atIndex: 2)
    }
    return levels
  }

  /// How the practice of each skill over some days is backed.
  package func practisedLevels(in days: ClosedRange<Day>) throws -> [String: PractisedLevels] {
    var levels: [String: PractisedLevels] = [:]
    let columns = "count(*), coalesce(sum(minutes), 0), count(DISTINCT day)"
    try eachLevel(in: days, of: columns) { skill, level, row in
      var ofSkill = levels[skill] ?? PractisedLevels()
      ofSkill.checkIns[level] = try row.decode(atIndex: 2)
      ofSkill.minutes[level] = try row.decode(atIndex: 3)
      ofSkill.days[level] = try row.decode(atIndex: 4)
      levels[skill] = ofSkill
    }
    return levels
  }

  /// Gives `body` each skill, each level at which it has check-ins, and a row in which `columns` begin at 2.
  private func eachLevel(
    in days: ClosedRange<Day>, of columns: String,
    _ body: (_ skill: String, _ level: EvidenceLevel, _ row: Row) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT skill,
            (SELECT max(checked IS NOT NULL AND problem IS NULL) FROM evidence e
             WHERE e.parent = 'checkin/' || c.id AND e.removed = 0) AS verified, \(columns)
          FROM check_in c WHERE day BETWEEN ? AND ? AND removed = 0 GROUP BY skill, verified
          """), arguments: [days.lowerBound.iso, days.upperBound.iso])
    while let row = try rows.next() {
      let isVerified: Bool? = try row.decode(atIndex: 1)
      try body(
        try row.decode(atIndex: 0), isVerified.map { $0 ? .verified : .evidenced } ?? .claimed, row)
    }
  }

  /// On how many of some days there was a check-in that is verified.
  package func verifiedDays(in days: ClosedRange<Day>) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(DISTINCT day) FROM check_in c
        WHERE day BETWEEN ? AND ? AND removed = 0 AND EXISTS (
          SELECT 1 FROM evidence e WHERE e.parent = 'checkin/' || c.id AND e.removed = 0
            AND e.checked IS NOT NULL AND e.problem IS NULL)
        """, arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
  }
}
