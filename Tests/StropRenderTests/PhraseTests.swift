import StropCore
import StropRender
import Testing

struct PhraseTests {
  let english = PhraseBook(language: .english)
  let chinese = PhraseBook(language: .chinese)

  struct Range: Sendable {
    let days: String
    let english: String
    let chinese: String
  }

  @Test(arguments: [
    Range(
      days: "2026-11-23 2026-11-29",
      english: "Mon 23 – Sun 29 Nov 2026",
      chinese: "2026-11-23 周一 – 11-29 周日"),
    Range(
      days: "2026-11-30 2026-12-06",
      english: "Mon 30 Nov – Sun 6 Dec 2026",
      chinese: "2026-11-30 周一 – 12-06 周日"),
    Range(
      days: "2026-12-28 2027-01-03",
      english: "Mon 28 Dec 2026 – Sun 3 Jan 2027",
      chinese: "2026-12-28 周一 – 2027-01-03 周日"),
    Range(days: "2026-11-26 2026-11-26", english: "Thu 26 Nov 2026", chinese: "2026-11-26 周四"),
  ])
  func `a range of days says each part once`(range: Range) throws {
    let days = range.days.split(separator: " ").compactMap { Day(iso: $0) }
    let first = try #require(days.first)
    let last = try #require(days.last)
    #expect(english.range(first...last) == range.english)
    #expect(chinese.range(first...last) == range.chinese)
  }

  @Test(arguments: [
    (1.0, "1 h", "1 小时"), (2.0, "2 h", "2 小时"), (0.5, "0.5 h", "0.5 小时"),
    (1.25, "1.3 h", "1.3 小时"), (0.0, "0 h", "0 小时"),
  ])
  func `hours have a decimal only where they need one`(
    hours: Double,
    english: String,
    chinese: String
  ) {
    #expect(self.english.hours(hours) == english)
    #expect(self.chinese.hours(hours) == chinese)
  }

  @Test func `one day is a day, two are days`() {
    #expect([0, 1, 2].map(english.days) == ["0 days", "1 day", "2 days"])
    #expect([1, 2].map(chinese.days) == ["1 天", "2 天"])
  }

  @Test(arguments: [
    ("daily 21:30", "daily 21:30", "每天 21:30"),
    ("weekdays 08:45", "weekdays 08:45", "工作日 08:45"),
    ("sat,sun 10:00", "weekend 10:00", "周末 10:00"),
    ("mon 09:00", "every Monday 09:00", "每周一 09:00"),
    ("sun,tue 09:00", "every Tue, Sun 09:00", "每周二、周日 09:00"),
    ("on 2026-12-01 09:00", "on 2026-12-01 09:00", "2026-12-01 09:00"),
    ("monthly on 1st 09:00", "monthly on 1st 09:00", "每月 1 日 09:00"),
    (
      "monthly on 1,22,last day 09:00", "monthly on 1st, 22nd, last day 09:00",
      "每月 1 日、22 日、最后一天 09:00"
    ),
    ("first sat 10:00", "every first Saturday 10:00", "每月第一个周六 10:00"),
    (
      "last fri,first sat 10:00", "every first Saturday, last Friday 10:00",
      "每月第一个周六、最后一个周五 10:00"
    ),
    ("yearly 02-29 10:00", "yearly on 02-29 10:00", "每年 2 月 29 日 10:00"),
    (
      "daily 21:30 from 2026-12-01 until 2026-12-31",
      "daily 21:30 from 2026-12-01 until 2026-12-31",
      "每天 21:30，从 2026-12-01 起，到 2026-12-31 为止"
    ),
    (
      "DTSTART:20261113T180000 RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
      "DTSTART:20261113T180000 RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
      "DTSTART:20261113T180000 RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"
    ),
  ])
  func `a reminder's rule is said as people say it`(
    rule: String,
    english: String,
    chinese: String
  ) throws {
    let rule = try #require(Rule(rule))
    #expect(self.english.rule(rule) == english)
    #expect(self.chinese.rule(rule) == chinese)
    #expect(Rule(chinese) == rule)
    #expect(Rule(english) == rule)
  }

  @Test(arguments: [
    ("every 3 days 20:00", "every 3 days 20:00", "每 3 天 20:00"),
    ("every 2 weeks on fri 18:00", "every 2 weeks on Friday 18:00", "每两周的周五 18:00"),
    ("every 3 weeks on fri,sun 18:00", "every 3 weeks on Fri, Sun 18:00", "每 3 周的周五、周日 18:00"),
    ("every 2 months on last day 20:00", "every 2 months on last day 20:00", "每两个月的最后一天 20:00"),
    (
      "every 2 months on first sat 10:00", "every 2 months on first Saturday 10:00",
      "每两个月的第一个周六 10:00"
    ),
    ("every 2 years on 06-01 10:00", "every 2 years on 06-01 10:00", "每两年的 6 月 1 日 10:00"),
  ])
  func `a rule with an interval is said without the day from which it counts`(
    text: String,
    english: String,
    chinese: String
  ) throws {
    let today = try #require(Day(iso: "2026-11-24"))
    let rule = try #require(Rule(text, from: today))
    #expect(self.english.rule(rule) == english)
    #expect(self.chinese.rule(rule) == chinese)
    #expect(Rule(chinese, from: today) == rule)
    #expect(Rule(english, from: today) == rule)
  }
}
