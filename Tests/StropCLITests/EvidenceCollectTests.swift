import Foundation
import Testing

struct EvidenceCollectTests {
  /// A home with a repository, whose commits are Li's but one.
  private func home() throws -> StropHome {
    let home = try StropHome()
    _ = try home.repository()
    let script = """
      cd code; git config user.email Li@example.com; git config user.name Li
      commit() { GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1 git commit -q --allow-empty -m "$2"; }
      commit 2026-10-02T20:00:00+08:00 'Long ago'
      commit 2026-11-23T20:00:00+08:00 'Mask the prompt'
      commit 2026-11-24T01:30:00+08:00 "It's off by one: 差一位"
      git -c user.email=wu@example.com -c user.name=Wu commit -q --allow-empty -m Theirs
      git checkout -qb side; commit 2026-11-25T20:00:00+08:00 Side; git checkout -q -
      commit 2026-11-25T20:00:00+08:00 Side
      """
    let outcome = try home.run(["/bin/sh", "-ec", script]).end()
    try #require(outcome.status == 0, "\(outcome)")
    return home
  }

  private func proposals(_ home: StropHome, _ more: String...) throws -> [[String: Any]] {
    try home.strop(["evidence", "collect", "code", "--json"] + more).list("proposals")
  }

  private func subjects(_ proposal: [String: Any]) -> [String] {
    (proposal["commits"] as? [[String: Any]] ?? []).compactMap { $0["subject"] as? String }
  }

  @Test func `own commits are proposed by the day of practice, and nothing is recorded`() throws {
    let home = try home()
    let journal = try home.strop("export")
    let found = try proposals(home)
    // Half past one at night is still Monday's; what was committed twice is one.
    #expect(found.map { $0["day"] as? String } == ["2026-11-23", "2026-11-25"])
    #expect(found.map(subjects) == [["Mask the prompt", "It's off by one: 差一位"], ["Side"]])
    #expect(found[0]["repository"] as? String == home.path("code"))
    #expect(found[0]["skill"] is NSNull)
    #expect(try proposals(home, "--since", "2026-10-01").count == 3)
    #expect(try proposals(home, "--since", "today").isEmpty)
    let text = try home.strop("evidence", "collect", "code").output
    #expect(
      text.hasPrefix("3 commits by Li@example.com since 13 Nov are not recorded yet.\n\nMon 23 Nov")
    )
    #expect(
      text.hasSuffix(
        "\n\nto record them, on a terminal:  strop evidence collect REPO --since 2026-11-13\n"))
    #expect(
      try home.strop("evidence", "collect", "code", "--since", "today").output
        == "Nothing to collect: no commit by Li@example.com since 26 Nov that is not\nrecorded.\n")
    #expect(try home.strop("export") == journal)
  }

  @Test func `what was run in a repository says which skill it may be`() throws {
    let home = try home()
    func run(_ line: String) throws {
      let script = "cd code; \"$0\" " + line
      let outcome = try home.run(["/bin/sh", "-c", script, StropHome.binary.get()]).end()
      try #require(outcome.status == 0, "\(outcome)")
    }
    try run("item check debug/loss-at-init -- true")
    #expect(try proposals(home)[0]["skill"] as? String == "debug")
    try run("experiment plan beta --skill dpo --hypothesis x")
    try run("experiment run beta -- true")
    #expect(try proposals(home)[0]["skill"] as? String == "dpo")
  }

  @Test func `what is recorded is not proposed again, and says which skill it may be`() throws {
    let home = try home()
    let found = try proposals(home)
    let commits = try #require(found[0]["commits"] as? [[String: Any]])
    let first = try #require(commits[0]["commit"] as? String)
    let id = try home.checkIn("debug", "-d", "mon", "-m", "20", "-e", "commit:code@" + first)
    let rest = try proposals(home)
    #expect(rest.map(subjects) == [["It's off by one: 差一位"], ["Side"]])
    #expect(rest[0]["skill"] as? String == "debug")
    #expect(rest[0]["checkins"] as? [String] == [id])
    #expect(try home.strop("evidence", "collect", "code", "--json").json["recorded"] as? Int == 1)
    #expect(
      try home.strop("evidence", "collect", "code").output
        .contains("checked in that day: debug 20 min (\(id.prefix(4)))\n"))
    // As a clone elsewhere has it, it is the same commit.
    _ = try home.run(["/usr/bin/git", "clone", "-q", home.path("code"), home.path("copy")]).end()
    _ = try home.run(
      ["/usr/bin/git", "-C", home.path("copy"), "config", "user.email", "li@example.com"]
    ).end()
    let both = try home.strop("evidence", "collect", "code", "copy", "code", "--json")
    #expect(try both.list("proposals").count == 4)
    #expect(try both.json["recorded"] as? Int == 2)
  }

  @Test func `on a terminal it asks for each day, and records what is answered as one`() throws {
    let home = try home()
    let asked = try home.typing(
      "debug\n1h\n-\n", to: "evidence", "collect", "code", "--lang", "en")
    #expect(asked.status == 0, "\(asked.output)")
    #expect(asked.output.contains("debug  60 min on Mon 23 Nov"))
    let recorded = try home.strop("log", "--json").list("checkins")
    #expect(recorded.count == 1)
    #expect(recorded[0]["day"] as? String == "2026-11-23")
    #expect(recorded[0]["note"] as? String == "Mask the prompt; It's off by one: 差一位")
    #expect((recorded[0]["evidence"] as? [Any])?.count == 2)
    // What was passed over is proposed again; Enter takes the skill of before.
    try home.typing("\n\n", to: "evidence", "collect", "code")
    #expect(try home.strop("log", "--json").list("checkins").count == 2)
    #expect(try proposals(home).isEmpty)
    #expect(try home.strop("undo").output.hasPrefix("undone: debug on Wed 25 Nov\n"))
    #expect(try home.strop("undo").status == 0)
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `the end of input, and nothing taken up, record nothing`() throws {
    let home = try home()
    let journal = try home.strop("export")
    #expect(try home.typing("debug\n30\n\u{4}", to: "evidence", "collect", "code").status == 1)
    let passed = try home.typing("\n\n", to: "evidence", "collect", "code", "--lang", "en")
    #expect(passed.output.hasSuffix("Nothing was recorded.\r\n"))
    #expect(try home.strop("export") == journal)
  }

  @Test func `what is no repository, or whose user is not known, is said`() throws {
    let home = try home()
    #expect(
      try home.strop("evidence", "collect", "nowhere")
        == .failure(
          64, "strop: ~/nowhere is in no git repository\nhint: strop evidence collect ~/code/dpo\n")
    )
    #expect(try home.strop("evidence", "collect").status == 64)
    #expect(
      try home.strop("evidence", "collect", "code", with: ["PATH": "/nonexistent"]).status == 0)
    _ = try home.run(["/usr/bin/git", "init", "-q", home.path("new")]).end()
    #expect(
      try home.strop("evidence", "collect", "new")
        == .failure(
          64,
          "strop: git knows no e-mail of yours in ~/new\n"
            + "hint: git -C ~/new config user.email you@example.com\n"))
    _ = try home.run(
      ["/usr/bin/git", "-C", home.path("new"), "config", "user.email", "li@example.com"]
    ).end()
    #expect(try home.strop("evidence", "collect", "new").status == 0)
  }
}
