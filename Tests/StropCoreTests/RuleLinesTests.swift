import StropCore
import Testing

struct RuleLinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: String
    let text: String

    init(_ lines: String, _ text: String) {
      self.lines = lines
      self.text = text
    }

    var testDescription: String { lines }
  }

  @Test(arguments: [
    Case("FREQ=DAILY 21:30", "daily 21:30"),
    Case("rrule:freq=daily;byhour=21;byminute=30", "daily 21:30"),
    Case("FREQ=DAILY;BYHOUR=21;BYMINUTE=30;BYSECOND=0", "daily 21:30"),
    Case("FREQ=DAILY;BYHOUR=9", "daily 09:00"),
    Case("DTSTART:20261127T180000\nRRULE:FREQ=DAILY", "daily 18:00 from 2026-11-27"),
    Case("DTSTART:20261127T180000 FREQ=DAILY;BYHOUR=19", "daily 19:00 from 2026-11-27"),
    Case("DTSTART:20261127T183000 FREQ=DAILY;BYHOUR=9", "daily 09:30 from 2026-11-28"),
    Case("DTSTART:20261127;RRULE:FREQ=DAILY;18:00", "daily 18:00 from 2026-11-27"),
    Case("DTSTART;VALUE=DATE:20261127 RRULE:FREQ=DAILY 18:00", "daily 18:00 from 2026-11-27"),
    Case("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 08:45", "weekdays 08:45"),
    Case("FREQ=DAILY;BYDAY=SA,SU 10:00", "sat,sun 10:00"),
    Case("FREQ=WEEKLY 10:00", "tue 10:00"),
    Case(
      "DTSTART:20261127T180000;FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
      "every 2 weeks on fri 18:00 from 2026-11-27"),
    Case("FREQ=MONTHLY;BYMONTHDAY=-1 20:00", "monthly on last day 20:00"),
    Case("FREQ=MONTHLY;BYDAY=+1SA 10:00", "first sat 10:00"),
    Case("FREQ=MONTHLY 10:00", "monthly on 24th 10:00"),
    Case("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 10:00", "yearly 02-29 10:00"),
    Case("FREQ=YEARLY 10:00", "yearly 11-24 10:00"),
    Case("FREQ=DAILY;UNTIL=20261231 10:00", "daily 10:00 until 2026-12-31"),
    Case("FREQ=DAILY;UNTIL=20261231T100000 10:00", "daily 10:00 until 2026-12-31"),
    Case("FREQ=DAILY;UNTIL=20261231T095900 10:00", "daily 10:00 until 2026-12-30"),
    Case("FREQ=DAILY;COUNT=10 10:00", "daily 10:00 from 2026-11-24 until 2026-12-03"),
    Case("FREQ=WEEKLY;BYDAY=FR;COUNT=1 10:00", "on 2026-11-27 10:00"),
    Case(
      "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 18:00",
      "DTSTART:20270813T180000 RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"),
    Case(
      "FREQ=YEARLY;BYDAY=20MO;UNTIL=20300101T000000 18:00",
      "DTSTART:20270517T180000 RRULE:FREQ=YEARLY;BYDAY=20MO;UNTIL=20291231T180000"),
    Case("FREQ=WEEKLY;BYDAY=FR;WKST=SU 10:00", "fri 10:00"),
    Case(
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU 10:00",
      "every 2 weeks on tue 10:00 from 2026-11-24"),
  ])
  func `RFC 5545 rules have the written form of the phrase, where one says them`(
    test: Case
  ) throws {
    let rule = try Rule.parse(test.lines, from: day("2026-11-24"))
    #expect(rule.text == test.text)
    #expect(Rule(test.text) == rule)
    #expect(try Rule.parse(test.lines.lowercased(), from: day("2026-11-24")) == rule)
  }

  @Test(arguments: [
    ("FREQ=DAILY", RuleProblem.noTime), ("FREQ=DAILY;BYMINUTE=30", .noTime),
    ("RRULE:BYDAY=MO 10:00", .unreadable), ("DTSTART:20261127T180000", .unreadable),
    ("FREQ=DAILY hello 10:00", .unreadable),
    ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1 10:00", .unsupported(part: "BYSETPOS")),
    ("FREQ=YEARLY;BYWEEKNO=20 10:00", .unsupported(part: "BYWEEKNO")),
    ("FREQ=HOURLY 10:00", .unsupported(part: "FREQ=HOURLY")),
    ("FREQ=DAILY;BYHOUR=9,17", .unsupported(part: "BYHOUR=9,17")),
    ("FREQ=DAILY;BYHOUR=9;BYSECOND=30", .unsupported(part: "BYSECOND")),
    ("FREQ=DAILY 10:00 EXDATE:20261127T100000", .unsupported(part: "EXDATE")),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU;WKST=SU 10:00", .unsupported(part: "WKST")),
    ("FREQ=FORTNIGHTLY 10:00", .badPart("FREQ=FORTNIGHTLY")),
    ("FREQ=DAILY;INTERVAL=0 10:00", .badPart("INTERVAL=0")),
    ("FREQ=DAILY;INTERVAL=99999999999999999999 10:00", .badPart("INTERVAL=99999999999999999999")),
    ("FREQ=DAILY;COUNT=0 10:00", .badPart("COUNT=0")),
    ("FREQ=DAILY;COUNT=2;UNTIL=20261231 10:00", .badPart("COUNT")),
    ("FREQ=DAILY;FREQ=DAILY 10:00", .badPart("FREQ=DAILY")),
    ("FREQ=DAILY;UNTIL=20261131 10:00", .badPart("UNTIL=20261131")),
    ("FREQ=MONTHLY;BYMONTHDAY=0 10:00", .badPart("BYMONTHDAY=0")),
    ("FREQ=MONTHLY;BYMONTHDAY=1, 10:00", .badPart("BYMONTHDAY=1,")),
    ("FREQ=MONTHLY;BYMONTH=13 10:00", .badPart("BYMONTH=13")),
    ("FREQ=MONTHLY;BYDAY=XX 10:00", .badPart("BYDAY=XX")),
    ("FREQ=MONTHLY;BYDAY=6MO 10:00", .badPart("BYDAY")),
    ("FREQ=WEEKLY;BYDAY=1MO 10:00", .badPart("BYDAY")),
    ("FREQ=DAILY;BYHOUR=24", .badPart("BYHOUR=24")),
    ("DTSTART:20261127T18 FREQ=DAILY", .badPart("DTSTART:20261127T18")),
    ("DTSTART:20261127T180030 FREQ=DAILY", .badPart("DTSTART:20261127T180030")),
    ("DTSTART:20261127T180000 FREQ=DAILY 19:00", .badTime("19:00")),
    ("FREQ=DAILY 10:00 11:00", .badTime("11:00")),
    ("DTSTART:20261127T180000Z RRULE:FREQ=DAILY", .zoned),
    ("DTSTART;TZID=Europe/Berlin:20261127T180000 RRULE:FREQ=DAILY", .zoned),
    ("FREQ=DAILY;UNTIL=20261231T000000Z 10:00", .zoned),
    ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2 10:00", .neverFires),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29 10:00", .neverFires),
    ("FREQ=DAILY;INTERVAL=7;BYDAY=WE 10:00", .neverFires),
    ("FREQ=DAILY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=30 10:00", .neverFires),
    ("DTSTART:20261127T180000 RRULE:FREQ=DAILY;UNTIL=20261126T180000", .neverFires),
    ("DTSTART:20200101T180000 RRULE:FREQ=DAILY;COUNT=3", .neverFires),
    ("DTSTART:20200101T180000 RRULE:FREQ=DAILY;UNTIL=20200104", .neverFires),
  ])
  func `what strop does not keep says why`(lines: String, problem: RuleProblem) throws {
    let today = try day("2026-11-24")
    #expect(throws: problem) { try Rule.parse(lines, from: today) }
  }
}
