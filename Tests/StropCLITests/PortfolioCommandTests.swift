import Foundation
import Testing

struct PortfolioCommandTests {
  private func portfolio(_ home: StropHome, _ more: String...) throws -> Outcome {
    try home.strop(["portfolio"] + more)
  }

  /// The entries or the items of an ability.
  private func list(_ outcome: Outcome, _ ability: String, _ key: String) throws -> [[String: Any]]
  {
    let found = try outcome.list("abilities").first { $0["ability"] as? String == ability }
    return try #require(found?[key] as? [[String: Any]])
  }

  @Test func `what was recorded stands in it, at its level, in every format`() throws {
    let home = try StropHome()
    let code = try home.repository()
    try home.strop("checkin", "debug", "-m", "60", "-n", "10.96, not 10.82", "-d", "mon")
    try home.strop("item", "done", "weekend/noise-floor")
    try home.strop("item", "done", "debug/loss-at-init", "-e", "commit:code@" + code.head)
    try home.strop("bug", "open", "the loss is NaN")
    try home.strop("bug", "try", "NaN", "fp16 overflows", "--result", "confirmed")
    try home.strop("bug", "close", "NaN", "--cause", "the mask adds -1e9", "--class", "numerics")
    let json = try portfolio(home, "--json")
    #expect(try json == portfolio(home, "--format", "json"))
    #expect(
      try json.json.has(
        "version from to zone made redacted onlyVerified activeDays minutes abilities calibration "
          + "skills"))
    #expect(try json.json["from"] as? String == "2026-11-02")
    #expect(try json.json["to"] as? String == "2026-11-26")
    #expect(try json.json["minutes"] as? Int == 60)
    let bug = try #require(list(json, "bugs", "entries").first)
    #expect(bug["level"] as? String == "verified")
    #expect(try list(json, "bugs", "items").first?["level"] as? String == "evidenced")
    #expect(try list(json, "experiments", "items").first?["level"] as? String == "claimed")
    for format in ["text", "markdown", "html"] {
      let text = try portfolio(home, "--format", format).output
      for told in [
        "the loss is NaN", "the mask adds", "code@" + code.head.prefix(8), "noise-floor",
      ] {
        #expect(text.contains(told), "\(told) in \(format)")
      }
      let chinese = try portfolio(home, "--format", format, "--lang", "zh").output
      #expect(chinese.contains("能力档案"))
      let verified = try portfolio(home, "--format", format, "--only", "verified").output
      #expect(verified.contains("the loss is NaN"))
      #expect(!verified.contains("noise-floor"))
    }
  }

  @Test func `days bound what is in it`() throws {
    let home = try StropHome()
    try home.strop("checkin", "debug", "-m", "60", "-d", "mon")
    try home.strop("item", "done", "weekend/noise-floor")
    let before = try portfolio(home, "--to", "yesterday", "--json")
    #expect(try before.json["minutes"] as? Int == 60)
    #expect(try list(before, "experiments", "items").isEmpty)
    let after = try portfolio(home, "--from", "wed", "--json")
    #expect(try after.json["from"] as? String == "2026-11-25")
    #expect(try after.json["minutes"] as? Int == 0)
    #expect(try list(after, "experiments", "items").count == 1)
    #expect(
      try portfolio(home, "--from", "wed", "--to", "mon")
        == .failure(
          64,
          "strop: 2026-11-23 is before 2026-11-25\n"
            + "hint: the first day comes first: 2026-11-23, then 2026-11-25\n"))
    #expect(try portfolio(home, "--to", "2027-01-01").status == 64)
    #expect(try portfolio(home, "--only", "claimed").status == 64)
    #expect(try portfolio(home, "--format", "pdf").status == 64)
  }

  @Test func `an empty one says what would fill it`() throws {
    let home = try StropHome()
    #expect(
      try portfolio(home).output.hasSuffix(
        "\n\n  Nothing is recorded over these days.\n"
          + "  record it:  strop checkin papers -m 30 -n \"…\"\n"))
    try home.strop("checkin", "papers")
    #expect(
      try portfolio(home, "--only", "verified", "--from", "today").output.contains(
        "Nothing over these days is verified yet.\n"))
  }

  @Test func `a file takes it`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "30")
    let written = try portfolio(home, "--format", "html", "--out", "me.html")
    #expect(
      written == .success("~/me.html: Portfolio, Mon 2 – Thu 26 Nov 2026\n"))
    let text = try String(contentsOfFile: home.path("me.html"), encoding: .utf8)
    #expect(try text == portfolio(home, "--format", "html").output)
    #expect(text.contains("<html lang=\"en\">"))
    #expect(try portfolio(home, "--out", home.database.path).status == 64)
  }

  @Test func `help tells what it does`() throws {
    try expectHelp(
      "portfolio", english: "What you can prove, to hand on", chinese: "能力档案：拿得出手的证据")
  }
}
