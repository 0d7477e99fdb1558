import Testing

/// A command that is named first is read by itself; behind an option, by the whole tree.
struct QuickParsingTests {
  @Test(arguments: [
    "", "today", "today --json", "prompt", "report", "report --week last", "log --limit 3 --json",
    "skip", "skip list --json", "skip add --from x", "skip lsit", "remind list",
    "item list --skill papers", "item done", "config get zone", "skill show papers", "undo",
    "edit", "today --help", "skip --help", "skip add --help", "--version", "today --version",
    "today --lang zh", "today --lang fr", "log --color always", "log --color blue", "lgo",
    "today extra", "log --limit x", "log --limit", "log --limti 3", "report --week last --from mon",
    "show", "remind snooze", "help", "help skip add", "log papers --since mon --until today",
    "log --limit 0", "log --limit -1", "log --limit 3 --limit 4", "log papers debug",
    "log --since=mon", "log --", "checkin", "checkin nothing", "checkin papers debug",
    "checkin papers -m", "checkin papers -m -5", "checkin papers -m five", "checkin -x",
    "checkin papers --minutes=five", "checkin papers -mfive", "checkin papers -n",
    "ci papers -d soon",
    "checkin -- papers -m 5", "checkin papers -e nothing", "checkin help",
    "checkin papers -m 5 --help", "checkin papers 45 50", "checkin papers 45 -m 30",
    "checkin papers -n -m 30", "checkin papers -n --json", "log --since last mon",
    "experiment run", "experiment run x", "experiment run x --", "experiment run x -- false",
    "experiment run x y -- true", "experiment run --metrics -- true", "experiment run -- true",
    "experiment run x --metrics m --json -- true", "experiment run x --help -- true",
  ])
  func `a command line means the same whichever way it is read`(line: String) throws {
    let home = try StropHome()
    let arguments = line.split(separator: " ").map(String.init)
    let quick = try home.start(arguments).end()
    let whole = try home.start(["--color", "never"] + arguments).end()
    #expect(quick == whole)
  }

  /// Each in a home of its own, where it is the first.
  @Test(arguments: [
    ["papers"], ["papers", "-m", "45", "-n", "two of five: no baseline"],
    ["--note", "读完 DPO", "papers", "--minutes", "1h30"], ["papers", "-m", "45", "-m", "50"],
    ["-i", "papers/triage-ten", "-e", "2305.18290", "-e", "https://example.com/x"],
    ["debug", "-d", "yesterday", "--day", "mon"], ["", "-m", "5"], ["papers", "-n", ""],
    ["papers", "45"], ["-i", "papers/triage-ten", "1:30"], ["papers", "半小时", "-n", "-5% loss"],
    ["papers", "-d", "last", "fri", "20"], ["45"],
  ])
  func `a check-in is the same whichever way it is read`(arguments: [String]) throws {
    func outcome(_ before: [String], _ name: String) throws -> [String] {
      let home = try StropHome()
      let outcome = try home.start(before + [name] + arguments).end()
      let journal = try home.strop("export").output
        .replacing(/"(device|batch)":"[^"]*"|"clock":\d+/, with: "")
        .replacing(/(checkin|batch|evidence|start)\/[0-9a-z]{10}/) { "\($0.output.1)/ID" }
      return ["\(outcome.status)", outcome.errors, journal]
    }
    let quick = try outcome([], "checkin")
    #expect(try outcome([], "ci") == quick)
    #expect(try outcome(["--color", "never"], "checkin") == quick)
  }
}
