import StropCore
import Testing

struct RetestTests {
  @Test(arguments: [(74, 75, false), (75, 75, false), (76, 75, true), (0, 30, false)])
  func `a retest is due once its interval is past`(days: Int, every: Int, isDue: Bool) {
    #expect(Retest(slug: "ppo", days: days, every: every).isDue == isDue)
  }

  @Test func `the most overdue for its interval comes up`() {
    let retests = [
      Retest(slug: "debug", days: 200, every: 90), Retest(slug: "ppo", days: 80, every: 30),
      Retest(slug: "moe", days: 61, every: 60), Retest(slug: "dpo", days: 500, every: 600),
    ]
    #expect(Retest.mostOverdue(retests)?.slug == "ppo")
    #expect(Retest.mostOverdue(retests.reversed())?.slug == "ppo")
  }

  @Test func `of equals the first comes up`() {
    let retests = [
      Retest(slug: "ppo", days: 80, every: 40), Retest(slug: "moe", days: 160, every: 80),
    ]
    #expect(Retest.mostOverdue(retests)?.slug == "ppo")
    #expect(Retest.mostOverdue(retests.reversed())?.slug == "moe")
  }

  @Test func `nothing due brings nothing up`() {
    #expect(Retest.mostOverdue([]) == nil)
    #expect(Retest.mostOverdue([Retest(slug: "ppo", days: 40, every: 40)]) == nil)
  }
}
