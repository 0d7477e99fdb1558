import GRDB

/// The database's shape, as SQL that is never edited once released: a change is a new migration.
enum Schema {
  /// Marks the file as strop's: "strp" in ASCII.
  private static let applicationID: Int32 = 0x7374_7270

  private static let migrations = [
    initialMigration, ownChecklistMigration, reminderMigration,
  ]

  static let current = migrations.count

  /// How many migrations the file has had; 0 for a new, empty file.
  ///
  /// - Throws: `StoreError.foreign` for another program's database, `.newer` for a later strop's.
  static func version(_ db: Database) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application != applicationID {
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard application == 0, version == 0, tables == 0 else { throw StoreError.foreign }
    }
    guard version <= current else { throw StoreError.newer(found: version, known: current) }
    return version
  }

  /// Must run in an immediate transaction: two first runs at once make one database.
  static func migrate(_ db: Database) throws {
    let version = try version(db)
    guard version < current else { return }
    for migration in migrations[version...] { try db.execute(sql: migration) }
    // Entries of kinds that an older program kept without knowing them come alive.
    if version > 0 { try Projection.foldAll(db) }
    try db.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(current)")
  }
}
