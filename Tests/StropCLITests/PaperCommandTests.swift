import Foundation
import Testing

struct PaperCommandTests {
  private static let title =
    "Direct Preference Optimization: Your Language Model is Secretly a Reward Model"

  private func judge(_ home: StropHome, _ claim: String, _ options: String...) throws -> String {
    let line = ["paper", "judge", "2305.18290", claim, "--by", "2026-12-31", "--json"] + options
    return try #require(try home.strop(line).object("judgement")["id"] as? String)
  }

  @Test(arguments: [
    "2305.18290", "2305.18290v3", "https://arxiv.org/abs/2305.18290v1",
    "https://arxiv.org/pdf/2305.18290", "arXiv:2305.18290",
  ])
  func `every form of an id is one paper, whose title the reading list knows`(
    address: String
  ) throws {
    let home = try StropHome()
    let added = try home.strop("paper", "add", address, "--json")
    let paper = try added.object("paper")
    #expect(
      paper.has(
        "id title authors year url skill added listed read pass firstRead lastRead lagMonths judged "
          + "otherTitle readings judgements"))
    #expect(paper["id"] as? String == "2305.18290")
    #expect(paper["title"] as? String == PaperCommandTests.title)
    #expect(paper["skill"] as? String == "dpo")
    let again = try home.strop("paper", "add", "2305.18290")
    expectCivil(again, 1)
    #expect(try home.strop("paper", "list", "--json").list("papers").count == 1)
  }

  @Test func `other papers need a title, and one that is not the list's is questioned`() throws {
    let home = try StropHome()
    let lacking = try home.strop("paper", "add", "2401.00001v2")
    #expect(
      lacking
        == .failure(
          64,
          """
          strop: '2401.00001' is not on the reading list: what is its title?
          hint: strop paper add 2401.00001 --title "…"

          """))
    expectCivil(try home.strop("paper", "add", "somewhere", "--title", "x"), 64)
    let blog = try home.strop(
      "paper", "add", "https://www.example.com/moe/#top", "--title", "-5% 的路由", "--skill", "moe")
    #expect(blog.output.contains("  -5% 的路由\n  moe\n"))
    let other = try home.strop("paper", "add", "1707.06347", "--title", "PPO is all")
    #expect(other.output.contains("the reading list calls 1707.06347 \"Proximal Policy"))
    // The same page, though its address is written otherwise.
    let renamed = try home.strop("paper", "add", "http://example.com/moe", "--title", "Routing")
    #expect(renamed.output.contains("it was called \"-5% 的路由\" before"))
    #expect(try home.strop("paper", "list", "--json").list("papers").count == 2)
  }

  @Test func `a reading is practice, with its lag as a fact`() throws {
    let home = try StropHome()
    let read = try home.strop(
      "paper", "read", "secretly a reward", "--pass", "2", "-m", "45", "-n", "no baseline", "-d",
      "yesterday", "--json")
    let paper = try read.object("paper")
    #expect(paper["id"] as? String == "2305.18290")
    #expect(paper["lagMonths"] as? Int == 42)
    #expect(paper["firstRead"] as? String == "2026-11-25")
    let checkIn = try read.object("checkin")
    #expect(checkIn["skill"] as? String == "papers")
    #expect(checkIn["day"] as? String == "2026-11-25")
    #expect(checkIn["note"] as? String == "no baseline")
    let shown = try home.strop("paper", "show", "2305.18290", "--lang", "zh")
    #expect(shown.output.contains("dpo · 发布 42 个月后读\n"))
    #expect(shown.output.contains("11-25 周三  已读  第 2 遍  45 分钟\n    “no baseline”\n"))
    let undone = try home.strop("undo")
    #expect(undone.output.hasPrefix("undone: reading 2305.18290, pass 2\n"))
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
    #expect(try home.strop("paper", "list", "--json").list("papers").isEmpty)
    expectCivil(try home.strop("paper", "read", "2305.18290", "--pass", "4"), 64)
    expectCivil(try home.strop("paper", "read", "2401.00001"), 64)
    expectCivil(try home.strop("paper", "read", "policy"), 64)
  }

  @Test func `the list is one's own, or with a skill the reading list's`() throws {
    let home = try StropHome()
    #expect(try home.strop("paper") == home.strop("paper", "list"))
    let empty = try home.strop("paper", "list", "--json").json
    #expect((empty["papers"] as? [Any])?.isEmpty == true)
    #expect(empty["moreListed"] as? Int == 155)
    try home.strop("paper", "read", "2305.18290")
    let all = try home.strop("paper", "list", "--skill", "dpo", "--json").list("papers")
    let unread = try home.strop("paper", "list", "--skill", "dpo", "--unread", "--json")
    #expect(try all.count == unread.list("papers").count + 1)
    #expect(all.first?["id"] as? String == "2305.18290")
    expectCivil(try home.strop("paper", "list", "--skill", "deubg"), 64)
  }

  @Test func `a judgement is written once, resolved, and scored`() throws {
    let home = try StropHome()
    let line = [
      "paper", "judge", "2305.18290", "-3% at 70B", "--p", "70", "--by", "2026-11-30", "--rule",
      "their Table 2", "-m", "10",
    ]
    let judged = try home.strop(line + ["--json"])
    let judgement = try judged.object("judgement")
    #expect(judgement.has("id paper claim p by rule written outcome resolved withdrawn overdue"))
    #expect(judgement["paper"] as? String == "2305.18290")
    #expect(judgement["claim"] as? String == "-3% at 70B")
    #expect(judgement["p"] as? Int == 70)
    #expect(judgement["by"] as? String == "2026-11-30")
    #expect(try judged.object("checkin")["minutes"] as? Int == 10)
    let later = ["STROP_NOW": "2026-12-02T21:00:00+08:00"]
    let waiting = try home.strop(["paper", "score", "--json"], with: later).json
    #expect(waiting["open"] as? Int == 1)
    #expect(waiting["overdue"] as? Int == 1)
    #expect(waiting["brier"] is NSNull)
    let resolved = try home.strop(
      ["paper", "resolve", "70B", "no", "-e", "https://example.com/eval"], with: later)
    #expect(resolved.output.contains("did not come true, 2 Dec"))
    // What backs it leads back to it.
    let whole = try home.strop("show", try #require(judgement["id"] as? String), "--json")
    let proof = try #require((whole.object("judgement")["evidence"] as? [[String: Any]])?.first)
    let shown = try home.strop("show", try #require(proof["id"] as? String))
    #expect(shown.output.hasSuffix("see it:  strop show \(judgement["id"] as? String ?? "")\n"))
    let score = try home.strop("paper", "score", "--json").json
    #expect(
      score.has(
        "resolved open overdue withdrawn brier baseRate baseRateBrier anecdotal buckets"))
    #expect(try #require(score["brier"] as? Double).rounded(to: 6) == 0.49)
    #expect(score["baseRate"] as? Double == 0)
    #expect(score["anecdotal"] as? Bool == true)
    let bucket = try #require((score["buckets"] as? [[String: Any]])?.first)
    #expect(bucket.has("from to n meanForecast frequency"))
    #expect(bucket["n"] as? Int == 1)
    let again = try home.strop("paper", "resolve", "70B", "no")
    #expect(
      again.errors == "strop: it was resolved as no on 2026-12-02\nhint: strop paper score\n")
    // An outcome that was mistaken is corrected, and the score with it.
    try home.strop("paper", "resolve", "70B", "void")
    #expect(try home.strop("paper", "score", "--json").json["void"] as? Int == 1)
  }

  @Test func `undone within a day it is gone, later it is withdrawn, in sight`() throws {
    let home = try StropHome()
    _ = try judge(home, "gone", "--p", "60")
    #expect(try home.strop("undo").output.hasPrefix("undone: judgement \"gone\", 60% by 31 Dec\n"))
    let nothing = try home.strop("paper", "score")
    #expect(nothing.output.hasPrefix("Nothing is judged yet.\n"))
    let id = try judge(home, "stays", "--p", "60")
    let later = ["STROP_NOW": "2026-11-28T22:00:00+08:00"]
    let wide = later.merging(["COLUMNS": "120"]) { $1 }
    let undone = try home.strop(["undo"], with: wide)
    #expect(undone.output.contains("withdrawn; it was written more than a day ago"))
    let score = try home.strop(["paper", "score"], with: later)
    #expect(
      score.output.hasPrefix("0 judgements resolved: anecdotal, fewer than 30; 1 withdrawn\n"))
    #expect(score.output.contains("\"stays\""))
    expectCivil(try home.strop(["paper", "resolve", id, "yes"], with: later), 1)
    let shown = try home.strop(["show", id, "--json"], with: later)
    #expect(try shown.json["state"] as? String == "withdrawn")
    // A rebuild, and another machine, come to the same.
    try home.strop("doctor", "--rebuild")
    #expect(try home.strop(["paper", "score"], with: later) == score)
    let other = try StropHome()
    try other.write(home.strop("export").output, to: "journal.jsonl")
    try other.strop("import", "journal.jsonl")
    #expect(try other.strop(["paper", "score"], with: later) == score)
    let again = try home.strop(["redo"], with: later)
    #expect(again.output.hasPrefix("done again: judgement \"stays\", 60% by 31 Dec\n"))
    #expect(try home.strop("paper", "score", "--json").json["withdrawn"] as? Int == 0)
  }

  @Test func `the journal cannot change what was foretold`() throws {
    let home = try StropHome()
    let id = try judge(home, "first words", "--p", "60")
    let lines = try home.strop("export").output.split(separator: "\n").map(String.init)
    let line = try #require(lines.last { $0.contains("judgement/\(id)") })
    // The same entry of another device, later, with other words.
    let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let device = try #require(entry?["device"] as? String)
    let forged = line.replacingOccurrences(of: device, with: "zzzzzzzzzz")
      .replacingOccurrences(of: "first words", with: "other words")
      .replacingOccurrences(of: "\"p\":60", with: "\"p\":99")
    try home.write(forged + "\n", to: "forged.jsonl")
    #expect(try home.strop("import", "forged.jsonl").status == 0)
    let score = try home.strop("paper", "score")
    #expect(score.output.contains("60% by 31 Dec"))
    #expect(score.output.contains("first words"))
  }

  @Test(arguments: [
    ["--p", "0.7"], ["--p", "101"], ["--p", "-5"], ["--p", "likely"], ["--p", ""], [],
    ["--p", "70", "--by", "yesterday"], ["--p", "70", "--by", "someday"],
  ])
  func `what is no forecast is refused, and records nothing`(options: [String]) throws {
    let home = try StropHome()
    let by = options.contains("--by") ? [] : ["--by", "2026-12-31"]
    expectCivil(try home.strop(["paper", "judge", "2305.18290", "x"] + options + by), 64)
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
    #expect(try home.strop("paper", "list", "--json").list("papers").isEmpty)
  }
}

extension Double {
  fileprivate func rounded(to places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }
}
