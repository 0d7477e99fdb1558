import StropCore
import StropStore
import Testing

struct EvidenceTests {
  private func attach(_ store: TestStore, _ id: String, _ parent: Subject, _ value: String) throws {
    let evidence = Evidence(id: id, parent: parent, kind: .url, value: value, sha256: nil)
    try store.append([evidence.creation])
  }

  @Test func `what two machines attached is shown once, and taken off is taken off twice`() throws {
    let store = try TestStore()
    let checkIn = Subject("checkin", "7k3fq0x9ab")
    try attach(store, "e000000001", checkIn, "https://example.com/a")
    try attach(store, "e000000002", checkIn, "https://example.com/a")
    try attach(store, "e000000003", checkIn, "https://example.com/b")
    #expect(try store.read { try $0.evidence(of: checkIn) }.count == 2)
    #expect(try store.read { try $0.attached(to: checkIn) }.count == 3)
    try store.append([Patch(Subject("evidence", "e000000001"), ["removed": .bool(true)])])
    #expect(try store.read { try $0.evidence(of: checkIn) }.count == 2)
    try store.append([Patch(Subject("evidence", "e000000002"), ["removed": .bool(true)])])
    #expect(
      try store.read { try $0.evidence(of: checkIn) }.map(\.value) == ["https://example.com/b"])
  }

  @Test func `an item has what is attached to it and to the check-ins that name it`() throws {
    let store = try TestStore()
    let day = try #require(Day(iso: "2026-11-26"))
    let checkIn = CheckIn(
      id: "7k3fq0x9ab", skill: "debug", item: "debug/x",
      moment: Moment(at: Instant(milliseconds: 0), zone: "UTC", day: day), minutes: nil, note: nil)
    try store.append([checkIn.creation])
    try attach(store, "e000000001", ItemProgress.subject("debug/x"), "https://example.com/a")
    try attach(store, "e000000002", checkIn.subject, "https://example.com/b")
    try attach(store, "e000000003", Subject("checkin", "otherotherx"), "https://example.com/c")
    #expect(
      try store.read { try $0.evidence(ofItem: "debug/x") }.map(\.value)
        == ["https://example.com/a", "https://example.com/b"])
    try store.append([Patch(checkIn.subject, ["removed": .bool(true)])])
    #expect(try store.read { try $0.evidence(ofItem: "debug/x") }.count == 1)
  }
}
