import GRDB
package import StropCore

/// A kind of subject, declared once: its table's columns with the field that each takes, and its
/// indexes. Making the table, writing a folded row and reading it back all come from this.
package struct Kind<Value: Sendable>: Sendable {
  let table: Table
  let read: @Sendable (_ id: String, Fields) -> Value?
  /// What the columns take from a value.
  let kept: @Sendable (Value) -> Fields

  /// `table`: the table's name; `key`: of the column that holds the subject's key.
  /// `accepts`: which subjects of the type are folded into this table; shipped rows lie in it too.
  /// `read`: the value in a folded row; `kept`: the fields for the columns, from which it is read back.
  /// `identified`: `Value`, where its records go by random ids.
  init(
    _ type: String, table: String, key: String = "id",
    identified: (any IdentifiedRecord.Type)? = nil, columns: [Column], indexes: [String] = [],
    accepts: @escaping @Sendable (_ id: String) -> Bool = { _ in true },
    read: @escaping @Sendable (_ id: String, Fields) -> Value?,
    kept: @escaping @Sendable (Value) -> Fields
  ) {
    self.read = read
    self.kept = kept
    self.table = Table(
      name: table, type: type, key: key, identified: identified, columns: columns,
      indexes: indexes, accepts: accepts
    ) { id, row in
      read(id, row).map(kept)
    }
  }

  /// What the names of its subjects begin with.
  package var type: String { table.type }

  /// The fields of a value as a screen shows them, in the order of the columns.
  @Sendable package func fields(of value: Value) -> [RecordField] { table.shown(kept(value)) }

  /// Writes a shipped value.
  func insert(_ value: Value, _ id: String, in db: Database) throws {
    try table.insert(id, kept(value), in: db)
  }
}

extension Kind where Value: StropCore.Record {
  /// `columns`: of the fields of `Value`, of `EntryFact`s, and of what `derived` adds for queries.
  init(
    _ table: String, key: String = "id", columns: [Column],
    indexes: [String] = [],
    accepts: @escaping @Sendable (_ id: String) -> Bool = { _ in true },
    derived: @escaping @Sendable (Value) -> Fields = { _ in [:] }
  ) {
    self.init(
      Value.type, table: table, key: key, columns: columns,
      indexes: indexes, accepts: accepts, read: { Value(id: $0, row: $1) },
      kept: { $0.fields.merging(derived($0)) { $1 } })
  }
}

extension Kind where Value: IdentifiedRecord {
  // An overload, since asking at run time whether a type conforms would be paid for by every start.
  init(_ table: String, columns: [Column], indexes: [String] = []) {
    self.init(
      Value.type, table: table, identified: Value.self, columns: columns, indexes: indexes,
      read: { Value(id: $0, row: $1) }, kept: \.fields)
  }
}

extension Reader {
  /// The values of a kind, as `rest` says: `WHERE … ORDER BY … LIMIT …`.
  func all<Value>(
    _ kind: Kind<Value>, _ rest: String = "", _ arguments: StatementArguments = []
  ) throws -> [Value] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(kind.table.selection) FROM \(kind.table.name) \(rest)")
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var values: [Value] = []
    while try rows.next() != nil {
      let (id, fields) = try kind.table.row(at: statement.sqliteStatement)
      guard let value = kind.read(id, fields) else {
        throw StoreError.damaged("\(kind.table.name) has a row that is none: \(id)")
      }
      values.append(value)
    }
    return values
  }

  /// The value under a key, removed or not; nil where there is none.
  package func one<Value>(_ kind: Kind<Value>, _ id: String) throws -> Value? {
    try all(kind, "WHERE \"\(kind.table.key)\" = ?", [id]).first
  }

  /// Ids of a kind, not removed, that begin with `prefix`, in ascending order.
  package func ids<Value>(_ kind: Kind<Value>, beginningWith prefix: String) throws -> [String] {
    try ids(in: kind.table, beginningWith: prefix)
  }

  /// The shortest beginning of an id, of at least `Identifier.shortest` characters, that names it alone.
  package func shortID<Value>(_ id: String, in kind: Kind<Value>) throws -> String {
    try shortID(id, in: kind.table)
  }

  /// A value as a list shows it.
  package func listed<Value: StropCore.Record>(
    _ value: Value, _ kind: Kind<Value>
  ) throws -> Listed<Value> {
    Listed(value, shortID: try shortID(value.id, in: kind), fields: kind.fields(of:))
  }

  func ids(in table: Table, beginningWith prefix: String) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM \(table.live) AND id >= ? AND id < ? ORDER BY id"),
      arguments: [prefix, prefix + "~"])
  }

  func shortID(_ id: String, in table: Table) throws -> String {
    // Of another form, such as an arXiv id, it is said whole.
    guard Identifier.isWhole(id) else { return id }
    let before = try String.fetchOne(
      db.cachedStatement(sql: "SELECT max(id) FROM \(table.live) AND id < ?"), arguments: [id])
    let after = try String.fetchOne(
      db.cachedStatement(sql: "SELECT min(id) FROM \(table.live) AND id > ?"), arguments: [id])
    return Identifier.shortened(id, among: [before, id, after].compactMap(\.self))
  }
}
