/// The rule that turns entries into rows; everything that strop shows is folded by it.
package enum Fold {
  /// The row that a subject's entries make, in whatever order they come; nil where it has none.
  ///
  /// Entries count in (clock, device, sequence) order, without those of undone batches. Each field
  /// takes its last value; null clears it. Without a live `create` there is no row: the other
  /// patches wait for it.
  ///
  /// What is written once (`WrittenOnce`) keeps its first value. Undone too late, it stays, withdrawn
  /// (`EntryFact.withdrawn`).
  ///
  /// `undone`: when a batch was undone; nil for one that is not.
  package static func row(
    of entries: some Sequence<Entry>, undone: (_ batch: String) -> HybridClock?
  ) -> Fields? {
    var row = Fields()
    var withdrawn: Instant?
    for entry in inOrder(entries) {
      let once = WrittenOnce.of(entry.subject.type)
      if let undone = undone(entry.batch) {
        guard let once, once.stays(entry, undoneAt: undone) else { continue }
        withdrawn = undone.instant
      }
      row.merge(once?.changes(of: row, by: entry) ?? entry.patch.fields) { _, newest in newest }
    }
    guard row[Field.create]?.bool == true else { return nil }
    if let withdrawn { row[EntryFact.withdrawn] = .text(withdrawn.utc) }
    return row.filter { $0.value != .null }
  }

  /// Entries in the order in which they count.
  package static func inOrder(_ entries: some Sequence<Entry>) -> [Entry] {
    let entries = Array(entries)
    guard entries.count > 1 else { return entries }
    return entries.sorted {
      ($0.clock, $0.device, $0.sequence) < ($1.clock, $1.device, $1.sequence)
    }
  }
}
