import GRDB
package import StropCore

extension Kind<Batch> {
  static let batch = Kind(
    "batch",
    columns: [
      .text("device", EntryFact.device, required: true),
      .integer("clock", EntryFact.first, required: true),
      .text("command", required: true),
      .bool("undone"),
      .integer("changed", EntryFact.last, required: true),
    ],
    indexes: [
      "batch_by_clock ON (device, undone, clock)",
      "batch_by_change ON (device, undone, changed)",
    ])
}

extension Reader {
  /// The newest batch of `device` that is not undone; `before`: older than that.
  package func newestBatch(
    of device: String, before: HybridClock = HybridClock(number: .max)
  ) throws -> Batch? {
    try all(
      .batch, "WHERE device = ? AND undone = 0 AND clock < ? ORDER BY clock DESC LIMIT 1",
      [device, before.number]
    ).first
  }

  /// The batch of `device` that was undone last.
  package func lastUndoneBatch(of device: String) throws -> Batch? {
    try all(
      .batch, "WHERE device = ? AND undone = 1 ORDER BY changed DESC LIMIT 1", [device]
    ).first
  }
}
