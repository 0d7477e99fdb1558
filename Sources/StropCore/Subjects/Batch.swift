/// What one command wrote, as undo and redo see it: subject `batch/ID`.
package struct Batch: Record {
  package static let type = "batch"

  package let id: String
  package let device: String
  package let clock: HybridClock
  /// What the user typed, such as `checkin`.
  package let command: String
  package let undone: Bool
  /// When it was last undone or redone; else when it was written.
  package let changed: HybridClock

  package init?(id: String, row: Fields) {
    guard let command = row["command"]?.text, let device = row[EntryFact.device]?.text,
      let clock = row[EntryFact.first]?.integer, let changed = row[EntryFact.last]?.integer
    else { return nil }
    self.id = id
    self.device = device
    self.clock = HybridClock(number: Int64(clock))
    self.command = command
    undone = row[Field.undone]?.bool == true
    self.changed = HybridClock(number: Int64(changed))
  }

  package var fields: Fields {
    ["command": .text(command), Field.undone: .bool(undone)]
  }

  /// Commands that also changed the world outside, with the one that undoes each.
  package static let undoneByOwnCommand = [
    "schedule install": "strop schedule uninstall",
    "schedule install --systemd": "strop schedule uninstall --systemd",
  ]

  /// A patch that undoes this batch, or does it again.
  package func patch(undone: Bool) -> Patch { Patch(subject, [Field.undone: .bool(undone)]) }
}
