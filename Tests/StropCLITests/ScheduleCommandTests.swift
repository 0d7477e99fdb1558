import Foundation
import Testing

/// Without a crontab of its own: the crontab's rules are tested below.
struct ScheduleCommandTests {
  @Test func `print gives the block, with this program and this database`() throws {
    let home = try StropHome()
    let printed = try home.strop("schedule", "print")
    #expect(printed.status == 0)
    #expect(printed.errors == "")
    let lines = printed.lines()
    #expect(lines.first?.hasPrefix("# strop: begin ") == true)
    #expect(lines.dropFirst(2).first == "# strop: end")
    let line = try #require(lines.dropFirst().first)
    #expect(line.hasSuffix(" --db '\(home.database.path)' remind deliver"))
    let block = try home.strop("schedule", "print", "--json").object("schedule")["block"]
    #expect(try #require(block as? String).hasPrefix("# strop: begin "))
  }

  @Test func `case 19: the printed line works under env -i, on its database, and speaks UTF-8`()
    throws
  {
    let home = try StropHome()
    let database = home.path("数据 o'clock/strop.db")
    for command in [
      ["remind", "add", "papers", "--at", "daily 00:00", "--via", "stdout"],
      ["config", "set", "zone", "Asia/Shanghai"], ["config", "set", "language", "zh"],
    ] {
      let early = ["STROP_NOW": "2026-01-01T05:00:00+08:00"]
      #expect(try home.start(command + ["--db", database], with: early).end().status == 0)
    }
    let printed = try home.strop("schedule", "print", "--db", database)
    let line = try #require(printed.lines().first { !$0.hasPrefix("#") })
    let job = line.split(separator: " ", maxSplits: 5).dropFirst(5).joined()
    // Cron takes `\%` for `%`; nothing else of this line changes on its way to the shell.
    let command = job.replacing("\\%", with: "%")
    // Only the clock is not cron's.
    let delivered = try home.run(
      [
        "/usr/bin/env", "-i", "HOME=\(home.directory.path)", "LOGNAME=tester",
        "PATH=/usr/bin:/bin", "SHELL=/bin/sh", "STROP_NOW=2026-11-26T01:00:00+08:00",
        "/bin/sh", "-c", command,
      ]
    ).end()
    #expect(delivered.status == 0)
    #expect(delivered.errors == "")
    #expect(delivered.output.hasPrefix("papers：本周 "), "\(delivered)")
    // The default database was not touched by it.
    #expect(try home.strop("schedule", "status", "--json").object("schedule")["lastTick"] is NSNull)
  }

  @Test func `status says whether the line is there, in both languages`() throws {
    let home = try StropHome()
    // So that no crontab of whoever runs this test is looked at.
    try home.writeProgram(
      "#!/bin/sh\necho 'no crontab for tester' >&2\nexit 1\n", to: "crontab")
    let path = ["PATH": home.directory.path + ":/usr/bin:/bin"]
    let status = try home.strop("schedule", "status", with: path)
    #expect(status == .success("not in your crontab\n  strop schedule install\n"))
    #expect(try home.strop("schedule", with: path) == status)
    #expect(
      try home.strop("schedule", "--lang", "zh", with: path)
        == .success("crontab 里还没有\n  strop schedule install\n"))
    let schedule = try home.strop("schedule", "status", "--json", with: path).object("schedule")
    #expect(schedule.has("installed lines binary thisBinary thisDatabase lastTick"))
    #expect(schedule["installed"] as? Bool == false)
  }

  @Test func `a crontab that may not be read is told as it is, and nothing is written`() throws {
    let home = try StropHome()
    try home.writeProgram(
      """
      #!/bin/sh
      [ "$1" = -l ] || touch "$HOME/written"
      echo 'You (tester) are not allowed to use this program (crontab)' >&2
      exit 1

      """, to: "crontab")
    let refused = try home.strop(
      "schedule", "install", with: ["PATH": home.directory.path + ":/usr/bin:/bin"])
    #expect(refused.status == 69)
    #expect(refused.output == "")
    #expect(refused.errors.contains("You (tester) are not allowed"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: home.path("written")))
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "schedule", english: "What calls strop to deliver reminders: cron, or systemd",
      chinese: "用 cron 或 systemd 定时送提醒")
    try expectHelp(
      "schedule install", english: "Have reminders delivered every quarter of an hour",
      chinese: "每刻钟送一次到期的提醒")
  }
}
