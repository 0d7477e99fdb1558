import StropCore
import Testing

struct RecordHistoryTests {
  private static let subject = Subject("checkin", "7k3fq0x9ab")

  private func entry(
    _ clock: Int64, _ subject: Subject = subject, batch: String, _ fields: Fields
  ) -> Entry {
    Entry(
      device: "aaaaaaaaaa", sequence: clock, batch: batch, clock: HybridClock(number: clock),
      at: Instant(milliseconds: clock), zone: "UTC", patch: Patch(subject, fields))
  }

  private func batch(_ clock: Int64, _ id: String, _ fields: Fields) -> Entry {
    entry(clock, Subject("batch", id), batch: "zzzzzzzzzz", fields)
  }

  /// Recorded by `checkin`, edited by `edit`, the recording undone, then done again.
  private var example: RecordHistory {
    RecordHistory(
      entries: [
        entry(2, batch: "b1", ["create": .bool(true), "minutes": .integer(30)]),
        entry(
          4, batch: "b2",
          ["minutes": .integer(45), "when": .group(["day": .text("2026-11-26")])]),
      ],
      batches: [
        batch(1, "b1", ["create": .bool(true), "command": .text("checkin")]),
        batch(3, "b2", ["create": .bool(true), "command": .text("edit")]),
        batch(5, "b1", ["undone": .bool(true)]), batch(6, "b1", ["undone": .bool(false)]),
      ])
  }

  @Test func `each entry and each undo is an event, in their order`() {
    #expect(example.events.map(\.action) == [.written, .edited, .undone, .redone])
    #expect(example.events.map(\.command) == ["checkin", "edit", "checkin", "checkin"])
    #expect(example.events.map(\.at.milliseconds) == [2, 4, 5, 6])
    #expect(!example.isUndone)
    #expect(example.row?["minutes"] == .integer(45))
  }

  @Test func `an edit says what it changed, down to the fields of groups`() {
    let changes = example.events[1].changes
    #expect(changes.map(\.name) == ["day", "minutes"])
    #expect(changes.map(\.old) == [nil, .integer(30)])
    #expect(changes.map(\.new) == [.text("2026-11-26"), .integer(45)])
  }

  @Test func `undone as a whole, it keeps the row that it last had`() {
    let history = RecordHistory(
      entries: [entry(2, batch: "b1", ["create": .bool(true), "minutes": .integer(30)])],
      batches: [
        batch(1, "b1", ["create": .bool(true), "command": .text("checkin")]),
        batch(5, "b1", ["undone": .bool(true)]),
        // Undone again by another machine, which did not know.
        batch(6, "b1", ["undone": .bool(true)]),
      ])
    #expect(history.events.map(\.action) == [.written, .undone])
    #expect(history.isUndone)
    #expect(history.row?["minutes"] == .integer(30))
  }

  @Test func `removed and put back are told apart from edits`() {
    let history = RecordHistory(
      entries: [
        entry(1, batch: "b1", ["create": .bool(true)]),
        entry(2, batch: "b2", ["removed": .bool(true)]), entry(3, batch: "b3", ["removed": .null]),
      ], batches: [])
    #expect(history.events.map(\.action) == [.written, .removed, .restored])
    #expect(history.events.map(\.command) == [nil, nil, nil])
    #expect(history.events.allSatisfy { $0.changes.isEmpty })
  }

  @Test func `patches without anything that brought it into being make no row`() {
    let history = RecordHistory(
      entries: [entry(2, batch: "b1", ["minutes": .integer(30)])], batches: [])
    #expect(history.row == nil)
    #expect(history.events.map(\.action) == [.edited])
  }
}
