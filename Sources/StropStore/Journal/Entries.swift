import GRDB
package import StropCore

extension Reader {
  /// A subject's entries, and which of their batches are undone, since when.
  func entries(
    of subject: Subject
  ) throws -> (entries: [Entry], undone: [String: HybridClock]) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT j.device, j.seq, j.batch, j.clock, j.at, j.zone,
          CASE WHEN b.undone = 1 THEN b.changed END, t.id, t.parent, t.key, t.type, t.atom
        FROM journal j JOIN json_tree(j.fields) t LEFT JOIN batch b ON b.id = j.batch
        WHERE j.subject = ?
        ORDER BY j.clock, j.device, j.seq, t.id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [subject.text])
    // Past GRDB's `Row`, as `Table.row` is: every fold of everything comes through here.
    let row = statement.sqliteStatement
    func text(_ column: CInt) throws -> String { try String(sqliteStatement: row, notNull: column) }
    func integer(_ column: CInt) -> Int64 { Int64(sqliteStatement: row, index: column) }
    func value(_ column: CInt) -> DatabaseValue {
      DatabaseValue(sqliteStatement: row, index: column)
    }
    var entries: [Entry] = []
    var undone: [String: HybridClock] = [:]
    var tree = JSONTree()
    // Makes the entry once its fields are there.
    var entry: ((Fields) -> Entry)?
    while try rows.next() != nil {
      let parent = value(8)
      guard parent.isNull else {
        tree.add(
          id: integer(7), parent: Int64.fromDatabaseValue(parent) ?? 0, key: try text(9),
          type: try text(10), atom: value(11))
        continue
      }
      if let entry { entries.append(entry(tree.fields)) }
      let (device, sequence, batch) = (try text(0), integer(1), try text(2))
      let (clock, at, zone) = (integer(3), integer(4), try text(5))
      entry = { fields in
        Entry(
          device: device, sequence: sequence, batch: batch, clock: HybridClock(number: clock),
          at: Instant(milliseconds: at), zone: zone, patch: Patch(subject, fields))
      }
      tree = JSONTree(root: integer(7))
      if !value(6).isNull { undone[batch] = HybridClock(number: integer(6)) }
    }
    if let entry { entries.append(entry(tree.fields)) }
    return (entries, undone)
  }

  /// What a subject's entries make of it; nil where it has no row.
  package func row(of subject: Subject) throws -> Fields? {
    let (entries, undone) = try entries(of: subject)
    return Fold.row(of: entries, undone: { undone[$0] })
  }

  /// The subjects that a batch touched, in the order of its entries, without its own.
  package func subjects(ofBatch batch: String) throws -> [Subject] {
    try String.fetchAll(
      db,
      sql: """
        SELECT subject FROM journal WHERE batch = ? GROUP BY subject ORDER BY min(clock), device, min(seq)
        """,
      arguments: [batch]
    ).compactMap { Subject($0) }.filter { $0.type != Batch.type }
  }
}

/// Puts together the fields of an entry from the rows of SQLite's `json_tree`, parents first.
private struct JSONTree {
  private var groups: [(id: Int64, path: [String])] = []
  private(set) var fields = Fields()

  init() {}

  init(root: Int64) {
    groups = [(root, [])]
  }

  mutating func add(id: Int64, parent: Int64, key: String, type: String, atom: DatabaseValue) {
    guard let path = groups.first(where: { $0.id == parent })?.path else { return }
    let value: Value
    switch type {
    case "object":
      groups.append((id, path + [key]))
      value = .group([:])
    case "true": value = .bool(true)
    case "false": value = .bool(false)
    case "integer": value = Int64.fromDatabaseValue(atom).map(Value.integer) ?? .null
    case "real": value = Double.fromDatabaseValue(atom).map(Value.real) ?? .null
    case "text": value = String.fromDatabaseValue(atom).map(Value.text) ?? .null
    default: value = .null
    }
    JSONTree.set(value, at: path[...], key, in: &fields)
  }

  private static func set(
    _ value: Value, at path: ArraySlice<String>, _ key: String, in fields: inout Fields
  ) {
    guard let first = path.first else {
      fields[key] = value
      return
    }
    var group = fields[first]?.group ?? [:]
    // Else the group would be copied for each of its members.
    fields[first] = nil
    set(value, at: path.dropFirst(), key, in: &group)
    fields[first] = .group(group)
  }
}
