import GRDB
package import StropCore

/// What the repository that machines share holds, as far as this machine knows: facts local to it, written once git
/// has the entries, or once what git brought is in the journal. Of each device it holds the entries from the first on,
/// without a gap, so that their number is the last one's.
package struct SharedState: Sendable {
  /// How many lines each file has.
  package let lines: [SharedFile: Int64]

  /// The last entry of each device that is there.
  package let newest: [String: Int64]

  init(lines: [SharedFile: Int64]) {
    self.lines = lines
    newest = Dictionary(lines.map { ($0.device, $1) }, uniquingKeysWith: +)
  }
}

extension Reader {
  package func sharedState() throws -> SharedState {
    let rows = try Row.fetchAll(db, sql: "SELECT device, month, lines FROM shared_file")
    let lines = try rows.map { row -> (SharedFile, Int64) in
      let (device, month): (String, String) = (row[0], row[1])
      guard let month = Month(iso: month) else {
        throw StoreError.damaged("a shared file of no month: \(month)")
      }
      return (SharedFile(device: device, month: month), row[2])
    }
    return SharedState(lines: Dictionary(uniqueKeysWithValues: lines))
  }

  /// By how many milliseconds the clock of each other device was ahead of this one's when its newest entries came.
  package func clocksAhead() throws -> [String: Int64] {
    let rows = try Row.fetchAll(db, sql: "SELECT device, ahead FROM shared_device")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }
}

extension Transaction {
  /// Notes that a file there has so many lines more.
  package func noteShared(_ added: Int, in file: SharedFile) throws {
    try db.execute(
      sql: """
        INSERT INTO shared_file VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET lines = lines + excluded.lines
        """,
      arguments: [file.device, file.month.iso, added])
  }

  /// Notes how far ahead of this machine's clock a device's was, in milliseconds; below 0 where it was not.
  package func noteClock(of device: String, ahead: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO shared_device VALUES (?, ?) ON CONFLICT DO UPDATE SET ahead = excluded.ahead
        """,
      arguments: [device, ahead])
  }

  /// Forgets all that is known of the repository.
  package func forgetShared() throws {
    try db.execute(sql: "DELETE FROM shared_file; DELETE FROM shared_device")
  }
}
