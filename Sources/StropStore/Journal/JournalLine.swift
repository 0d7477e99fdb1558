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
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT device, seq, batch, clock, at, zone, subject, fields
        FROM journal ORDER BY clock, device, seq
        """)
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
