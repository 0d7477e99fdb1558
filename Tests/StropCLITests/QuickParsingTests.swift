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
    "show", "remind snooze", "help", "help skip add",
  ])
  func `a command line means the same whichever way it is read`(line: String) throws {
    let home = try StropHome()
    let arguments = line.split(separator: " ").map(String.init)
    let quick = try home.start(arguments).end()
    let whole = try home.start(["--color", "never"] + arguments).end()
    #expect(quick == whole)
  }
}
