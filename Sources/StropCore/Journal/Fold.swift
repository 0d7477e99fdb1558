/// The rule that turns entries into rows; everything that strop shows is folded by it.
package enum Fold {
  /// The row that a subject's entries make, in whatever order they come; nil where it has none.
  ///
  /// Entries count in (clock, device, sequence) order, without those of undone batches. Each field
  /// takes its last value; null clears it. Without a live `create` there is no row: the other
  /// patches wait for it.
  package static func row(
    of entries: some Sequence<Entry>, undone: (_ batch: String) -> Bool
  ) -> Fields? {
    var row = Fields()
    for entry in inOrder(entries) where !undone(entry.batch) {
      row.merge(entry.patch.fields) { _, newest in newest }
    }
    guard row[Field.create]?.bool == true else { return nil }
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
