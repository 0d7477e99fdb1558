import Foundation
import Testing

/// What no person types is refused at once, with the limit where there is one.
struct LengthTests {
  /// One character of 120,000 bytes.
  private static let mark = "a" + String(repeating: "\u{301}", count: 60_000)

  @Test(arguments: [
    "checkin MARK", "checkin papers -d MARK", "checkin papers -m MARK", "checkin papers -n MARK",
    "checkin papers -i MARK", "checkin papers -e MARK", "log MARK", "log --since MARK", "show MARK",
    "edit MARK -m 5", "skip add --reason MARK", "skip add MARK", "skill show MARK",
    "skill add my-x MARK", "skill add MARK x", "skill edit dpo --why MARK", "item show MARK",
    "item add debug/my-x MARK --done-when x", "item add debug/my-x x --done-when MARK",
    "item add debug/my-x x --done-when x --read MARK", "item list --skill MARK",
    "report --week MARK", "remind add --text MARK --at daily", "remind add papers --at MARK",
    "remind add papers --via MARK --at daily", "config set zone MARK", "config get MARK", "MARK",
    "today --MARK", "restore MARK", "remove MARK", "bug open MARK", "bug show MARK",
    "bug try MARK x --result unclear",
    "repro start MARK --source 2305.18290 --claim a=1 --better lower",
    "repro start x --source MARK --claim a=1 --better lower",
    "repro start x --source 2305.18290 --claim MARK --better lower", "repro show MARK",
    "experiment plan MARK --skill dpo --hypothesis x",
    "experiment plan x --skill MARK --hypothesis x",
    "experiment plan x --skill dpo --hypothesis MARK", "experiment plan x --budget MARK",
    "experiment run MARK -- true", "experiment show MARK", "item check MARK -- true",
    "paper add MARK", "paper add 2305.18290 --title MARK", "paper read MARK",
    "paper judge 2305.18290 MARK --p 70 --by 2026-12-31",
    "paper judge 2305.18290 x --p MARK --by 2026-12-31", "paper resolve MARK yes",
  ])
  func `a name or text of a hundred kilobytes is refused`(line: String) throws {
    let home = try StropHome()
    let before = try home.strop("export")
    let words = line.split(separator: " ").map {
      String($0).replacing("MARK", with: LengthTests.mark)
    }
    let outcome = try home.start(words).end()
    expectCivil(outcome, 64)
    #expect(outcome.errors.unicodeScalars.count < 2_000, "it says it all again")
    #expect(try home.strop("export") == before)
  }

  @Test func `what repeats more often than anybody needs is refused, with the limit`() throws {
    let home = try StropHome()
    func refusal(_ first: [String], _ repeated: [String], _ count: Int) throws -> String {
      let words =
        first
        + (0..<count).flatMap { index in
          repeated.map { $0.replacing("N", with: String(10_000 + index)) }
        }
      let outcome = try home.start(words + ["--lang", "en"]).end()
      expectCivil(outcome, 64)
      return outcome.errors
    }
    let item = ["item", "add", "debug/my-y", "y", "--done-when", "z"]
    #expect(
      try refusal(["checkin", "papers"], ["-e", "https://example.com/N"], 101)
        == "strop: -e goes at most 100 times into one line\n")
    #expect(
      try refusal(item, ["--after", "papers/triage-ten"], 51)
        == "strop: --after goes at most 50 times into one line\n")
    #expect(
      try refusal(item, ["--read", "arxiv:2305.N"], 51)
        == "strop: --read goes at most 50 times into one line\n")
    #expect(
      try refusal(["checkin", "papers"], ["-e", "https://example.com/N"], 10_000)
        == "strop: a line has at most 1000 words\nhint: strop --help\n")
    #expect(try home.strop("log").output == StropHome().strop("log").output)
  }
}
