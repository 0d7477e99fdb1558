import StropCore
import Testing

struct RetestStandingTests {
  @Test(arguments: [(74, 75, false), (75, 75, false), (76, 75, true), (0, 30, false)])
  func `a retest is due once its interval is past`(days: Int, every: Int, isDue: Bool) {
    #expect(RetestStanding(slug: "ppo", days: days, every: every).isDue == isDue)
  }

  @Test func `the most overdue for its interval comes up`() {
    let retests = [
      RetestStanding(slug: "debug", days: 200, every: 90),
      RetestStanding(slug: "ppo", days: 80, every: 30),
      RetestStanding(slug: "moe", days: 61, every: 60),
      RetestStanding(slug: "dpo", days: 500, every: 600),
    ]
    #expect(RetestStanding.mostOverdue(retests)?.slug == "ppo")
    #expect(RetestStanding.mostOverdue(retests.reversed())?.slug == "ppo")
  }

  @Test func `of equals the first comes up`() {
    let retests = [
      RetestStanding(slug: "ppo", days: 80, every: 40),
      RetestStanding(slug: "moe", days: 160, every: 80),
    ]
    #expect(RetestStanding.mostOverdue(retests)?.slug == "ppo")
    #expect(RetestStanding.mostOverdue(retests.reversed())?.slug == "moe")
  }

  @Test func `nothing due brings nothing up`() {
    #expect(RetestStanding.mostOverdue([]) == nil)
    #expect(RetestStanding.mostOverdue([RetestStanding(slug: "ppo", days: 40, every: 40)]) == nil)
  }
}
