import GRDB
package import StropCore

extension Transaction {
  /// Takes in the lines of an export, all of them or none.
  ///
  /// `isExact`: whether white space between the parts of a line is refused, too, which exporting it would take
  /// away; `tell`: told how far it has come.
  /// - Throws: `ImportError`.
  package func importLines(
    of text: String, isExact: Bool = false,
    telling tell: @escaping (WorkProgress) -> Void = { _ in }
  ) throws -> ImportSummary {
    // By bytes: a note may hold line breaks of Unicode's, and a Character costs a hundred bytes.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .lazy.map(Substring.init)
    let size = Int64(text.utf8.count)
    var read: Int64 = 0
    // Ids are random, so each entry goes to other pages: with SQLite's own 2 MB most would be read again. And
    // once they do not fit any more, they go to the file, where nobody can read until all is done.
    try db.execute(sql: "PRAGMA cache_size = -\(Transaction.importCache >> 10)")
    var summary = ImportSummary()
    var touched: Set<Subject> = []
    for (index, text) in lines.enumerated() {
      read += Int64(text.utf8.count) + 1
      guard !text.utf8.allSatisfy(\.isBlank) else { continue }
      tell(WorkProgress(.readingJournal, read, of: size))
      let line = try parse(String(text), number: index + 1)
      // What is taken is exported again byte for byte, but for white space between its parts.
      guard try line.text == text || !isExact && line.text == minified(text) else {
        throw ImportError.malformed(line: index + 1, .notAsExported)
      }
      if try insert(line) {
        summary.taken += 1
        summary.devices.insert(line.device)
        touched.insert(line.subject)
      } else {
        try requireSame(line, number: index + 1)
        summary.known += 1
      }
    }
    var problems: [FieldProblem] = []
    try refold(touched, telling: tell) { entry in
      if problems.count < 100, let problem = try Projection.problem(in: entry, db) {
        problems.append(problem)
      }
    }
    if !problems.isEmpty { try refuse(problems, of: lines) }
    return summary
  }

  /// Refuses the first line that has one of the problems; entries that were here before stay as they are.
  private func refuse(
    _ problems: [FieldProblem], of lines: some Sequence<Substring>
  ) throws {
    for (index, text) in lines.enumerated() where !text.utf8.allSatisfy(\.isBlank) {
      let line = try parse(String(text), number: index + 1)
      let problem = problems.first { ($0.device, $0.sequence) == (line.device, line.sequence) }
      guard let problem else { continue }
      throw ImportError.malformed(
        line: index + 1,
        problem.isMissing ? .missingField(problem.field) : .badField(problem.field))
    }
  }

  private func requireSame(_ line: JournalLine, number: Int) throws {
    let same = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT batch = ? AND clock = ? AND at = ? AND zone = ? AND subject = ? AND fields = ?
          FROM journal WHERE device = ? AND seq = ?
          """),
      arguments: [
        line.batch, line.clock.number, line.at.milliseconds, line.zone, line.subject.text,
        line.fields, line.device, line.sequence,
      ])
    guard same == true else {
      throw ImportError.conflict(line: number, device: line.device, sequence: line.sequence)
    }
  }

  /// Reads a line with SQLite's own JSON functions, strictly: the journal is years of somebody's work.
  private func parse(_ text: String, number: Int) throws -> JournalLine {
    func refuse(_ problem: LineProblem) -> ImportError { .malformed(line: number, problem) }
    guard text.utf8.count <= JournalLine.longest else {
      throw refuse(.tooLong(limit: JournalLine.longest))
    }
    guard !text.utf8.contains(0) else { throw refuse(.notJSON) }
    var values: [String: DatabaseValue] = [:]
    // Newer SQLites read JSON5 here, which is no JSON: json_valid does not take it.
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT key, type, value FROM json_each(CASE WHEN json_valid(?1) THEN ?1 END)
          """), arguments: [text])
    while let row = try rows.next() {
      // An array has numbers for keys, and a lone value none.
      guard let key = String.fromDatabaseValue(row[0]) else { throw refuse(.notAnObject) }
      guard let type = JournalLine.keys[key] else { throw refuse(.unknownKey(key)) }
      guard row[1] == type, values[key] == nil else { throw refuse(.badValue(key)) }
      values[key] = row[2]
    }
    if values.isEmpty {
      let type = try String.fetchOne(
        db, sql: "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) END", arguments: [text])
      guard let type else { throw refuse(.notJSON) }
      guard type == "object" else { throw refuse(.notAnObject) }
    }
    func value<Wanted: DatabaseValueConvertible>(_ key: String) throws -> Wanted {
      guard let found = values[key] else { throw refuse(.missingKey(key)) }
      guard let value = Wanted.fromDatabaseValue(found) else { throw refuse(.badValue(key)) }
      return value
    }
    func checked<Wanted>(_ key: String, _ read: (String) -> Wanted?) throws -> Wanted {
      guard let value = read(try value(key)) else { throw refuse(.badValue(key)) }
      return value
    }
    let clock = HybridClock(number: try value("clock"))
    guard clock >= .zero, clock <= .newestAccepted else {
      throw refuse(.badValue("clock"))
    }
    let sequence: Int64 = try value("seq")
    guard Entry.sequences.contains(sequence) else { throw refuse(.badValue("seq")) }
    func id(_ text: String) -> String? { Identifier.isWhole(text) ? text : nil }
    let fields: String = try value("fields")
    guard try !hasList(fields) else { throw refuse(.badValue("fields")) }
    guard try fieldCount(fields) <= JournalLine.mostFields else {
      throw refuse(.tooManyFields(limit: JournalLine.mostFields))
    }
    return JournalLine(
      device: try checked("device", id), sequence: sequence, batch: try checked("batch", id),
      clock: clock,
      at: try checked("at") { text in Instant(rfc3339: text).flatMap { $0.utc == text ? $0 : nil }
      },
      zone: try value("zone"), subject: try checked("subject") { Subject($0) }, fields: fields)
  }

  /// Without white space between its parts.
  private func minified(_ json: Substring) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT json(?)"), arguments: [String(json)])
  }

  /// How many names there are in it, at any depth.
  private func fieldCount(_ fields: String) throws -> Int {
    // One that could have too many has a colon for each.
    guard fields.utf8.count(where: { $0 == UInt8(ascii: ":") }) > JournalLine.mostFields else {
      return 0
    }
    return try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM json_tree(?)"), arguments: [fields]) ?? 0
  }

  /// What an import may keep of the database in memory, in bytes.
  private static let importCache = 256 << 20

  private func hasList(_ fields: String) throws -> Bool {
    guard fields.utf8.contains(UInt8(ascii: "[")) else { return false }
    return try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM json_tree(?) WHERE type = 'array')"),
      arguments: [fields]) ?? false
  }
}

extension JournalLine {
  /// In bytes: a note of the greatest length, each byte of it escaped, fits in.
  fileprivate static let longest = 1 << 20
  fileprivate static let mostFields = 1_000

  /// The keys of a line, with the JSON type of each.
  fileprivate static let keys = [
    "device": "text", "seq": "integer", "batch": "text", "clock": "integer", "at": "text",
    "zone": "text", "subject": "text", "fields": "object",
  ]
}

extension UInt8 {
  /// Whether it is white space in JSON.
  fileprivate var isBlank: Bool { [0x20, 0x09, 0x0a, 0x0d].contains(self) }
}
