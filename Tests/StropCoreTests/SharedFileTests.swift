import StropCore
import Testing

struct SharedFileTests {
  @Test func `a file's path reads back`() throws {
    let file = try #require(SharedFile(path: "journal/7w3k9x0qmb/2026-11.jsonl"))
    #expect(file.device == "7w3k9x0qmb")
    #expect(file.month.iso == "2026-11")
    #expect(file.path == "journal/7w3k9x0qmb/2026-11.jsonl")
  }

  @Test(arguments: [
    "", "journal", "journal/", "journal//2026-11.jsonl", "journal/7w3k9x0qmb/2026-13.jsonl",
    "journal/7w3k9x0qmb/2026-1.jsonl", "journal/7w3k9x0qmb/2026-11.json",
    "journal/7w3k9x0qmb/x/2026-11.jsonl", "journal/7W3K9X0QMB/2026-11.jsonl",
    "journal/7w3k9x0qm/2026-11.jsonl", "Journal/7w3k9x0qmb/2026-11.jsonl",
    "journal/7w3k9x0qmb/2026-11.jsonl/", "journal/../../../2026-11.jsonl",
  ])
  func `any other path is none`(path: String) {
    #expect(SharedFile(path: path) == nil)
  }

  @Test func `an entry belongs into the month of UTC`() throws {
    let late = try #require(Instant(rfc3339: "2026-12-01T07:59:59+08:00"))
    #expect(SharedFile(device: "7w3k9x0qmb", at: late).month.iso == "2026-11")
    let next = try #require(Instant(rfc3339: "2026-12-01T08:00:00+08:00"))
    #expect(SharedFile(device: "7w3k9x0qmb", at: next).month.iso == "2026-12")
  }

  private static let line =
    #"{"device":"7w3k9x0qmb","seq":4,"batch":"c0f5m2t8yj","clock":117665912131846144,"#
    + #""at":"2026-11-24T13:30:05.123Z","zone":"a\\\"b","subject":"setting/7w3k9x0qmb/zone","fields":{}}"#

  @Test func `a line tells where it belongs`() throws {
    let line = try #require(SharedLine(Substring(SharedFileTests.line)))
    #expect(line.device == "7w3k9x0qmb")
    #expect(line.sequence == 4)
    #expect(line.month.iso == "2026-11")
    #expect(!line.isOthersSetting)
    #expect(line.text == SharedFileTests.line)
  }

  @Test(arguments: [
    "setting/0000000000/zone": true, "setting/7w3k9x0qmb": true, "setting/7w3k9x0qmbb/zone": true,
    "settings/0000000000/zone": false, "checkin/0000000000": false,
  ])
  func `a setting is its own device's`(subject: String, isOthers: Bool) throws {
    let text = SharedFileTests.line.replacing("setting/7w3k9x0qmb/zone", with: subject)
    #expect(try #require(SharedLine(Substring(text))).isOthersSetting == isOthers)
  }

  @Test func `cut anywhere before its fields, it is none`() {
    let whole = Array(SharedFileTests.line.utf8)
    let end = SharedFileTests.line.utf8.count - #"","fields":{}}"#.utf8.count
    for length in 0..<(end - 1) {
      let cut = String(decoding: whole[..<length], as: UTF8.self)
      // Of a subject that is cut it cannot tell: such a line is no JSON, which the import sees to.
      if !cut.contains("\"subject\":\"") { #expect(SharedLine(Substring(cut)) == nil, "\(cut)") }
    }
  }

  @Test func `another order, or space between, is none`() {
    for (from, to) in [
      ("{\"device", "{ \"device"), ("\"seq\":4", "\"seq\": 4"),
      ("\"seq\":4", "\"seq\":99999999999999999999"),
      ("\"seq\":4", "\"seq\":9223372036854775807"), ("\"seq\":4", "\"seq\":0"),
      ("\"seq\":4", "\"seq\":-4"), ("2026-11", "2026-13"),
      ("7w3k9x0qmb\",\"seq", "7W3K9X0QMB\",\"seq"),
    ] {
      let text = SharedFileTests.line.replacing(from, with: to)
      #expect(text != SharedFileTests.line)
      #expect(SharedLine(Substring(text)) == nil, "\(text)")
    }
  }
}
