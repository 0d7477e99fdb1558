import GRDB
import StropCore

/// The database's shape. The journal and local facts come from migrations; folded tables from `Kinds`,
/// and are made anew where they are others than those.
enum Schema {
  /// Marks the file as strop's: "strp" in ASCII.
  private static let applicationID: Int32 = 0x7374_7270

  /// SQL that is never edited once released: a change is a new migration.
  private static let migrations = [
    journalMigration, noMigration, deliveryMigration, declaredTablesMigration, triesMigration,
    sharedMigration,
  ]

  static let current = migrations.count

  /// Where the file keeps `Kinds.fingerprint` of its tables, and their names.
  private static let shape = "folded-shape"
  private static let tables = "folded-tables"

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
    guard version >= 0 else { throw StoreError.damaged("its format is \(version)") }
    return version
  }

  /// Whether the file is as this program wants it.
  static func isCurrent(_ db: Database) throws -> Bool {
    try version(db) == current && Reader(db: db).local(shape) == Kinds.fingerprint
  }

  /// Must run in an immediate transaction: two first runs at once make one database.
  ///
  /// `tell`: told how far it has come.
  static func bringUpToDate(
    _ db: Database, telling tell: @escaping (WorkProgress) -> Void = { _ in }
  ) throws {
    let version = try version(db)
    if version < current {
      for migration in migrations[version...] { try db.execute(sql: migration) }
      try db.execute(
        sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(current)")
    }
    if try !isCurrent(db) { try makeTables(db, telling: tell) }
  }

  /// Drops the folded tables, makes those that are declared, and folds the journal into them; so entries
  /// of kinds that an older program kept without knowing them come alive.
  private static func makeTables(_ db: Database, telling tell: @escaping (WorkProgress) -> Void)
    throws
  {
    let reader = Reader(db: db)
    let former = try reader.local(tables)?.split(separator: " ").map(String.init) ?? []
    for table in Set(former + Kinds.names) {
      try db.execute(sql: "DROP TABLE IF EXISTS \"\(table)\"")
    }
    for statement in Kinds.creation { try db.execute(sql: statement) }
    try Projection.foldAll(db, telling: tell)
    // What is shipped has to be loaded again.
    try db.execute(sql: "DELETE FROM local WHERE key = 'curriculum'")
    try setLocal(tables, Kinds.names.joined(separator: " "), db)
    try setLocal(shape, Kinds.fingerprint, db)
  }

  /// Remembers a fact that means nothing on another machine.
  static func setLocal(_ key: String, _ value: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO local VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [key, value])
  }
}
