import Foundation
import Glibc
import Testing

/// What a report draws, on a terminal and on its page.
struct ReportChartTests {
  @Test func `bars, sparklines and the calendar are ASCII where the locale is not of UTF-8`() throws
  {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30", "-d", "2026-11-24")
    // A first week has no calendar yet: it would be one column.
    #expect(try !home.strop("report").output.contains("■"))
    try home.strop("checkin", "papers", "-d", "2026-10-01")
    let unicode = try home.strop("report").output
    for glyph in ["█", "▁", "■"] { #expect(unicode.contains(glyph)) }
    for (locale, isUnicode) in [
      (["LANG": "C"], false), (["LANG": ""], false), (["LANG": "en_US.ISO-8859-1"], false),
      (["LANG": "C", "LC_ALL": "zh_CN.UTF-8", "STROP_LANG": "en"], true),
      (["LC_CTYPE": "POSIX"], false), (["LANG": "en_GB.utf8"], true),
    ] {
      let shown = try home.strop("report", with: locale).output
      for glyph in ["█", "▁", "■"] { #expect(shown.contains(glyph) == isUnicode, "\(locale)") }
      #expect(isUnicode || shown.contains("papers     ###.......  1/3   30 min   _______#"))
    }
  }

  @Test func `the calendar has a mark for each day with practice, of the year up to the report`()
    throws
  {
    let home = try StropHome()
    #expect(try !home.strop("report").output.contains("■"))
    for day in ["2026-11-24", "2026-11-26", "2025-11-24", "2025-11-23"] {
      try home.strop("checkin", "papers", "-m", "30", "-d", day)
    }
    try home.strop("checkin", "debug", "-d", "2026-11-24")
    let year = try home.strop("report")
    let marks = year.lines().filter { $0.contains("■") }
    #expect(marks.map { $0.count { $0 == "■" } } == [1, 1, 1])
    #expect(marks[0].hasPrefix("  Mo  ■·") && marks[1].hasSuffix("■") && marks[2].hasSuffix("■"))
    #expect(year.output.contains("practised on 3 days, Mon 24 Nov 2025 – Thu 26 Nov 2026"))
    // As many weeks as fit.
    let narrow = try home.strop("report", with: ["COLUMNS": "50"])
    #expect(narrow.lines().filter { $0.contains("■") }.count == 2)
    let summer = try home.strop("report", "--from", "2026-06-01", "--to", "2026-06-30")
    #expect(summer.output.contains("practised on 2 days, Mon 17 Nov 2025 – Tue 30 Jun 2026"))
  }

  @Test func `a page has its charts, and the JSON their numbers`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30", "-n", "<b>a & b</b>")
    try home.strop("checkin", "debug", "-m", "20", "-d", "2026-10-07")
    try home.strop("item", "done", "papers/triage-ten")
    let page = try home.strop("report", "--format", "html", "--lang", "en")
    #expect(page.errors == "")
    #expect(page.output.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(page.output.hasSuffix("</html>\n"))
    #expect(page.output.contains("&lt;b&gt;a &amp; b&lt;/b&gt;"))
    for tip in ["Thu 26 Nov 2026: 30 min", "Wed 7 Oct 2026: 20 min"] {
      #expect(page.output.contains("<title>\(tip)</title>"))
    }
    let charts = try home.strop("report", "--json").object("charts")
    let calendar = try #require(charts["calendar"] as? [String: Any])
    let days = try #require(calendar["days"] as? [[String: Any]])
    #expect(days.map { $0["day"] as? String } == ["2026-10-07", "2026-11-26"])
    // What came after the last day is in no chart of practice.
    let earlier = try home.strop("report", "--from", "2026-11-23", "--to", "2026-11-25", "--json")
    let before = try #require(try earlier.object("charts")["calendar"] as? [String: Any])
    #expect((before["days"] as? [[String: Any]])?.map { $0["day"] as? String } == ["2026-10-07"])
    let minutes = try #require(charts["minutes"] as? [String: Any])
    #expect((minutes["weeks"] as? [String])?.count == 8)
    // What the plans of the focus ask for: 6.5 hours.
    #expect((minutes["planned"] as? [Int])?.last == 390)
    let lists = try #require(charts["checklists"] as? [[String: Any]])
    #expect(lists.first { $0["slug"] as? String == "papers" }?["doneInRange"] as? Int == 1)
  }

  @Test func `a page is opened where there is something to open it with`() throws {
    let home = try StropHome()
    let page = home.database.deletingLastPathComponent().appending(
      path: "pages/report-2026-W48.html")
    let nowhere = try home.strop("report", "--open")
    expectCivil(nowhere, 69)
    #expect(nowhere.errors.contains("no desktop"))
    #expect(try String(contentsOf: page, encoding: .utf8).hasPrefix("<!doctype html>"))
    #expect(
      try FileManager.default.attributesOfItem(atPath: page.path)[.posixPermissions] as? Int
        == 0o600)

    // What stands in for a desktop's opener notes what it is given; the browser goes on for long.
    try FileManager.default.createDirectory(
      atPath: home.path("bin"), withIntermediateDirectories: false)
    let opener = try home.write(
      "#!/bin/sh\necho \"$1\" >> \"$HOME/opened\"\nif [ -e \"$HOME/slow\" ]; then sleep 5; touch \"$HOME/went-on\"; fi\n"
        + "if [ -e \"$HOME/broken\" ]; then exit 4; fi\n", to: "bin/xdg-open")
    chmod(opener, 0o755)
    let path = home.path("bin") + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let desktop = ["DISPLAY": ":0", "PATH": path]
    #expect(try home.strop("report", "--open", with: desktop).status == 0)
    let named = try home.strop(
      "report", "--month", "2026-11", "--open", "--out", "my page.html", with: desktop)
    #expect(named.status == 0 && named.errors == "")
    let opened = try String(contentsOfFile: home.path("opened"), encoding: .utf8)
    #expect(opened == page.path + "\n" + home.path("my page.html") + "\n")
    try home.write("", to: "broken")
    expectCivil(try home.strop("report", "--open", with: desktop), 69)
    try home.write("", to: "slow")
    #expect(try home.strop("report", "--open", with: desktop).status == 0)
    // The browser outlives strop.
    #expect(!FileManager.default.fileExists(atPath: home.path("went-on")))
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: home.path("went-on")) {
      usleep(50_000)
    }
    #expect(FileManager.default.fileExists(atPath: home.path("went-on")))
    try FileManager.default.removeItem(atPath: home.path("slow"))
    expectCivil(try home.strop("report", "--open", "--format", "text", with: desktop), 64)
    expectCivil(try home.strop("report", "--open", "--json", with: desktop), 64)
    for language in ["en", "zh"] {
      let without = try home.strop(
        "report", "--open", "--lang", language, with: ["DISPLAY": ":0", "PATH": home.path("empty")])
      if FileManager.default.isExecutableFile(atPath: "/usr/bin/xdg-open") { continue }
      expectCivil(without, 69)
      #expect(without.errors.contains("apt install xdg-utils"))
    }
  }
}
