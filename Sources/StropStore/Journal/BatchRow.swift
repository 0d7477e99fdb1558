import GRDB
package import StropCore

/// What one command wrote, as undo and redo see it.
package struct BatchRow: Hashable, Sendable {
  package static let type = "batch"

  package let id: String
  package let device: String
  let clock: HybridClock
  /// What the user typed, such as `checkin`.
  package let command: String
  package let undone: Bool
  /// When it was last undone or redone; else when it was written.
  let changed: HybridClock

  init?(id: String, row: Fields, entries: [Entry]) {
    guard let header = Fold.inOrder(entries).first(where: { $0.batch == id }),
      let command = row["command"]?.text
    else { return nil }
    self.id = id
    device = header.device
    clock = header.clock
    self.command = command
    undone = row[Field.undone]?.bool == true
    changed = entries.map(\.clock).max() ?? header.clock
  }

  init(_ row: Row) {
    id = row[0]
    device = row[1]
    clock = HybridClock(number: row[2])
    command = row[3]
    undone = row[4]
    changed = HybridClock(number: row[5])
  }

  /// A patch that undoes this batch, or does it again.
  package func patch(undone: Bool) -> Patch {
    Patch(Subject(BatchRow.type, id), [Field.undone: .bool(undone)])
  }
}

extension Reader {
  /// The newest batch of `device` that is not undone.
  package func newestBatch(of device: String) throws -> BatchRow? {
    try batch("undone = 0", by: "clock", device)
  }

  /// The batch of `device` that was undone last.
  package func lastUndoneBatch(of device: String) throws -> BatchRow? {
    try batch("undone = 1", by: "changed", device)
  }

  private func batch(_ condition: String, by order: String, _ device: String) throws -> BatchRow? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, device, clock, command, undone, changed FROM batch
        WHERE device = ? AND \(condition) ORDER BY \(order) DESC LIMIT 1
        """, arguments: [device]
    ).map(BatchRow.init)
  }
}
