import Foundation
import Testing

/// Terminals that are not what they should be, and what nobody should type.
struct OddTerminalTests {
  @Test(
    "an unknown, a dumb or an absurdly wide terminal gets plain text",
    arguments: [
      ["TERM": nil], ["TERM": ""], ["TERM": "dumb"], ["TERM": "no-such-terminal", "NO_COLOR": "1"],
      ["COLUMNS": "wide"], ["COLUMNS": "-1"], ["COLUMNS": "0"], ["COLUMNS": ""],
      ["COLUMNS": "99999999999999999999"], ["COLUMNS": "1e9"],
    ] as [[String: String?]])
  func oddVariables(changes: [String: String?]) throws {
    let home = try StropHome()
    for arguments in [["today"], ["checkin", "papers"], ["skill", "show", "papers"]] {
      let shown = try home.onTerminal(columns: 80, arguments: arguments, with: changes)
      #expect(shown.status == 0, "\(shown)")
      #expect(!shown.output.contains("\u{1b}"))
      let widths = shown.output.split(separator: "\r\n").map(\.count)
      #expect(widths.max().map { (40...80).contains($0) } == true, "\(shown.output)")
    }
  }

  @Test(arguments: [1, 20, 39])
  func `a terminal of few columns is written to as if it had 40`(columns: Int) throws {
    let home = try StropHome()
    let unset = ["COLUMNS": nil] as [String: String?]
    let shown = try home.onTerminal(columns: columns, arguments: ["today"], with: unset)
    #expect(shown.status == 0)
    #expect(
      shown.output == (try home.onTerminal(columns: 40, arguments: ["today"], with: unset)).output)
    let asked = try home.onTerminal(
      .type("\n\n\n\n"), columns: columns, arguments: ["checkin"], with: unset)
    #expect(asked.status == 0, "\(asked)")
  }

  @Test func `a line of 10 MB that no editor takes is refused as a note, and asked again`() throws {
    let home = try StropHome()
    let asked = try home.onTerminal(
      .type("debug\n30\n"), .wait("note (Enter: none): "), .flood(10_000_000),
      .wait("a note holds at most"), .type("short\n\n"), arguments: ["checkin"],
      with: ["TERM": "dumb"])
    #expect(asked.status == 0, "\(asked.errors)")
    let notes = try home.strop("log", "--json").list("checkins").map { $0["note"] as? String }
    #expect(notes == ["short"])
  }

  @Test func `an edited line may be longer than a terminal keeps`() throws {
    let home = try StropHome()
    let asked = try home.onTerminal(
      .type("debug\n30\n"), .wait("note (Enter: none): "), .waitForEditor, .flood(5_000),
      .wait("item"),
      .type("\n"), arguments: ["checkin"])
    #expect(asked.status == 0, "\(asked.errors)")
    let notes = try home.strop("log", "--json").list("checkins").map { $0["note"] as? String }
    #expect(notes.first??.count == 5_000)
  }

  @Test func `arrow keys, escape sequences and control characters leave no trace in a note`() throws
  {
    let home = try StropHome()
    let asked = try home.typing(
      "debug\n\nloss\u{1b}[D\u{1b}[1;5C is\u{1b}OP 0.69\u{1b}[31m\u{7}\ta\u{1b}b\n\n", to: "checkin"
    )
    #expect(asked.status == 0, "\(asked)")
    let notes = try home.strop("log", "--json").list("checkins").map { $0["note"] as? String }
    #expect(notes == ["loss is 0.69 ab"])
  }

  @Test func `bytes that are no UTF-8 are shown harmless`() throws {
    let home = try StropHome()
    let asked = try home.onTerminal(
      .type("debug\n\n"), .wait("note (Enter: none): "),
      .bytes([0x61, 0xff, 0xfe, 0xc3, 0x28, 0x9b, 0x33, 0x31, 0x6d, 0x7a, 0x0a]), .wait("item"),
      .type("\n"), arguments: ["checkin"])
    #expect(asked.status == 0, "\(asked)")
    let log = try home.strop("log")
    #expect(log.status == 0)
    #expect(log.output.contains("a(31mz"), "\(log.output)")
  }

  @Test func `Backspace takes a whole Chinese character`() throws {
    let home = try StropHome()
    let asked = try home.onTerminal(
      .type("debug\n\n"), .wait("note (Enter: none): "), .type("掩码差两\u{7f}一位\n\n"),
      arguments: ["checkin"])
    #expect(asked.status == 0, "\(asked)")
    let notes = try home.strop("log", "--json").list("checkins").map { $0["note"] as? String }
    #expect(notes == ["掩码差一位"])
  }

  @Test func `what an option brings in is harmless on the terminal too`() throws {
    let home = try StropHome()
    let hostile = "a\u{1b}]0;title\u{7}b\u{1b}[2Jc\u{9b}31md\u{202e}e"
    try home.strop("checkin", "papers", "-n", hostile, "-e", "url:https://a.example/\u{1b}[31m")
    let links = ["TERM": "xterm-kitty", "COLUMNS": "120"]
    let log = try home.onTerminal(arguments: ["log"], with: links)
    #expect(log.status == 0)
    let shown = log.output.replacing(/\u{1b}]8;;[!-~]*\u{1b}\\/, with: "")
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{7}" || $0 == "\u{9b}" })
  }
}
