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
