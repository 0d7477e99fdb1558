import GRDB
package import StropCore

// Records of any kind that goes by random ids.
extension Reader {
  /// Records whose ids begin with `prefix`, whether they still count or not.
  package func records(beginningWith prefix: String) throws -> [Subject] {
    try Kinds.tables.filter { $0.identified != nil }.flatMap { table in
      try String.fetchAll(
        db.cachedStatement(
          sql: "SELECT DISTINCT subject FROM journal WHERE subject >= ? AND subject < ?"),
        arguments: [Subject(table.type, prefix).text, Subject(table.type, prefix + "~").text]
      ).compactMap { Subject($0) }
    }
  }

  /// The records that were written to last, newest first; none that is removed or undone.
  package func newestRecords(limit: Int) throws -> [Subject] {
    let names = try String.fetchCursor(
      db, sql: "SELECT subject FROM journal ORDER BY clock DESC, device DESC, seq DESC")
    var records: [Subject] = []
    var seen: Set<String> = []
    while records.count < limit, let name = try names.next() {
      guard seen.insert(name).inserted, let record = Subject(name), kind(of: record) != nil,
        try isKept(record)
      else { continue }
      records.append(record)
    }
    return records
  }

  /// What a record is; nil where this program does not know its type.
  package func kind(of record: Subject) -> (any IdentifiedRecord.Type)? {
    Kinds.tables(of: record.type).first?.identified
  }

  /// Whether a record is there and not removed.
  package func isKept(_ record: Subject) throws -> Bool {
    try Kinds.tables(of: record.type).contains {
      try ids(in: $0, beginningWith: record.key) == [record.key]
    }
  }

  /// The shortest beginning of a record's id that names it alone among those of its kind.
  package func shortID(of record: Subject) throws -> String {
    try Kinds.tables(of: record.type).first.map { try shortID(record.key, in: $0) } ?? record.key
  }

  package func history(of record: Subject) throws -> RecordHistory {
    let entries = try entries(of: record).entries
    let batches = try Set(entries.map(\.batch)).flatMap {
      try self.entries(of: Subject(Batch.type, $0)).entries
    }
    return RecordHistory(entries: entries, batches: batches)
  }

  /// The fields of a record's folded row, in the order in which its kind declares them.
  package func fields(of record: Subject, row: Fields) -> [RecordField] {
    Kinds.tables(of: record.type).first?.shown(record.key, row) ?? []
  }
}
