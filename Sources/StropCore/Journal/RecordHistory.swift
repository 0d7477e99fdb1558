/// What became of a record: its entries, and those that undid them or did them again, one after the other.
package struct RecordHistory: Sendable {
  package struct Event: Sendable {
    package enum Action: String, Sendable {
      case written, edited, removed, restored, undone, redone
    }

    package let action: Action
    /// What was typed, or, where it was undone or done again, what that was; nil where the journal does not say.
    package let command: String?
    /// Of `command`.
    package let batch: String
    package let at: Instant
    package let device: String
    /// What changed of the record, by name; empty where it came into being or went by undo.
    package let changes: [Change]
  }

  /// A field that changed; nil where it was not there.
  package struct Change: Sendable {
    package let name: String
    package let old: Value?
    package let new: Value?
  }

  /// Oldest first.
  package private(set) var events: [Event] = []
  /// The record's row; as it last was, where it has none any more; nil where it never had one.
  package private(set) var row: Fields?
  /// Whether what brought it into being is undone.
  package private(set) var isUndone = false

  /// `entries`: the record's own. `batches`: those of the batches that wrote them.
  package init(entries: [Entry], batches: [Entry]) {
    let commands = Dictionary(
      batches.compactMap { entry in
        entry.patch.fields["command"]?.text.map { (entry.subject.key, $0) }
      }, uniquingKeysWith: { $1 })
    var undone: [String: HybridClock] = [:]
    var seen: [Entry] = []
    var row: Fields?
    for entry in Fold.inOrder(entries + batches) {
      let before = row
      let action: Event.Action
      var batch = entry.batch
      if entry.subject.type == Batch.type {
        batch = entry.subject.key
        guard let isUndone = entry.patch.fields[Field.undone]?.bool,
          isUndone != (undone[batch] != nil)
        else { continue }
        undone[batch] = isUndone ? entry.clock : nil
        row = Fold.row(of: seen, undone: { undone[$0] })
        action = isUndone ? .undone : .redone
      } else {
        seen.append(entry)
        row = Fold.row(of: seen, undone: { undone[$0] })
        action = RecordHistory.action(from: before, to: row)
      }
      events.append(
        Event(
          action: action, command: commands[batch], batch: batch, at: entry.at,
          device: entry.device, changes: RecordHistory.changes(action, from: before, to: row)))
      if let row { self.row = row }
    }
    isUndone = row == nil
  }

  private static func action(from old: Fields?, to new: Fields?) -> Event.Action {
    guard let old else { return new == nil ? .edited : .written }
    let (was, isNow) = (old[Field.removed]?.bool == true, new?[Field.removed]?.bool == true)
    return was == isNow ? .edited : isNow ? .removed : .restored
  }

  private static func changes(
    _ action: Event.Action, from old: Fields?, to new: Fields?
  ) -> [Change] {
    guard let new, old != nil || action == .written else { return [] }
    let (old, leaves) = ((old ?? [:]).leaves, new.leaves)
    return Fields.changes(from: old, to: leaves).keys
      .filter { $0 != Field.create && $0 != Field.removed }.sorted()
      .map { Change(name: $0, old: old[$0], new: leaves[$0]) }
  }
}
