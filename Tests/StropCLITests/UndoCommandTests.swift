import Foundation
import Testing

struct UndoCommandTests {
  @Test func `it takes back the last command, then the one before, then says that is all`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers")
    try home.strop("skip", "add")
    let skip = try home.strop("undo")
    #expect(skip.errors == "")
    #expect(skip.output.hasPrefix("undone: skip add\n"))
    #expect(skip.output.hasSuffix("do it again:  strop redo\n"))
    let checkIn = try home.strop("undo", "--json")
    #expect(checkIn.errors == "")
    let undone = try checkIn.object("undone")
    #expect(undone.has("batch command subjects"))
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
