package import StropCore
import StropStore

extension Strop {
  /// Undoes this device's newest command that is not undone. One that has a command of its own for that is
  /// passed over.
  ///
  /// - Throws: `Failure.nothingToUndo`; `.importStands` where an import is newer than all that could be undone.
  package func undo() throws -> UndoReceipt {
    try write { transaction in
      let reader = transaction.reader
      let imported = try lastImport(reader).flatMap { $0.device == transaction.device ? $0 : nil }
      var passedOver: [String] = []
      var batch = try reader.newestBatch(of: transaction.device)
      while let newest = batch, newest.clock > imported?.clock ?? .zero {
        if Batch.undoneByOwnCommand[newest.command] == nil {
          return try change(newest, undone: true, passedOver, transaction)
        }
        passedOver.append(newest.command)
        batch = try reader.newestBatch(of: transaction.device, before: newest.clock)
      }
      guard let imported else { throw Failure.nothingToUndo(passedOver: passedOver) }
      let copy = imported.copy.flatMap { Store.exists(at: $0) ? $0 : nil }
      throw Failure.importStands(restoring: environment.restoring(copy, store.path))
    }
  }

  /// Does this device's last undone command again.
  ///
  /// - Throws: `Failure.nothingToRedo`.
  package func redo() throws -> UndoReceipt {
    try write { transaction in
      guard let batch = try transaction.reader.lastUndoneBatch(of: transaction.device) else {
        throw Failure.nothingToRedo
      }
      return try change(batch, undone: false, [], transaction)
    }
  }

  private func change(
    _ batch: Batch, undone: Bool, _ passedOver: [String], _ transaction: Transaction
  ) throws -> UndoReceipt {
    let reader = transaction.reader
    let subjects = try reader.subjects(ofBatch: batch.id)
    let before = try subjects.map(reader.row)
    try transaction.append([batch.patch(undone: undone)], command: nil)
    let after = try subjects.map(reader.row)
    let (old, new) = undone ? (after, before) : (before, after)
    return UndoReceipt(
      undone: undone, batch: batch.id, command: batch.command,
      effects: subjects.indices.map {
        UndoReceipt.Effect(subjects[$0], from: old[$0], to: new[$0])
      },
      passedOver: passedOver)
  }
}

// An import cannot be undone: that it came last is remembered, and where the copy from before lies.
extension Strop {
  private struct LastImport {
    let device: String
    /// The journal's newest when it had come.
    let clock: HybridClock
    let copy: String?
  }

  private static let importFact = "import"

  /// Remembers an import that brought something; `copy`: the one made before it.
  func rememberImport(copy: String?, _ transaction: Transaction) throws {
    let clock = try transaction.reader.newestClock()?.number ?? 0
    try transaction.setLocal(
      Strop.importFact, "\(transaction.device) \(clock)" + (copy.map { " " + $0 } ?? ""))
  }

  private func lastImport(_ reader: Reader) throws -> LastImport? {
    let parts = try reader.local(Strop.importFact)?.split(separator: " ", maxSplits: 2) ?? []
    guard parts.count >= 2, let clock = Int64(parts[1]) else { return nil }
    return LastImport(
      device: String(parts[0]), clock: HybridClock(number: clock),
      copy: parts.count > 2 ? String(parts[2]) : nil)
  }
}
