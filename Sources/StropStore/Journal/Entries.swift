import GRDB
package import StropCore

extension Reader {
  /// A subject's entries, and which of their batches are undone.
  func entries(of subject: Subject) throws -> (entries: [Entry], undone: Set<String>) {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT j.device, j.seq, j.batch, j.clock, j.at, j.zone,
            coalesce(b.undone, 0), t.id, t.parent, t.key, t.type, t.atom
          FROM journal j JOIN json_tree(j.fields) t LEFT JOIN batch b ON b.id = j.batch
          WHERE j.subject = ?
          ORDER BY j.clock, j.device, j.seq, t.id
          """),
      arguments: [subject.text])
    var entries: [Entry] = []
    var undone: Set<String> = []
    var tree = JSONTree()
    var head: Row?
    func finish() {
      guard let head else { return }
      entries.append(
        Entry(
          device: head[0], sequence: head[1], batch: head[2],
          clock: HybridClock(number: head[3]), at: Instant(milliseconds: head[4]), zone: head[5],
          patch: Patch(subject, tree.fields)))
    }
    while let row = try rows.next() {
      if row[8] == nil as Int64? {
        finish()
        head = row.copy()
        tree = JSONTree(root: row[7])
        if row[6] == true { undone.insert(row[2]) }
      } else {
        tree.add(id: row[7], parent: row[8], key: row[9], type: row[10], atom: row[11])
      }
    }
    finish()
    return (entries, undone)
  }

  /// What a subject's entries make of it; nil where it has no row.
  package func row(of subject: Subject) throws -> Fields? {
    let (entries, undone) = try entries(of: subject)
    return Fold.row(of: entries, undone: undone.contains)
  }

  /// The subjects that a batch touched, in the order of its entries, without its own.
  package func subjects(ofBatch batch: String) throws -> [Subject] {
    try String.fetchAll(
      db, sql: "SELECT subject FROM journal WHERE batch = ? ORDER BY clock, device, seq",
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

  mutating func add(id: Int64, parent: Int64, key: String?, type: String, atom: DatabaseValue) {
    guard let key, let path = groups.first(where: { $0.id == parent })?.path else { return }
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
    set(value, at: path.dropFirst(), key, in: &group)
    fields[first] = .group(group)
  }
}
