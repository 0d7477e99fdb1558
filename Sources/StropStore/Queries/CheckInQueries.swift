import GRDB
package import StropCore

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
}

extension Reader {
  /// Check-ins that are not removed, by day, then instant.
  package func checkIns(_ filter: CheckInFilter) throws -> [CheckIn] {
    var (condition, arguments) = Reader.condition(filter)
    if let limit = filter.limit { arguments += [limit] }
    return try checkIns(
      "\(condition) ORDER BY day DESC, at DESC, id DESC \(filter.limit == nil ? "" : "LIMIT ?")",
      arguments
    ).reversed()
  }

  /// Check-ins that name an item, by day, then instant.
  package func checkIns(ofItem slug: String) throws -> [CheckIn] {
    try checkIns("item = ? AND removed = 0 ORDER BY day, at, id", [slug])
  }

  package func checkInCount(_ filter: CheckInFilter) throws -> Int {
    let (condition, arguments) = Reader.condition(filter)
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM check_in WHERE \(condition)", arguments: arguments) ?? 0
  }

  private static func condition(_ filter: CheckInFilter) -> (String, StatementArguments) {
    var condition = "removed = 0"
    var arguments: StatementArguments = []
    if let skill = filter.skill {
      condition += " AND skill = ?"
      arguments += [skill]
    }
    if let days = filter.days {
      condition += " AND day BETWEEN ? AND ?"
      arguments += [days.lowerBound.iso, days.upperBound.iso]
    }
    return (condition, arguments)
  }

  /// A check-in, removed or not.
  package func checkIn(_ id: String) throws -> CheckIn? {
    try checkIns("id = ?", [id]).first
  }

  private func checkIns(_ condition: String, _ arguments: StatementArguments) throws -> [CheckIn] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, skill, item, day, at, zone, minutes, note, removed
        FROM check_in WHERE \(condition)
        """, arguments: arguments)
    var checkIns: [CheckIn] = []
    while let row = try rows.next() {
      checkIns.append(
        CheckIn(
          id: row[0], skill: row[1], item: row[2],
          moment: Moment(
            at: Instant(milliseconds: row[4]), zone: row[5], day: try row.day(3)),
          minutes: row[6], note: row[7], removed: row[8]))
    }
    return checkIns
  }

  /// What is attached to a check-in or an item, oldest first.
  package func evidence(of parent: Subject) throws -> [Evidence] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, kind, value, sha256 FROM evidence WHERE parent = ? ORDER BY clock, id
          """), arguments: [parent.text])
    var evidence: [Evidence] = []
    while let row = try rows.next() {
      guard let kind = Evidence.Kind(rawValue: row[1]) else { continue }
      evidence.append(
        Evidence(id: row[0], parent: parent, kind: kind, value: row[2], sha256: row[3]))
    }
    return evidence
  }

  /// How many check-ins of a skill over some days stand at each level.
  package func evidenceLevels(
    _ skill: String, in days: ClosedRange<Day>
  ) throws -> [EvidenceLevel: Int] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM evidence e WHERE e.parent = 'checkin/' || c.id), count(*)
          FROM check_in c WHERE skill = ? AND day BETWEEN ? AND ? AND removed = 0 GROUP BY 1
          """), arguments: [skill, days.lowerBound.iso, days.upperBound.iso])
    var levels: [EvidenceLevel: Int] = [:]
    while let row = try rows.next() { levels[row[0] ? .evidenced : .claimed] = row[1] }
    return levels
  }

  /// Ids of rows not removed that begin with `prefix`, in ascending order.
  package func ids(_ table: IdentifiedTable, beginningWith prefix: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM \(table.rawValue)
          WHERE id >= ? AND id < ? AND removed = 0 ORDER BY id
          """), arguments: [prefix, prefix + "~"])
  }
}

/// Tables whose rows go by a random id.
package enum IdentifiedTable: String, Sendable {
  case checkIn = "check_in"
  case skip
  case reminder
}

extension Reader {
  /// The shortest beginning of an id, of at least `Identifier.shortest` characters, that names it alone.
  package func shortID(_ id: String, in table: IdentifiedTable) throws -> String {
    let before = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT max(id) FROM \(table.rawValue) WHERE id < ? AND removed = 0"),
      arguments: [id])
    let after = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT min(id) FROM \(table.rawValue) WHERE id > ? AND removed = 0"),
      arguments: [id])
    return Identifier.shortened(id, among: [before, id, after].compactMap(\.self))
  }
}
