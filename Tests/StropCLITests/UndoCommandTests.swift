import Foundation
import Testing

struct UndoCommandTests {
  @Test func `it takes back the last command, then the one before, then says that is all`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers")
    try home.strop("skip", "add")
    let skip = try home.strop("undo")
    #expect(skip.errors == "")
    #expect(skip.output.hasPrefix("undone: skip Thu 26 Nov 2026, all\n"))
    #expect(skip.output.hasSuffix("do it again:  strop redo\n"))
    let checkIn = try home.strop("undo", "--json")
    #expect(checkIn.errors == "")
    let undone = try checkIn.object("undone")
    #expect(undone.has("batch command passedOver subjects"))
    #expect(undone["command"] as? String == "checkin")
    #expect(undone["subjects"] as? [String] == ["checkin/\(id)"])
    #expect(
      try home.strop("undo")
        == .failure(1, "strop: there is nothing to undo\nhint: strop log\n"))
    #expect(try home.strop("log", "--json").list("checkins").isEmpty)
  }

  @Test func `the first run is not a command to undo`() throws {
    let home = try StropHome(.empty)
    try home.strop("today")
    #expect(
      try home.strop("undo", "--lang", "zh")
        == .failure(1, "strop: 没有可以撤销的操作\n提示：strop log\n"))
  }

  @Test func `it says what it took back in the words of the thing, and so does redo`() throws {
    let home = try StropHome()
    let first = try home.checkIn("papers", "-m", "400")
    for (command, words) in [
      (["edit", first, "-m", "40"], "papers, 400 min on Thu 26 Nov: minutes 400 → 40"),
      (["remove", first], "removal of papers, 400 min on Thu 26 Nov"),
      (["skill", "focus", "dpo"], "dpo, in the focus from week 48, 1 a week, 120 min"),
      (["skill", "shelve", "debug"], "debug, out of the focus from week 48"),
      (["skill", "archive", "megatron"], "megatron: archived"),
      (["skill", "edit", "dpo", "--title", "DPO family"], "dpo: title"),
      (["skill", "add", "my-cuda", "CUDA kernels"], "my-cuda, CUDA kernels"),
      (["item", "start", "papers/triage-ten"], "papers/triage-ten: to do → in progress"),
      (["remind", "add", "papers", "--at", "daily 21:30"], "reminder papers, daily 21:30"),
      (["config", "set", "day-start", "05:00"], "day-start: not set → 05:00"),
    ] {
      #expect(try home.start(command).end().status == 0, "\(command)")
      let (undone, redone) = (try home.strop("undo").lines(), try home.strop("redo").lines())
      #expect(undone.first == "undone: " + words)
      #expect(redone.first == "done again: " + words)
      try home.strop("undo")
    }
  }

  @Test func `case 59: schedule install is passed over, and what takes it out is named`() throws {
    let home = try StropHome()
    try home.writeProgram(
      """
      #!/bin/sh
      tab="$HOME/tab"
      case "$1" in
      -l) cat "$tab" 2>/dev/null || { echo 'no crontab for tester' >&2; exit 1; } ;;
      -) cat >"$tab" ;;
      esac
      """, to: "crontab")
    let path = ["PATH": home.directory.path + ":/usr/bin:/bin"]
    try home.strop("checkin", "papers")
    #expect(try home.strop("schedule", "install", with: path).status == 0)
    let block = try String(contentsOfFile: home.path("tab"), encoding: .utf8)
    let settings = try home.strop("config", "list", "--json")
    #expect(
      try home.strop("undo")
        == .success(
          """
          undone: papers on Thu 26 Nov
          passed over: schedule install; to undo that:  strop schedule uninstall
          do it again:  strop redo

          """))
    #expect(
      try home.strop("undo")
        == .failure(1, "strop: there is nothing to undo\nhint: strop schedule uninstall\n"))
    #expect(try String(contentsOfFile: home.path("tab"), encoding: .utf8) == block)
    #expect(try home.strop("config", "list", "--json") == settings)
  }

  @Test func `after an import it takes nothing from before, and names the copy`() throws {
    let other = try StropHome(.empty)
    try other.strop("checkin", "debug")
    let home = try StropHome()
    try home.strop("checkin", "papers")
    let journal = try other.strop("export").output
    #expect(try home.strop("import", "-", input: .text(journal)).status == 0)
    let refused = try home.strop("undo")
    #expect(refused.status == 1)
    let lines = refused.errors.split(separator: "\n")
    #expect(lines.first == "strop: the last thing that came was an import, which cannot be undone")
    let copy = try #require(lines.last?.split(separator: " ").last)
    #expect(lines.last?.hasPrefix("hint: what was here before: strop restore strop-") == true)
    #expect(try home.strop("log", "--json").list("checkins").count == 2)
    // What is recorded after it is undone as ever.
    try home.strop("checkin", "weekend")
    #expect(try home.strop("undo").output.hasPrefix("undone: weekend "))
    #expect(try home.strop("undo").status == 1)
    // The same lines once more bring nothing, and change nothing of that.
    try home.strop("checkin", "weekend")
    #expect(try home.strop("import", "-", input: .text(journal)).status == 0)
    #expect(try home.strop("undo").output.hasPrefix("undone: weekend "))
    #expect(try home.strop("restore", String(copy)).status == 1)
    #expect(try home.strop("restore", String(copy), "--force").status == 0)
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
  }

  @Test func `what came by an import is never undone`() throws {
    let other = try StropHome(.empty)
    try other.strop("checkin", "debug")
    let home = try StropHome()
    let journal = try other.strop("export").output
    #expect(try home.strop("import", "-", input: .text(journal)).status == 0)
    #expect(try home.strop("undo", "--json").status == 1)
    #expect(try home.strop("log", "--json").list("checkins").count == 1)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("undo", english: "Undo this machine's last command", chinese: "撤销本机的上一个操作")
  }
}
