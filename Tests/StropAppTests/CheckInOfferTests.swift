import StropApp
import StropCore
import Testing

struct CheckInOfferTests {
  @Test func `minutes are those of the last check-in that gave any`() async throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-26T21:00:00+08:00")
    #expect(try strop.checkInOffer(naming: "debug").minutes == nil)
    _ = try await strop.checkIn(CheckInRequest(skill: "debug", minutes: "40", day: "mon"))
    _ = try await strop.checkIn(CheckInRequest(skill: "debug", minutes: "25", day: "sun"))
    _ = try await strop.checkIn(CheckInRequest(skill: "debug"))
    _ = try await strop.checkIn(CheckInRequest(skill: "papers", minutes: "90"))
    let offer = try strop.checkInOffer(naming: "调试")
    #expect(offer.skill == "debug")
    #expect(offer.minutes == 40)
  }

  @Test func `an item that was practised comes first, and stays until it is done`() async throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-26T21:00:00+08:00")
    let first = try #require(try strop.checkInOffer(naming: "papers").items.first)
    #expect(!first.isInWork)
    let later = try #require(
      try strop.itemList(ItemFilter(skill: "papers")).items.last { $0.item.slug != first.slug }
    )
    _ = try await strop.checkIn(CheckInRequest(item: later.item.slug))
    let items = try strop.checkInOffer(naming: "papers").items
    #expect(items.map(\.slug).prefix(2) == [later.item.slug, first.slug])
    #expect(items.map(\.isInWork).prefix(2) == [true, false])
    #expect(items.count <= 3)
  }

  @Test func `checking a request reads all of it and records nothing`() async throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: "2026-11-26T21:00:00+08:00")
    try await strop.check(CheckInRequest(skill: "debug", minutes: "40", note: "n", day: "mon"))
    for wrong in [
      CheckInRequest(skill: "deubg"), CheckInRequest(minutes: "soon"), CheckInRequest(day: "soon"),
      CheckInRequest(skill: "papers", item: "debug/loss-at-init"),
      CheckInRequest(note: String(repeating: "x", count: 100_001)),
      CheckInRequest(evidence: ["nowhere"]),
    ] {
      await #expect(throws: Failure.self) { try await strop.check(wrong) }
    }
    #expect(try strop.log(LogRequest()).checkIns.isEmpty)
  }
}
