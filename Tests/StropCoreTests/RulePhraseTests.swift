import StropCore
import Testing

/// A Tuesday.
private let today = "2026-11-24"

struct RulePhraseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let phrase: String
    let text: String

    init(_ phrase: String, _ text: String) {
      self.phrase = phrase
      self.text = text
    }

    var testDescription: String { phrase }
  }

  @Test(arguments: [
    Case("daily at 21:30", "daily 21:30"),
    Case("every day at 21:30", "daily 21:30"),
    Case("weekends 10:00", "sat,sun 10:00"),
    Case("every week on sat 10:00", "sat 10:00"),
    Case("every 2 weeks on fri 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("every two weeks on friday at 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("every other fri 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("every other week on fri 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("every 2 weeks on mon 18:00", "every 2 weeks on mon 18:00 from 2026-12-07"),
    Case(
      "every 2 weeks on weekdays 18:00", "every 2 weeks on weekdays 18:00 from 2026-11-24"),
    Case("every 3 days 20:00", "every 3 days 20:00 from 2026-11-24"),
    Case("every 3 days from 2026-12-01 20:00", "every 3 days 20:00 from 2026-12-01"),
    Case("every 1 days 20:00", "daily 20:00"),
    Case("monthly on 1st 09:00", "monthly on 1st 09:00"),
    Case("Monthly on the 1st at 9:00", "monthly on 1st 09:00"),
    Case("1st of the month 09:00", "monthly on 1st 09:00"),
    Case("every month on 15, 1 09:00", "monthly on 1st,15th 09:00"),
    Case("monthly on 31st,22nd,3rd,11th 09:00", "monthly on 3rd,11th,22nd,31st 09:00"),
    Case("monthly on the last day 20:00", "monthly on last day 20:00"),
    Case("the last day of the month 20:00", "monthly on last day 20:00"),
    Case("last day of every month 20:00", "monthly on last day 20:00"),
    Case("every 3 months on 1st 20:00", "every 3 months on 1st 20:00 from 2027-02-01"),
    Case("first sat 10:00", "first sat 10:00"),
    Case("every first saturday of the month 10:00", "first sat 10:00"),
    Case("monthly on the first sat 10:00", "first sat 10:00"),
    Case("1st and 3rd sat 10:00", "first sat,third sat 10:00"),
    Case("last fri 17:00", "last fri 17:00"),
    Case("last fri, first sat 17:00", "first sat,last fri 17:00"),
    Case("every 2 months on first sat 10:00", "every 2 months on first sat 10:00 from 2027-01-02"),
    Case("yearly 02-29 10:00", "yearly 02-29 10:00"),
    Case("yearly on 2-29 10:00", "yearly 02-29 10:00"),
    Case("every 2 years on 06-01 10:00", "every 2 years on 06-01 10:00 from 2028-06-01"),
    Case("2026-12-01 09:00", "on 2026-12-01 09:00"),
    Case("on 2026-12-01 at 9:00", "on 2026-12-01 09:00"),
    Case("daily 21:30 until 2026-12-31", "daily 21:30 until 2026-12-31"),
    Case("weekdays 08:45 from 2026-12-05", "weekdays 08:45 from 2026-12-07"),
    Case("  SAT ,  SUN   10:00 ", "sat,sun 10:00"),
    Case("daily 21:30 from tomorrow", "daily 21:30 from 2026-11-25"),
    Case("tomorrow 9:00", "on 2026-11-25 09:00"),
    Case("tomorrow at 9:00", "on 2026-11-25 09:00"),
    Case("today 21:00", "on 2026-11-24 21:00"),
    Case("tonight 9:00", "on 2026-11-24 21:00"),
    Case("tomorrow in the afternoon 3:15", "on 2026-11-25 15:15"),
    Case("every evening 21:30", "daily 21:30"),
    Case("every evening at 9:30", "daily 21:30"),
    Case("every night 1:00", "daily 01:00"),
    Case("nightly 23:00", "daily 23:00"),
    Case("weekday mornings 8:45", "weekdays 08:45"),
    Case("sat evening 8:00", "sat 20:00"),
  ])
  func `English phrases have one written form`(test: Case) throws {
    try expect(test)
  }

  @Test(arguments: [
    Case("每天 21:30", "daily 21:30"), Case("每日21：30", "daily 21:30"),
    Case("工作日 08:45", "weekdays 08:45"), Case("每个工作日 08:45", "weekdays 08:45"),
    Case("周末 10:00", "sat,sun 10:00"), Case("每周六日 10:00", "sat,sun 10:00"),
    Case("每周六10:00", "sat 10:00"), Case("每周的周六 10:00", "sat 10:00"),
    Case("周六、周日 10:00", "sat,sun 10:00"), Case("每周一三五 10:00", "mon,wed,fri 10:00"),
    Case("每周一、三、五 10:00", "mon,wed,fri 10:00"),
    Case("周一和周三 10:00", "mon,wed 10:00"), Case("每星期天 10:00", "sun 10:00"),
    Case("每两周周五 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("每两周的周五 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("每 2 周周五18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("每两个星期星期五 18:00", "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("每 3 天 20:00", "every 3 days 20:00 from 2026-11-24"),
    Case("每三天20:00", "every 3 days 20:00 from 2026-11-24"),
    Case("每十五天20:00", "every 15 days 20:00 from 2026-11-24"),
    Case("从 2026-12-01 起每三天20:00", "every 3 days 20:00 from 2026-12-01"),
    Case("每月 1 日 09:00", "monthly on 1st 09:00"), Case("每月1号09:00", "monthly on 1st 09:00"),
    Case("每个月 1、15 日 09:00", "monthly on 1st,15th 09:00"),
    Case("每月二十一号 09:00", "monthly on 21st 09:00"),
    Case("每月最后一天 20:00", "monthly on last day 20:00"),
    Case("每月的最后一天20:00", "monthly on last day 20:00"),
    Case("每两个月 1 日 20:00", "every 2 months on 1st 20:00 from 2027-01-01"),
    Case("每月第一个周六 10:00", "first sat 10:00"), Case("每月第2个周六 10:00", "second sat 10:00"),
    Case("每月第一、第三个周六 10:00", "first sat,third sat 10:00"),
    Case("每月最后一个周五 17:00", "last fri 17:00"),
    Case("每年 2 月 29 日 10:00", "yearly 02-29 10:00"),
    Case("每年十二月三十一日 10:00", "yearly 12-31 10:00"),
    Case("每两年 6 月 1 日 10:00", "every 2 years on 06-01 10:00 from 2028-06-01"),
    Case("2026 年 12 月 1 日 09:00", "on 2026-12-01 09:00"),
    Case("2026年12月1日09:00", "on 2026-12-01 09:00"),
    Case("每天 21:30 到 2026 年 12 月 31 日为止", "daily 21:30 until 2026-12-31"),
    Case("每晚 21:30", "daily 21:30"),
    Case("每晚9点半", "daily 21:30"),
    Case("每天晚上 9:00", "daily 21:00"),
    Case("每天早上8点", "daily 08:00"),
    Case("工作日晚上 10:15", "weekdays 22:15"),
    Case("每周六下午3点", "sat 15:00"),
    Case("明天 9:00", "on 2026-11-25 09:00"),
    Case("后天 9:00", "on 2026-11-26 09:00"),
    Case("今晚 21:00", "on 2026-11-24 21:00"),
    Case("明晚八点", "on 2026-11-25 20:00"),
    Case("从明天起每天 21:30", "daily 21:30 from 2026-11-25"),
    Case("周末 10:00", "sat,sun 10:00"),
    Case("每月最后一天 20:00", "monthly on last day 20:00"),
  ])
  func `Chinese phrases have the same written form`(test: Case) throws {
    try expect(test)
  }

  private func expect(_ test: Case) throws {
    let rule = try Rule.parse(test.phrase, from: day(today))
    #expect(rule.text == test.text)
    #expect(Rule(test.text) == rule)
    #expect(Rule(test.text, from: try day("1999-12-31")) == rule)
  }

  @Test(arguments: [
    ("daily", RuleProblem.noTime), ("每月第一个周六", .noTime), ("every 2 weeks on fri", .noTime),
    ("daily 24:00", .badTime("24:00")), ("every day at 9pm", .badTime("9pm")),
    ("daily 9:5", .badTime("9:5")), ("daily 9", .badTime("9")),
    ("daily 9:30pm", .badTime("9:30pm")), ("", .unreadable), ("21:30", .unreadable),
    ("whenever", .unreadable), ("monthly 09:00", .unreadable), ("每月 10:00", .unreadable),
    ("weekly 10:00", .unreadable), ("1st 09:00", .unreadable), ("last 09:00", .unreadable),
    ("every 2 first sat 10:00", .unreadable), ("every 2 fri 10:00", .unreadable),
    ("last weekday of the month 10:00", .unreadable), ("first sat and sun 10:00", .unreadable),
    ("sixth sat 10:00", .unreadable), ("monthly on 32nd 10:00", .unreadable),
    ("every 0 days 10:00", .unreadable), ("every 10001 days 10:00", .unreadable),
    ("yearly 13-01 10:00", .unreadable), ("2026-11-31 10:00", .unreadable),
    ("2026 年 11 月 31 日 10:00", .unreadable), ("每 3 日 10:00", .unreadable),
    ("daily 21:30 from", .unreadable), ("morning", .unreadable), ("evening 21:30", .unreadable),
    ("每晚12点", .unreadable),
    ("每天 25点", .unreadable),
    ("on 2026-12-01 09:00 from 2026-12-01", .unreadable),
    ("every 99999999999999999999 days 10:00", .unreadable), ("第 10:00", .unreadable),
    ("每月第周六 10:00", .unreadable), ("每十十天 10:00", .unreadable),
    ("yearly 02-30 10:00", .neverFires), ("2026-11-23 10:00", .neverFires),
    ("daily 21:30 until 2026-11-23", .neverFires),
    ("daily 21:30 from 2026-12-02 until 2026-12-01", .neverFires),
    ("sat 10:00 until 2026-11-27", .neverFires),
  ])
  func `what is no rule says why`(phrase: String, problem: RuleProblem) throws {
    let today = try day(today)
    #expect(throws: problem) { try Rule.parse(phrase, from: today) }
  }

  @Test func `a rule that has ended is still read from the journal`() throws {
    let rule = try #require(Rule("on 2020-01-01 09:00", from: try day(today)))
    #expect(rule.next(after: try moment("2026-11-24T00:00")) == nil)
    #expect(rule.latest(upTo: try moment("2026-11-24T00:00"))?.text == "2020-01-01T09:00")
  }
}
