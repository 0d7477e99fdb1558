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

  @Test func `a day off says until when and why, over adjacent skips; prompt and skill are silent`()
    async throws
  {
    let fixture = try StropFixture()
    let now = "2026-11-26T21:00:00+08:00"
    let strop = try fixture.strop(at: now)
    _ = try strop.addSkip(SkipRequest(to: "fri", reason: "flu"))
    _ = try strop.addSkip(SkipRequest(from: "sat", to: "sat", reason: "trip"))
    _ = try strop.focus(["papers"], sessions: 7, minutes: nil)
    func off() throws -> DayOff? { try fixture.strop(at: now).todayScreen().off }
    #expect(try off() == DayOff(until: #require(Day(iso: "2026-11-28")), reason: "flu"))
    let papers = try #require(try strop.todayScreen().skills.first { $0.slug == "papers" })
    // Sunday alone is left of the week, and is asked for: it is not due today.
    #expect((papers.standing.asked, papers.standing.slack) == (1, 0))
    #expect(papers.standing.isOff && !papers.asksToday)
    #expect(try strop.promptSegment().dueToday == 0)
    #expect(try strop.todayScreen().retest == nil)
    _ = try await strop.checkIn(CheckInRequest(skill: "papers"))
    let practised = try strop.todayScreen()
    #expect(practised.skills.first { $0.slug == "papers" }?.off == nil)
    #expect(practised.off != nil)
    let sunday = try fixture.strop(at: "2026-11-29T21:00:00+08:00")
    #expect(try sunday.todayScreen().off == nil)
  }

  @Test func `a skip of one skill is that skill's day off`() throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: TodayScreenTests.start)
    _ = try strop.addSkip(SkipRequest(skill: "papers", reason: "trip"))
    let today = try strop.todayScreen()
    #expect(today.off == nil)
    #expect(today.skills.compactMap { $0.off == nil ? nil : $0.slug } == ["papers"])
  }

  @Test func `what a skill waits for is proposed, in today, in its card and in the report`() throws
  {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: TodayScreenTests.start)
    _ = try strop.focus(["dpo"], sessions: nil, minutes: nil)
    _ = try strop.shelve(["papers", "debug", "reproduce", "weekend"])
    let first = try #require(try strop.todayScreen().skills.first?.nextItem)
    #expect((first.slug, first.waitingSkill) == ("reward-model/bradley-terry-loss", "dpo"))
    #expect(try strop.skillCard("dpo").next == first)
    #expect(try strop.report(ReportRequest()).next == [first])
    // Several skills can wait for one: it is one step.
    _ = try strop.focus(["reward-model"], sessions: nil, minutes: nil)
    #expect(try strop.report(ReportRequest()).next.map(\.slug) == [first.slug])
  }

  @Test func `what is in progress stands there, also of skills outside the focus`() async throws {
    let fixture = try StropFixture()
    let strop = try fixture.strop(at: TodayScreenTests.start)
    _ = try strop.startItem("dpo/loss-at-step-zero", prediction: nil)
    _ = try await strop.checkIn(CheckInRequest(item: "papers/triage-ten"))
    #expect(
      try strop.todayScreen().inWork.map(\.slug) == ["papers/triage-ten", "dpo/loss-at-step-zero"])
    _ = try strop.dropItem("papers/triage-ten")
    #expect(try strop.todayScreen().inWork.map(\.slug) == ["dpo/loss-at-step-zero"])
  }
}
