import Foundation
import Testing

/// Which days a report is about, and what it is compared with.
struct ReportPeriodTests {
  @Test func `a month and a quarter have names, and those before them`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30", "-d", "2026-10-20")
    try home.strop("checkin", "papers", "-m", "45", "-d", "2026-11-20")
    let month = try home.strop("report", "--month", "2026-11", "--lang", "en")
    #expect(month.errors == "")
    #expect(
      month.lines().first
        == "Nov 2026 · Sun 1 – Mon 30 Nov 2026 · Asia/Shanghai · so far, 5 days left")
    #expect(month.output.contains("this month    last month"))
    let json = try home.strop("report", "--month", "this", "--json")
    #expect(try json.json["week"] is NSNull)
    #expect(try json.json["to"] as? String == "2026-11-30")
    #expect(try json.object("totals")["minutes"] as? Int == 45)
    #expect(try json.object("previous")["minutes"] as? Int == 30)
    #expect(
      try home.strop("report", "--month", "上月", "--json").json["from"] as? String == "2026-10-01")
    let quarter = try home.strop("report", "--quarter", "2026-q4", "--lang", "zh")
    #expect(
      quarter.output.hasPrefix(
        "2026 年第 4 季度 · 2026-10-01 周四 – 12-31 周四\nAsia/Shanghai · 进行中，还剩 36 天\n"))
    let last = try home.strop("report", "--quarter", "last", "--json")
    #expect(try last.json["from"] as? String == "2026-07-01")
    #expect(try last.json["to"] as? String == "2026-09-30")
    #expect(
      try home.strop("report", "--month", "2026-13")
        == .failure(
          64,
          """
          strop: '2026-13' is not a month
          hint: try 2026-11, last, or a day of that month

          """))
    #expect(try home.strop("report", "--quarter", "2026-Q5").status == 64)
    #expect(try home.strop("report", "--month", "2026-12").status == 64)
    #expect(try home.strop("report", "--month", "last", "--week", "last").status == 64)
  }

  @Test func `it is compared with the days that are named`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30", "-d", "2026-10-20")
    try home.strop("checkin", "dpo", "-m", "20", "-d", "2026-10-21")
    try home.strop("checkin", "papers", "-m", "45", "-d", "2026-11-24")
    let text = try home.strop("report", "--against", "2026-10", "--lang", "en")
    #expect(text.errors == "")
    #expect(text.output.contains("\nagainst Oct 2026, Thu 1 – Sat 31 Oct 2026\n"))
    #expect(text.output.contains("1 / 7      2 / 31"))
    #expect(text.output.contains("then 1×, 30 min"))
    let dpo = try #require(text.lines().first { $0.hasPrefix("  dpo") })
    #expect(dpo.hasSuffix("then 1×, 20 min"))
    let json = try home.strop("report", "--against", "2026-10-20..2026-10-20", "--json")
    let against = try json.object("against")
    #expect(against.has("from to totals skills"))
    #expect((against["totals"] as? [String: Any])?["minutes"] as? Int == 30)
    #expect(try home.strop("report", "--json").json["against"] is NSNull)
    #expect(try home.strop("report", "--against", "2027-01").status == 64)
    expectCivil(try home.strop("report", "--against", "sometime"), 64)
    let markdown = try home.strop(
      "report", "--against", "2026-10", "--format", "markdown", "--lang", "en")
    #expect(markdown.output.contains("Against Oct 2026, Thu 1 – Sat 31 Oct 2026"))
  }

  @Test func `other ranges have no week, and go to a file where one is named`() throws {
    let home = try StropHome()
    let range = try home.strop("report", "--from", "2026-11-20", "--to", "2026-11-26", "--json")
    #expect(try range.json["week"] is NSNull)
    #expect(try range.json["from"] as? String == "2026-11-20")
    let written = try home.strop("report", "--format", "markdown", "--out", "week.md")
    #expect(
      written
        == .success("~/week.md: the report of week 48, Mon 23 – Sun 29 Nov 2026\n"))
    #expect(try home.strop("report", "--json", "--out", "week.json") == .success(""))
    let file = try String(contentsOfFile: home.path("week.md"), encoding: .utf8)
    #expect(file == (try home.strop("report", "--format", "markdown").output))
    #expect(file.hasPrefix("# Week 48 · "))
    #expect(
      try home.strop("report", "--out", "no/such/week.md")
        == .failure(74, "strop: \(home.path("no/such/week.md")) cannot be written\n"))
  }

  @Test func `only whole weeks are judged, and the rest is counted`() throws {
    let home = try StropHome()
    // The week from 9 November has its three sessions, the one from 16 November two.
    for day in ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-16", "2026-11-17", "2026-11-23"]
    {
      try home.strop("checkin", "papers", "-m", "30", "-d", day)
    }
    func papers(_ arguments: String...) throws -> [String: Any]? {
      let report = try home.start(["report", "--json"] + arguments).end().list("skills")
      return report.first { $0["slug"] as? String == "papers" }
    }
    let two = try papers("--from", "2026-11-09", "--to", "2026-11-23")
    #expect(two?["sessions"] as? Int == 6)
    #expect(two?["done"] as? Int == 6)
    #expect(two?["met"] as? Bool == false)
    #expect(try papers("--from", "2026-11-08", "--to", "2026-11-16")?["met"] as? Bool == true)
    let none = try papers("--from", "2026-11-10", "--to", "2026-11-22")
    #expect(none?["met"] as? Bool == false)
    let part = try papers("--from", "2026-11-10", "--to", "2026-11-15")
    #expect(part?["met"] is NSNull)
    #expect(part?["sessions"] as? Int == 0)
    #expect(part?["done"] as? Int == 2)

    let text = try home.strop(
      "report", "--from", "2026-11-09", "--to", "2026-11-23", "--lang", "en")
    #expect(text.output.contains("papers 1 of 2 weeks"), "\(text.output)")
    let one = try home.strop("report", "--from", "2026-11-15", "--to", "2026-11-22", "--lang", "en")
    #expect(one.output.contains("papers 2/3"), "\(one.output)")
    #expect(one.output.contains("Judged: the one whole week in it."))
    #expect(text.output.contains("Judged: the 2 whole weeks in it."))
    #expect(text.output.contains("5/6 +1"))
    let short = try home.strop(
      "report", "--from", "2026-11-10", "--to", "2026-11-15", "--lang", "en")
    #expect(
      short.output.contains("No whole week lies in these days: sessions are counted, not judged."))
    #expect(!short.output.contains("not planned"))
  }

  @Test func `in several weeks, what was missed is apart from what this week still asks for`()
    throws
  {
    let home = try StropHome(.empty)
    try home.strop("today", with: ["STROP_NOW": "2026-11-02T13:00:00Z"])
    func practise(_ skill: String, _ days: Int...) throws {
      for day in days {
        try home.strop("checkin", skill, "-m", "30", "-d", "2026-11-\(day < 10 ? "0" : "")\(day)")
      }
    }
    try practise("papers", 2, 3, 4, 9, 10, 11, 16, 17, 18, 23)
    try practise("debug", 2)
    try practise("reproduce", 2, 9, 16, 23)
    try practise("weekend", 7, 14, 21)
    let month = try home.strop("report", "--month", "2026-11", "--lang", "en")
    #expect(
      month.output.contains(
        """
        1 of 4 skills on target so far. Behind: debug 1 of 3 weeks. Still to do this
        week: papers 1/3, weekend 0/1. Judged: the 4 whole weeks in it.
        """), "\(month)")
    let chinese = try home.strop("report", "--month", "2026-11", "--lang", "zh")
    #expect(
      chinese.output.replacing("\n", with: "").contains(
        "4 项中 1 项达标。有落下：debug 3 周中 1 周。本周还差：papers 1/3、weekend 0/1。只评判其中 4 个整周。"),
      "\(chinese)")
  }

  @Test func `a range of centuries is no more work than what there is`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30")
    let report = try home.strop("report", "--from", "1900-01-01", "--to", "9999-12-31", "--json")
    #expect(try report.json["to"] as? String == "9999-12-31")
    let papers = try report.list("skills").first { $0["slug"] as? String == "papers" }
    #expect(papers?["done"] as? Int == 1)
    #expect(papers?["sessions"] as? Int == 12)
    #expect((papers?["weeks"] as? [Int])?.last == 30)
  }
}
