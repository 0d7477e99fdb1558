import GRDB
package import StropCore

/// A journal entry as it is stored and exported: its fields are JSON text, kept to the byte.
package struct JournalLine: Hashable, Sendable {
  package let device: String
  package let sequence: Int64
  package let batch: String
  package let clock: HybridClock
  package let at: Instant
  package let zone: String
  package let subject: Subject
  package let fields: String

  /// The line of an export, without its newline. See docs/journal.md.
  package var text: String {
    let head = JSON.object([
      ("device", .string(device)), ("seq", .integer(sequence)), ("batch", .string(batch)),
      ("clock", .integer(clock.number)), ("at", .string(at.utc)), ("zone", .string(zone)),
      ("subject", .string(subject.text)),
    ]).compact
    return head.dropLast() + ",\"fields\":" + fields + "}"
  }
}

extension Reader {
  /// Every line of the journal in the order in which they count, given to `body` one by one.
  package func eachLine(_ body: (JournalLine) throws -> Void) throws {
    try eachLine("ORDER BY clock, device, seq", [], body)
  }

  /// What a device wrote after its entry `sequence`, in order.
  package func lines(of device: String, after sequence: Int64) throws -> [JournalLine] {
    var lines: [JournalLine] = []
    try eachLine("WHERE device = ? AND seq > ? ORDER BY seq", [device, sequence]) {
      lines.append($0)
    }
    return lines
  }

  /// A device's entry; nil where it is not here.
  package func line(of device: String, _ sequence: Int64) throws -> JournalLine? {
    var found: JournalLine?
    try eachLine("WHERE device = ? AND seq = ?", [device, sequence]) { found = $0 }
    return found
  }

  /// The devices whose entries are here, each with its newest entry.
  package func newestLines() throws -> [JournalLine] {
    // From each device to the next, since to look at every entry would take a second after ten years.
    let devices = try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE device(id) AS (
          SELECT min(device) FROM journal
          UNION ALL
          SELECT (SELECT min(device) FROM journal WHERE device > id) FROM device WHERE id IS NOT NULL
        )
        SELECT id FROM device WHERE id IS NOT NULL
        """)
    var lines: [JournalLine] = []
    for device in devices {
      try eachLine("WHERE device = ? ORDER BY seq DESC LIMIT 1", [device]) { lines.append($0) }
    }
    return lines
  }

  /// How many entries of a device are here, those up to `sequence` left out.
  package func entryCount(of device: String, after sequence: Int64) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM journal WHERE device = ? AND seq > ?"),
      arguments: [device, sequence]) ?? 0
  }

  private func eachLine(
    _ which: String, _ arguments: StatementArguments, _ body: (JournalLine) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT device, seq, batch, clock, at, zone, subject, fields FROM journal " + which),
      arguments: arguments)
    while let row = try rows.next() {
      let name: String = try row.decode(atIndex: 6)
      guard let subject = Subject(name) else {
        throw StoreError.damaged("the journal has an entry of no subject: \(name)")
      }
      try body(
        JournalLine(
          device: row.decode(atIndex: 0), sequence: row.decode(atIndex: 1),
          batch: row.decode(atIndex: 2), clock: HybridClock(number: row.decode(atIndex: 3)),
          at: Instant(milliseconds: row.decode(atIndex: 4)), zone: row.decode(atIndex: 5),
          subject: subject, fields: row.decode(atIndex: 7)))
    }
  }
}
