import GRDB
import StropCore

/// A folded table, as its `Kind` declares it. It is a cache: what is in it can be folded again.
struct Table: Sendable {
  let name: String
  /// Of the subjects whose rows it holds.
  let type: String
  /// The column of the subject's key.
  let key: String
  /// What its rows are, where they go by random ids.
  let identified: (any IdentifiedRecord.Type)?
  let columns: [Column]
  /// Each as `NAME ON (COLUMN, …) WHERE …`.
  let indexes: [String]
  /// Which subjects of the type are folded into it; the rows of others are not touched.
  private let accepts: @Sendable (_ id: String) -> Bool
  /// What is kept of a subject's folded row; nil where it makes no value.
  private let kept: @Sendable (_ id: String, Fields) -> Fields?

  /// The columns in SELECT, the key first.
  let selection: String
  private let insertion: String
  private let deletion: String

  init(
    name: String, type: String, key: String, identified: (any IdentifiedRecord.Type)?,
    columns: [Column],
    indexes: [String], accepts: @escaping @Sendable (_ id: String) -> Bool,
    kept: @escaping @Sendable (_ id: String, Fields) -> Fields?
  ) {
    self.name = name
    self.type = type
    self.key = key
    self.identified = identified
    self.columns = columns
    self.indexes = indexes
    self.accepts = accepts
    self.kept = kept
    var selection = "\"" + key
    var marks = "?"
    for column in columns {
      selection += "\", \"" + column.name
      marks += ", ?"
    }
    self.selection = selection + "\""
    insertion =
      "INSERT OR REPLACE INTO " + name + " (" + self.selection + ") VALUES (" + marks + ")"
    deletion = "DELETE FROM " + name + " WHERE \"" + key + "\" = ?"
  }

  /// The table with what is not removed, in FROM; another condition may follow with AND.
  var live: String {
    name + (columns.contains { $0.name == Field.removed } ? " WHERE removed = 0" : " WHERE 1")
  }

  /// Whether shipped rows lie in it beside the user's own.
  var holdsShipped: Bool { columns.contains { $0.name == Column.own.name } }

  /// The table without what is shipped, in FROM.
  var folded: String { name + (holdsShipped ? " WHERE own = 1" : "") }

  /// The statements that make it.
  var creation: [String] {
    let definitions = ["\"\(key)\" TEXT NOT NULL PRIMARY KEY"] + columns.map(\.definition)
    return [
      "CREATE TABLE \(name) (\(definitions.joined(separator: ", "))) STRICT, WITHOUT ROWID"
    ]
      + indexes.map { index in
        "CREATE INDEX " + index.replacing(" ON ", with: " ON \(name) ", maxReplacements: 1)
      }
  }

  /// Takes up all that the declaration says: a change makes the rows worth folding anew.
  func feed(_ fingerprint: inout Fingerprint) {
    for text in [name, type, key] + indexes { fingerprint.take(text) }
    for column in columns {
      fingerprint.take(column.name)
      fingerprint.take(column.form.rawValue)
      fingerprint.take(column.group ?? "")
      fingerprint.take(column.field)
      fingerprint.take(column.isRequired ? "required" : "")
      fingerprint.take(column.check ?? "")
    }
  }

  /// Writes a subject's folded row, or takes it away where it has none any more.
  ///
  /// `facts`: of its entries (see `EntryFact`).
  func put(_ id: String, _ folded: Fields?, facts: Fields, in db: Database) throws {
    guard accepts(id) else { return }
    if let row = folded.flatMap({ kept(id, $0.merging(facts) { $1 }) }) {
      try insert(id, row.merging(facts) { $1 }, in: db)
    } else {
      try db.cachedStatement(sql: deletion).execute(arguments: [id])
    }
  }

  /// The fields of a folded row as a screen shows them; empty where it makes no value.
  func shown(_ id: String, _ folded: Fields) -> [RecordField] {
    kept(id, folded).map(shown) ?? []
  }

  /// In the order of the columns, without what a row's entries tell of themselves.
  func shown(_ row: Fields) -> [RecordField] {
    columns.filter { $0.name != Field.removed && !EntryFact.isName($0.field) }.map {
      RecordField(name: $0.field, content: $0.content(in: row))
    }
  }

  /// Writes a row as it is.
  func insert(_ id: String, _ row: Fields, in db: Database) throws {
    let values = [id.databaseValue] + columns.map { $0.value(in: row) }
    try db.cachedStatement(sql: insertion).execute(arguments: StatementArguments(values))
  }

  /// The key and the fields of the row that a statement, which selects `selection`, stands at.
  ///
  /// Past GRDB's `Row`, whose generic access costs ten times as much.
  ///
  /// - Throws: `StoreError.damaged` where there is no key.
  func row(at statement: SQLiteStatement) throws -> (id: String, fields: Fields) {
    var fields = Fields(minimumCapacity: columns.count)
    // Where the columns of a group stand together, it is put together once.
    var group: (name: String, fields: Fields)?
    func endGroup() {
      if let group, !group.fields.isEmpty { fields[group.name] = .group(group.fields) }
    }
    for (index, column) in columns.enumerated() {
      if column.group != group?.name {
        endGroup()
        group = column.group.map { ($0, fields[$0]?.group ?? [:]) }
      }
      guard
        let value = column.field(
          of: DatabaseValue(sqliteStatement: statement, index: CInt(index + 1)))
      else { continue }
      if column.group == nil {
        fields[column.field] = value
      } else {
        group?.fields[column.field] = value
      }
    }
    endGroup()
    return (try String(sqliteStatement: statement, notNull: 0), fields)
  }
}

extension String {
  /// A column that its declaration never lets be null; in a damaged file it can be.
  ///
  /// - Throws: `StoreError.damaged`.
  init(sqliteStatement statement: SQLiteStatement, notNull column: CInt) throws {
    switch DatabaseValue(sqliteStatement: statement, index: column).storage {
    case .string(let text): self = text
    case .int64(let number): self = String(number)
    case .null, .double, .blob: throw StoreError.damaged(StoreError.lacking)
    }
  }
}
