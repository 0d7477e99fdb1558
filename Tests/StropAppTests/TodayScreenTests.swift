import StropApp
import StropCore
import Testing

struct TodayScreenTests {
  /// A Thursday.
  private static let start = "2026-11-26T21:00:00+08:00"

  @Test func `days of the week count from the first run on, and those practised before it`()
    async throws
  {
    let fixture = try StropFixture()
    let first = try fixture.strop(at: TodayScreenTests.start)
    #expect(try first.todayScreen().daysCounted == 1)
    _ = try await first.checkIn(CheckInRequest(skill: "papers", day: "mon"))
    let saturday = try fixture.strop(at: "2026-11-28T21:00:00+08:00").todayScreen()
    #expect((saturday.daysPractised, saturday.daysCounted) == (1, 4))
    #expect(try fixture.strop(at: "2026-12-02T21:00:00+08:00").todayScreen().daysCounted == 3)
    // A clock that was put back.
    #expect(try fixture.strop(at: "2026-11-24T21:00:00+08:00").todayScreen().daysCounted == 2)
  }

  @Test func `a skill whose items wait for hardware says so until the setting does`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: TodayScreenTests.start)
    _ = try strop.focus(["megatron"], sessions: nil, minutes: nil)
    for item in try strop.itemList().items where item.item.hardware == .cpu {
      _ = try strop.dropItem(item.item.slug)
    }
    func megatron(_ strop: Strop) throws -> Today.Skill {
      try #require(try strop.todayScreen().skills.first { $0.slug == "megatron" })
    }
    #expect(try megatron(strop).nextItem == nil)
    #expect(try megatron(strop).obstacle == .hardware(.multiGPU))
    _ = try strop.configure("hardware", "multi-gpu")
    let later = try megatron(try fixture.strop(at: TodayScreenTests.start))
    #expect(later.nextItem?.hardware == .multiGPU)
    #expect(later.obstacle == nil)
  }
}
