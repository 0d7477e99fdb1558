import GRDB
package import StropCore

/// Focused queries over one moment of the database.
package struct Reader {
  let db: Database

  /// A fact that means nothing on another machine.
  package func local(_ key: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM local WHERE key = ?"), arguments: [key])
  }

  /// What `device` has set.
  package func settings(device: String) throws -> [String: String] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT key, value FROM setting WHERE device = ?"),
      arguments: [device])
    var settings: [String: String] = [:]
    while let row = try rows.next() { settings[row[0]] = row[1] }
    return settings
  }

  /// The day of the first run, over all devices; nil before it.
  package func start() throws -> Day? {
    try String.fetchOne(db, sql: "SELECT day FROM start ORDER BY at, day LIMIT 1")
      .flatMap { Day(iso: $0) }
  }

  /// What SQLite says of the file, line by line; `ok` where all is well.
  package func integrityCheck() throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check")
  }

  package func journalCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM journal") ?? 0
  }
}

extension Row {
  /// A column that the schema promises to be a day.
  func day(_ index: Int) throws -> Day {
    guard let day = (self[index] as String?).flatMap({ Day(iso: $0) }) else {
      throw StoreError.damaged("not a day in column \(index)")
    }
    return day
  }
}
