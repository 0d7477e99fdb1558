import Foundation
import Glibc
import Testing

struct ReportCommandTests {
  @Test func `it names its range and zone, judges in a sentence, and gives next steps`() throws {
    let home = try StropHome()
    try home.strop("checkin", "debug", "-m", "40")
    let english = try home.strop("report")
    #expect(english.status == 0)
    #expect(english.errors == "")
    #expect(
      english.lines().first
        == "Week 48 · Mon 23 – Sun 29 Nov 2026 · Asia/Shanghai · so far, 4 days left")
    #expect(english.output.contains("\n1 of 4 skills on target so far. "))
    let chinese = try home.strop("report", "--lang", "zh")
    #expect(
      chinese.lines().first
        == "第 48 周 · 2026-11-23 周一 – 11-29 周日 · Asia/Shanghai · 进行中，还剩 4 天")
  }

  @Test func `JSON has every key of the contract`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "40", "-d", "yesterday")
    try home.strop("item", "done", "papers/triage-ten")
    let report = try home.strop("report", "--json")
    #expect(report.errors == "")
    #expect(try home.strop("report", "--format", "json") == report)
    #expect(
      try report.json.has(
        "version week from to zone finished totals previous average4 skills items next logbooks"))
    for totals in ["totals", "previous", "average4"] {
      #expect(try report.object(totals).has("sessions minutes activeDays itemsDone"))
    }
    #expect(try report.object("totals")["minutes"] as? Int == 40)
    let papers = try #require(try report.list("skills").first)
    #expect(papers.has("slug title sessions done minutes met streak weeks evidence"))
    #expect(papers["weeks"] as? [Int] == [0, 0, 0, 0, 0, 0, 0, 40])
    #expect(
      (papers["evidence"] as? [String: Any])?.has("claimed evidenced verified") == true)
    #expect(try report.list("items").first?.has("slug title level value") == true)
    #expect(try report.list("next").first?.has("slug title hours") == true)
  }

  @Test func `an empty week and the week before the first are honest zeros`() throws {
    let home = try StropHome()
    let empty = try home.strop("report", "--week", "last", "--json")
    #expect(try empty.json["finished"] as? Bool == true)
    #expect(try empty.object("totals")["sessions"] as? Int == 0)
    let before = try home.strop("report", "--week", "2026-W40", "--json")
    #expect(try before.list("skills").allSatisfy { $0["met"] is NSNull })
    for format in ["text", "markdown", "html"] {
      let shown = try home.strop("report", "--week", "2026-W40", "--format", format)
      #expect(shown.status == 0)
      #expect(!shown.output.lowercased().contains("nan"), "\(shown.output)")
    }
  }

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

  @Test func `bars, sparklines and the calendar are ASCII where the locale is not of UTF-8`() throws
  {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30", "-d", "2026-11-24")
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
    let earlier = try home.strop("report", "--from", "2025-11-17", "--to", "2025-11-23")
    #expect(earlier.output.contains("practised on 1 day, "))
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
      "#!/bin/sh\necho \"$1\" >> \"$HOME/opened\"\nif [ -e \"$HOME/slow\" ]; then exec sleep 20; fi\n"
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
    let began = ContinuousClock.now
    #expect(try home.strop("report", "--open", with: desktop).status == 0)
    #expect(ContinuousClock.now - began < .seconds(15))
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

  @Test
  func
    `it has the notes: the newest three a skill as text, all of them by skill and day elsewhere`()
    throws
  {
    let home = try StropHome()
    for (minute, day, note) in [
      (0, "mon", "first"), (1, "mon", "second"), (2, "tue", "third"), (3, "today", "fourth\n第二行"),
    ] {
      try home.strop(
        "checkin", "papers", "-d", day, "-m", "20", "-n", note,
        with: ["STROP_NOW": "2026-11-26T20:0\(minute):00+08:00"])
    }
    try home.strop("checkin", "debug", "-n", "  loss mask \u{1b}[31m was off by one")
    try home.strop("checkin", "debug", "-d", "2026-11-20", "-n", "last week's")
    let text = try home.strop("report").output
    let notes = text.components(separatedBy: "  notes\n").dropFirst().first?
      .components(separatedBy: "\n\n").first
    #expect(
      notes == """
            papers  26 Nov  fourth 第二行
                    24 Nov  third
                    23 Nov  second
            debug   26 Nov  loss mask \\u{1b}[31m was off by one
            1 more:  strop log --since 2026-11-23 --until 2026-11-29
        """)
    let markdown = try home.strop("report", "--format", "markdown").output
    #expect(
      markdown.contains(
        """
        ## What was learnt

        ### Judging papers (papers)

        - **Mon 23 Nov, 20 min**: first
        - **Mon 23 Nov, 20 min**: second
        - **Tue 24 Nov, 20 min**: third
        - **Thu 26 Nov, 20 min**:
          - fourth
          - 第二行

        ### Debugging training code (debug)

        - **Thu 26 Nov**: loss mask \\\\u\\{1b\\}\\[31m was off by one

        """))
    let json = try home.strop("report", "--json").list("notes")
    #expect(json.map { $0["day"] as? String ?? "" }.sorted() == json.map { $0["day"] as? String })
    #expect(json.count == 5)
    #expect(json.last?.has("day skill minutes note") == true)
    #expect(json.compactMap { $0["note"] as? String }.contains("fourth\n第二行"))
  }

  @Test func `the mean has a column once there are two weeks to take it of`() throws {
    let home = try StropHome(.empty)
    let dates = ["2026-11-12", "2026-11-19", "2026-11-26"]
    for (index, date) in dates.enumerated() {
      let now = ["STROP_NOW": date + "T21:00:00+08:00"]
      try home.strop("checkin", "papers", "-m", "20", with: now)
      for format in ["text", "markdown", "html"] {
        let shown = try home.strop("report", "--format", format, with: now).output
        #expect(shown.lowercased().contains("mean of 2") == (index == 2), "\(shown)")
        #expect(shown.lowercased().contains("mean") == (index == 2))
      }
    }
  }

  @Test func `a week that is none, and days the wrong way round, are refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("report", "--week", "2026-W54")
        == .failure(
          64,
          """
          strop: '2026-W54' is not a week
          hint: try 2026-W48, last, or a day of that week

          """))
    #expect(try home.strop("report", "--week", "2026-W49").status == 64)
    #expect(try home.strop("report", "--week", "last", "--from", "mon").status == 64)
    #expect(try home.strop("report", "--from", "2026-11-26", "--to", "2026-11-20").status == 64)
    #expect(try home.strop("report", "--format", "csv").status == 64)
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

  @Test func `a skill that this curriculum does not know has a row of its own`() throws {
    let home = try StropHome()
    let other = try StropHome()
    try other.strop("skill", "add", "my-zig", "Zig")
    try other.strop("checkin", "my-zig", "-m", "25")
    let journal = try other.strop("export").output.replacing(
      "\"skill\":\"my-zig\"", with: "\"skill\":\"gone\"")
    #expect(try home.strop("import", "-", input: .text(journal)).status == 0)
    let row = try home.strop("report", "--json").list("skills").first {
      $0["slug"] as? String == "gone"
    }
    #expect(row?["title"] as? String == "gone")
    #expect(row?["done"] as? Int == 1)
    #expect(row?["met"] is NSNull)
    for format in ["text", "markdown", "html"] {
      let report = try home.strop("report", "--format", format, "--lang", "en").output
      let line = try #require(report.split(separator: "\n").first { $0.contains("gone") })
      #expect(line.contains("1 session, not planned"), "\(line)")
    }
  }

  @Test func `the database and what belongs to it are never written over`() throws {
    let home = try StropHome()
    try home.strop("backup")
    let data = home.database.deletingLastPathComponent().path
    let copy = data + "/backups/strop-20261126T130000Z.db"
    try home.write("", to: ".local/share/strop/secrets")
    try FileManager.default.linkItem(atPath: home.database.path, toPath: home.path("hard"))
    try FileManager.default.createSymbolicLink(
      atPath: home.path("soft"), withDestinationPath: home.database.path)
    let before = try Data(contentsOf: home.database)
    for path in [
      home.database.path, home.database.path + "-journal", copy, data + "/secrets", "hard", "soft",
      data + "/backups/report.txt",
    ] {
      let outcome = try home.strop("report", "--out", path)
      expectCivil(outcome, 64)
      #expect(outcome.errors.contains("is strop's own: it was left as it is"))
    }
    #expect(try Data(contentsOf: home.database) == before)
    #expect(!FileManager.default.fileExists(atPath: home.database.path + "-journal"))
  }

  @Test func `a file that is there keeps its mode and its links`()
    throws
  {
    let home = try StropHome()
    let path = try home.write("old", to: "report.txt")
    chmod(path, 0o640)
    try FileManager.default.createSymbolicLink(
      atPath: home.path("soft"), withDestinationPath: "report.txt")
    try FileManager.default.createSymbolicLink(
      atPath: home.path("dangling"), withDestinationPath: "made.txt")
    #expect(try home.strop("report", "--out", "soft").status == 0)
    let report = try String(contentsOfFile: path, encoding: .utf8)
    #expect(report.hasPrefix("Week 48"))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(lstat(home.path("soft"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    try FileManager.default.linkItem(atPath: path, toPath: home.path("hard"))
    #expect(try home.strop("report", "--out", "hard", "--format", "markdown").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# "))
    #expect(try home.strop("report", "--out", "dangling").status == 0)
    #expect(try String(contentsOfFile: home.path("made.txt"), encoding: .utf8) == report)
    expectCivil(try home.strop("report", "--out", "no/such/directory"), 74)
    expectCivil(try home.strop("report", "--out", "."), 74)
  }

  @Test(.enabled(if: SmallDisk.canBeMade))
  func `a file that is there keeps what it holds where the disk is full`() throws {
    let home = try StropHome()
    try SmallDisk.with(megabytes: 1, at: home.path("disk")) { disk in
      try home.write("old", to: "disk/report.txt")
      SmallDisk.fill(disk)
      expectCivil(try home.strop("report", "--out", disk + "/report.txt"), 74)
      #expect(try String(contentsOfFile: disk + "/report.txt", encoding: .utf8) == "old")
    }
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("report", english: "The weekly progress report", chinese: "每周进展报告")
  }

  @Test func `the logbooks' part counts what they got in the days of the report`() throws {
    let home = try StropHome()
    let empty = try home.strop("report")
    #expect(!empty.output.contains("logbooks"))
    let earlier = ["STROP_NOW": "2026-11-17T21:00:00+08:00"]
    try home.strop(["bug", "open", "loss is NaN"], with: earlier)
    try home.strop(
      ["paper", "judge", "2305.18290", "holds", "--p", "70", "--by", "2026-11-20"], with: earlier)
    try home.strop("bug", "try", "NaN", "lr", "--result", "ruled-out")
    try home.strop("paper", "read", "2305.18290", "--pass", "2")
    let logbooks = try home.strop("report", "--json").object("logbooks")
    let papers = try #require(logbooks["papers"] as? [String: Any])
    #expect((papers["read"] as? [[String: Any]])?.map { $0["id"] as? String } == ["2305.18290"])
    #expect(papers["judged"] as? Int == 0)
    #expect(papers["overdue"] as? Int == 1)
    let bugs = try #require(logbooks["bugs"] as? [String: Int])
    #expect(bugs == ["opened": 0, "tried": 1, "closed": 0, "open": 1])
    // What comes later changes no report of a week that is over.
    let then = try home.strop("report", "--week", "2026-W47", "--json").object("logbooks")
    #expect((then["papers"] as? [String: Any])?["overdue"] as? Int == 1)
    #expect(then["bugs"] as? [String: Int] == ["opened": 1, "tried": 0, "closed": 0, "open": 1])
    try home.strop("bug", "close", "NaN", "--cause", "x", "--class", "data")
    try home.strop("paper", "resolve", "holds", "no")
    let later = try home.strop("report", "--week", "2026-W47", "--json").object("logbooks")
    #expect(NSDictionary(dictionary: later) == NSDictionary(dictionary: then))
    try home.strop("undo")
    try home.strop("undo")
    let text = try home.strop("report", "--lang", "zh").output
    #expect(text.contains("    debug   试了 1 个假设；还有 1 个未解决\n"))
    let markdown = try home.strop("report", "--format", "markdown").output
    #expect(markdown.contains("\n## Logbooks\n\n- **papers**: 1 read: Direct Preference"))
  }
}
