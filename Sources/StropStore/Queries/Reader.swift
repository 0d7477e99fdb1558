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

  /// What SQLite says of the file, line by line; `ok` where all is well.
  package func integrityCheck() throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check")
  }

  /// Nil where the journal is empty.
  package func newestClock() throws -> HybridClock? {
    try Int64.fetchOne(db, sql: "SELECT max(clock) FROM journal").map(HybridClock.init(number:))
  }

  package func journalCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM journal") ?? 0
  }
}
