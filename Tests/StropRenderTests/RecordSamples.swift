import StropCore

// Records, whole, as `strop show` has them.
extension Samples {
  func recordCards() -> [RecordCard] { [checkInCard(), undoneSkipCard(), evidenceCard()] }

  private var shanghai: Zone { Zone(name: "Asia/Shanghai") { _ in 28_800 } }

  private func entry(
    _ subject: Subject, _ clock: Int64, batch: String, device: String = "7w3k9x0qmb",
    _ fields: Fields
  ) -> Entry {
    // Thu 26 Nov 2026 21:00 in Shanghai, and so many minutes later.
    let at = Instant(milliseconds: 1_795_698_000_000 + clock * 60_000)
    return Entry(
      device: device, sequence: clock + 1, batch: batch, clock: HybridClock(number: clock),
      at: at, zone: "Asia/Shanghai", patch: Patch(subject, fields))
  }

  private func header(_ batch: String, _ clock: Int64, _ command: String) -> Entry {
    entry(
      Subject(Batch.type, batch), clock, batch: batch,
      ["create": .bool(true), "command": .text(command)])
  }

  private func card(
    _ kind: any IdentifiedRecord.Type, _ subject: Subject, state: RecordCard.State = .kept,
    fields: [RecordField],
    level: EvidenceLevel? = nil, evidence: [Evidence] = [], _ history: RecordHistory
  ) -> RecordCard {
    RecordCard(
      kind: kind, subject: subject, shortID: String(subject.key.prefix(4)), state: state,
      fields: fields,
      level: level, evidence: evidence, history: history, recordZone: shanghai, zone: shanghai,
      device: "7w3k9x0qmb", today: today)
  }

  private func checkInCard() -> RecordCard {
    let subject = Subject(CheckIn.type, "7k3fq0x9ab")
    let note = words("loss mask was off by one")
    let at = Instant(milliseconds: 1_795_698_000_000)
    return card(
      CheckIn.self, subject,
      fields: [
        RecordField(name: "skill", content: .value(.text(name("debug")))),
        RecordField(name: "item", content: nil),
        RecordField(name: "day", content: .day(day(-1))),
        RecordField(name: "at", content: .instant(at)),
        RecordField(name: "zone", content: .value(.text("Asia/Shanghai"))),
        RecordField(name: "minutes", content: .value(.integer(40))),
        RecordField(name: "note", content: .value(.text(note + "\n" + note))),
      ], level: .evidenced, evidence: [link],
      RecordHistory(
        entries: [
          entry(subject, 1, batch: "b1", ["create": .bool(true), "minutes": .integer(30)]),
          entry(subject, 3, batch: "b2", ["minutes": .integer(45), "note": .text(note)]),
          entry(
            subject, 6, batch: "b3", device: "2f6t8c1r5n",
            ["minutes": .integer(40), "note": .text(note + " " + note)]),
        ],
        batches: [
          header("b1", 0, "checkin"), header("b2", 2, "edit"),
          entry(Subject(Batch.type, "b2"), 4, batch: "b4", ["undone": .bool(true)]),
        ]))
  }

  private func undoneSkipCard() -> RecordCard {
    let subject = Subject(Skip.type, "9n2v6h4r1d")
    return card(
      Skip.self, subject, state: .undone,
      fields: [
        RecordField(name: "skill", content: nil),
        RecordField(name: "from", content: .day(day(0))),
        RecordField(name: "to", content: .day(day(60))),
        RecordField(name: "reason", content: .value(.text(words("holidays")))),
      ],
      RecordHistory(
        entries: [entry(subject, 1, batch: "b1", ["create": .bool(true)])],
        batches: [
          header("b1", 0, "skip add"),
          entry(Subject(Batch.type, "b1"), 2, batch: "b2", ["undone": .bool(true)]),
        ]))
  }

  private func evidenceCard() -> RecordCard {
    let subject = Subject(Evidence.type, "3c5d7e9f1g")
    return card(
      Evidence.self, subject,
      fields: [
        RecordField(
          name: "parent", content: .value(.text("item/" + name("papers/triage-ten")))),
        RecordField(name: "kind", content: .value(.text("url"))),
        RecordField(name: "value", content: .value(.text("https://example.com/" + words("notes")))),
        RecordField(name: "sha256", content: nil),
      ], level: .evidenced,
      RecordHistory(
        entries: [entry(subject, 1, batch: "b1", ["create": .bool(true)])],
        batches: [header("b1", 0, "item done")]))
  }
}
