import StropCore
import Testing
import TestSupport

struct FoldTests {
  private static let subject = Subject("checkin", "7k3fq0x9ab")

  private func entry(
    _ sequence: Int64,
    clock: Int64? = nil,
    device: String = "aaaaaaaaaa",
    batch: String = "b",
    _ fields: Fields
  ) -> Entry {
    Entry(
      device: device,
      sequence: sequence,
      batch: batch,
      clock: HybridClock(number: clock ?? sequence),
      at: Instant(milliseconds: 0),
      zone: "UTC",
      patch: Patch(FoldTests.subject, fields)
    )
  }

  private func fold(_ entries: [Entry], undone: Set<String> = []) -> Fields? {
    Fold.row(of: entries) { undone.contains($0) ? HybridClock(number: 0) : nil }
  }

  @Test func `each field takes its last value`() {
    let entries = [
      entry(1, ["create": .bool(true), "skill": .text("papers"), "minutes": .integer(30)]),
      entry(2, ["minutes": .integer(45)]), entry(3, ["note": .text("MoE")]),
    ]
    #expect(
      fold(entries) == [
        "create": .bool(true), "skill": .text("papers"), "minutes": .integer(45),
        "note": .text("MoE"),
      ]
    )
  }

  @Test func `null clears a field and a later value sets it again`() {
    var entries = [
      entry(1, ["create": .bool(true), "note": .text("MoE")]), entry(2, ["note": .null]),
    ]
    #expect(fold(entries) == ["create": .bool(true)])
    entries.append(entry(3, ["note": .text("DPO")]))
    #expect(fold(entries) == ["create": .bool(true), "note": .text("DPO")])
  }

  @Test func `a group changes as one`() {
    let first = Value.group(["day": .text("2026-11-23"), "zone": .text("UTC")])
    let second = Value.group(["day": .text("2026-11-22")])
    let entries = [entry(1, ["create": .bool(true), "when": first]), entry(2, ["when": second])]
    #expect(fold(entries) == ["create": .bool(true), "when": second])
  }

  @Test func `without a create there is no row, and patches wait for it`() {
    let patch = entry(2, ["minutes": .integer(45)])
    #expect(fold([]) == nil)
    #expect(fold([patch]) == nil)
    #expect(
      fold([patch, entry(1, ["create": .bool(true)])])
        == ["create": .bool(true), "minutes": .integer(45)]
    )
    #expect(fold([entry(1, ["create": .bool(false)])]) == nil)
    #expect(fold([entry(1, ["create": .text("yes")])]) == nil)
  }

  @Test func `undone batches are left out`() {
    let entries = [
      entry(1, batch: "b1", ["create": .bool(true), "minutes": .integer(30)]),
      entry(2, batch: "b2", ["minutes": .integer(45)]),
    ]
    #expect(fold(entries, undone: ["b2"])?["minutes"] == .integer(30))
    #expect(fold(entries, undone: ["b1"]) == nil)
    #expect(fold(entries, undone: ["b1", "b2"]) == nil)
    #expect(fold(entries, undone: ["b3"])?["minutes"] == .integer(45))
  }

  @Test func `entries count by clock, then device, then sequence`() {
    let entries = [
      entry(9, clock: 1, device: "bbbbbbbbbb", ["n": .integer(2)]),
      entry(1, clock: 2, device: "aaaaaaaaaa", ["n": .integer(3)]),
      entry(5, clock: 1, device: "aaaaaaaaaa", ["n": .integer(0)]),
      entry(7, clock: 1, device: "aaaaaaaaaa", ["n": .integer(1)]),
    ]
    #expect(Fold.inOrder(entries).map { $0.patch.fields["n"]?.integer } == [0, 1, 2, 3])
  }

  /// docs/design.md, what must always hold, 1.
  @Test(arguments: 0..<50)
  func `any permutation of entries folds to the same row`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let entries = randomEntries(&random)
    let undone = Set((0..<4).filter { _ in random.chance(oneIn: 3) }.map { "b\($0)" })
    let row = fold(entries, undone: undone)
    #expect(row == naiveRow(entries, undone: undone))
    for _ in 0..<20 {
      #expect(fold(entries.shuffled(using: &random), undone: undone) == row)
    }
  }

  private func randomEntries(_ random: inout SeededGenerator) -> [Entry] {
    var sequences: [String: Int64] = [:]
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      let device = ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"].randomElement(using: &random) ?? ""
      let sequence = (sequences[device] ?? 0) + 1
      sequences[device] = sequence
      var fields = Fields()
      if random.chance(oneIn: 2) { fields["create"] = .bool(!random.chance(oneIn: 5)) }
      for name in ["skill", "minutes", "note", "removed"] where random.chance(oneIn: 2) {
        fields[name] =
          random.chance(oneIn: 3) ? .null : .integer(Int64.random(in: 0..<99, using: &random))
      }
      return entry(
        sequence,
        clock: Int64.random(in: 0..<4, using: &random),
        device: device,
        batch: "b\(Int.random(in: 0..<4, using: &random))",
        fields
      )
    }
  }

  /// Field by field: the value of the entry that no other live one with that field comes after.
  private func naiveRow(_ entries: [Entry], undone: Set<String>) -> Fields? {
    let live = entries.filter { !undone.contains($0.batch) }
    func isBefore(_ left: Entry, _ right: Entry) -> Bool {
      if left.clock != right.clock { return left.clock < right.clock }
      if left.device != right.device { return left.device < right.device }
      return left.sequence < right.sequence
    }
    var row = Fields()
    for name in ["create", "skill", "minutes", "note", "removed"] {
      let having = live.filter { $0.patch.fields[name] != nil }
      let last = having.first { entry in !having.contains { isBefore(entry, $0) } }
      if let value = last?.patch.fields[name], value != .null { row[name] = value }
    }
    return row["create"] == .bool(true) ? row : nil
  }

  private func judgement(_ sequence: Int64, hours: Int64, batch: String, _ fields: Fields) -> Entry
  {
    Entry(
      device: "aaaaaaaaaa", sequence: sequence, batch: batch,
      clock: HybridClock(number: hours * 3_600_000 << 16), at: Instant(milliseconds: 0),
      zone: "UTC", patch: Patch(Subject(Judgement.type, "7k3fq0x9ab"), fields))
  }

  @Test func `what is written once keeps its first value, in whatever order it comes`() {
    let entries = [
      judgement(1, hours: 1, batch: "a", ["create": .bool(true), "p": .integer(70)]),
      judgement(2, hours: 2, batch: "b", ["p": .integer(99), "resolution": .bool(true)]),
      judgement(3, hours: 3, batch: "c", ["p": .null, "claim": .text("later")]),
      judgement(4, hours: 4, batch: "d", ["claim": .text("latest")]),
    ]
    for order in [entries, entries.reversed()] {
      #expect(
        Fold.row(of: order) { _ in nil } == [
          "create": .bool(true), "p": .integer(70), "resolution": .bool(true),
          "claim": .text("later"),
        ])
    }
  }

  @Test(arguments: [(24, false), (25, true)])
  func `a judgement that is undone after a day stays, withdrawn`(hours: Int64, stays: Bool) {
    let entries = [
      judgement(1, hours: 1, batch: "a", ["create": .bool(true), "p": .integer(70)]),
      judgement(2, hours: 2, batch: "b", ["resolution": .bool(true)]),
    ]
    let undone = HybridClock(number: (1 + hours) * 3_600_000 << 16)
    let row = Fold.row(of: entries) { $0 == "a" ? undone : nil }
    #expect((row != nil) == stays)
    #expect(row?[EntryFact.withdrawn]?.text == (stays ? undone.instant.utc : nil))
    // Only the judgement itself is kept: what else is undone is undone.
    let unresolved = Fold.row(of: entries) { $0 == "b" ? undone : nil }
    #expect(unresolved == ["create": .bool(true), "p": .integer(70)])
  }
}
