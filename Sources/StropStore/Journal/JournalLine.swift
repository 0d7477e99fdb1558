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
      guard let subject = Subject(row[6] as String) else { continue }
      try body(
        JournalLine(
          device: row[0], sequence: row[1], batch: row[2], clock: HybridClock(number: row[3]),
          at: Instant(milliseconds: row[4]), zone: row[5], subject: subject, fields: row[7]))
    }
  }
}
