import StropCore
import Testing

/// Seen from Wednesday, 2026-11-25.
struct DayPhraseTests {
  private func parse(_ text: String, _ weekday: DayPhrase.WeekdayReading) throws -> String? {
    DayPhrase.parse(text, today: try day("2026-11-25"), weekday: weekday)?.iso
  }

  @Test(arguments: [
    ("today", "2026-11-25"), ("Today", "2026-11-25"), ("yesterday", "2026-11-24"),
    ("tomorrow", "2026-11-26"), ("今天", "2026-11-25"), ("昨天", "2026-11-24"),
    ("前天", "2026-11-23"), ("明天", "2026-11-26"), ("后天", "2026-11-27"),
    ("0d", "2026-11-25"), ("1d", "2026-11-24"), ("2d", "2026-11-23"), ("-2d", "2026-11-23"),
    ("+2d", "2026-11-27"), ("2D", "2026-11-23"), ("30d", "2026-10-26"), ("2天前", "2026-11-23"),
    ("10天前", "2026-11-15"), ("2026-11-20", "2026-11-20"), ("2028-02-29", "2028-02-29"),
  ])
  func `days read in both languages`(text: String, iso: String) throws {
    #expect(try parse(text, .latest) == iso)
    #expect(try parse(text, .earliest) == iso)
  }

  @Test(arguments: [
    ("mon", "2026-11-23", "2026-11-30"), ("tue", "2026-11-24", "2026-12-01"),
    ("wed", "2026-11-25", "2026-11-25"), ("thu", "2026-11-19", "2026-11-26"),
    ("fri", "2026-11-20", "2026-11-27"), ("sat", "2026-11-21", "2026-11-28"),
    ("sun", "2026-11-22", "2026-11-29"), ("Monday", "2026-11-23", "2026-11-30"),
    ("周一", "2026-11-23", "2026-11-30"), ("星期三", "2026-11-25", "2026-11-25"),
    ("礼拜天", "2026-11-22", "2026-11-29"), ("周日", "2026-11-22", "2026-11-29"),
  ])
  func `a weekday is the latest one for practice and the earliest one for plans`(
    text: String,
    latest: String,
    earliest: String
  ) throws {
    #expect(try parse(text, .latest) == latest)
    #expect(try parse(text, .earliest) == earliest)
  }

  @Test(arguments: [
    ("last fri", "2026-11-20"), ("Last Friday", "2026-11-20"), ("last mon", "2026-11-16"),
    ("上周五", "2026-11-20"), ("上星期五", "2026-11-20"), ("上个礼拜天", "2026-11-22"),
    ("this mon", "2026-11-23"), ("本周一", "2026-11-23"), ("这周日", "2026-11-29"),
    ("next tue", "2026-12-01"), ("下周二", "2026-12-01"), ("大前天", "2026-11-22"),
  ])
  func `a weekday of a week that is named is that one, whoever asks`(text: String, iso: String)
    throws
  {
    #expect(try parse(text, .latest) == iso)
    #expect(try parse(text, .earliest) == iso)
  }

  @Test(arguments: [
    ("11-20", "2026-11-20", "2026-11-20"), ("11-25", "2026-11-25", "2026-11-25"),
    ("12-24", "2025-12-24", "2026-12-24"), ("1-5", "2026-01-05", "2027-01-05"),
    ("01-05", "2026-01-05", "2027-01-05"), ("02-29", "2024-02-29", "2028-02-29"),
    ("11月20日", "2026-11-20", "2026-11-20"), ("12月24号", "2025-12-24", "2026-12-24"),
    ("6-1", "2026-06-01", "2026-06-01"), ("11-26", "2026-11-26", "2026-11-26"),
    ("12-2", "2026-12-02", "2026-12-02"), ("12-3", "2025-12-03", "2026-12-03"),
  ])
  func `a month and a day are the latest one for practice and the nearest one for plans`(
    text: String,
    latest: String,
    nearest: String
  ) throws {
    #expect(try parse(text, .latest) == latest)
    #expect(try parse(text, .earliest) == nearest)
  }

  @Test(arguments: [
    "", " ", "d", "-d", "+d", "--2d", "2", "-2", "2 d", "2dd", "d2", "2.5d", "two days ago",
    "2026-11-31", "2026-11", "11-31", "13-1", "11-", "-11-20", "1-2-3", "11/20", "111-2",
    "mo", "last", "last week", "lastfri", "上周", "上五", "月20", "2月30日", "mondays", "周", "周八", "星期",
    "天前",
    "123456d", "２d",
  ])
  func `anything else is no day`(text: String) throws {
    #expect(try parse(text, .latest) == nil)
    #expect(try parse(text, .earliest) == nil)
  }

  @Test func `a day too long ago to be written is none`() throws {
    #expect(try parse("46349d", .latest) == "1900-01-01")
    #expect(try parse("46350d", .latest) == nil)
    #expect(try parse("99999d", .latest) == nil)
  }
}

struct WeekdayTests {
  @Test(arguments: [
    (Weekday.monday, "mon Mon MONDAY 周一 星期一 礼拜一"),
    (.tuesday, "tue tues Tuesday 周二 星期二 礼拜二"), (.wednesday, "wed wednesday 周三 星期三 礼拜三"),
    (.thursday, "thu thur thurs thursday 周四 星期四 礼拜四"), (.friday, "fri friday 周五 星期五 礼拜五"),
    (.saturday, "sat saturday 周六 星期六 礼拜六"),
    (.sunday, "sun sunday 周日 周天 星期日 星期天 礼拜日 礼拜天"),
  ])
  func `each weekday goes by its names`(weekday: Weekday, names: String) {
    for name in names.split(separator: " ") { #expect(Weekday(name) == weekday) }
  }

  @Test(arguments: ["", "m", "mo", "周", "一", "周七", "day", "mon "])
  func `no other name is a weekday`(name: String) {
    #expect(Weekday(name) == nil)
  }
}
