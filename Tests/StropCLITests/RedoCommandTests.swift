import Foundation
import Testing

struct RedoCommandTests {
  @Test func `it restores exactly what undo took back`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers", "-m", "45", "-n", "旧", "-e", "https://example.com/a")
    let before = try home.strop("log", "--json")
    try home.strop("undo")
    let redone = try home.strop("redo")
    #expect(redone.errors == "")
    #expect(redone.output.hasPrefix("done again: papers, 45 min on Thu 26 Nov\n"))
    #expect(try home.strop("log", "--json") == before)
  }

  @Test func `JSON names the batch and its subjects`() throws {
    let home = try StropHome()
    let id = try home.checkIn("papers")
    try home.strop("undo")
    let redone = try home.strop("redo", "--json").object("redone")
    #expect(redone.has("batch command passedOver subjects"))
    #expect(redone["subjects"] as? [String] == ["checkin/\(id)"])
  }

  @Test func `it works after new commands, and says when there is nothing to redo`() throws {
    let home = try StropHome()
    #expect(try home.strop("redo") == .failure(1, "strop: there is nothing to redo\n"))
    try home.strop("checkin", "papers")
    try home.strop("undo")
    try home.strop("checkin", "debug")
    #expect(try home.strop("redo", "--lang", "zh").output.hasPrefix("已重做：papers，11-26 周四\n"))
    #expect(try home.strop("log", "--json").list("checkins").count == 2)
    #expect(try home.strop("redo", "--lang", "zh") == .failure(1, "strop: 没有可以重做的操作\n"))
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("redo", english: "Do again what was undone last", chinese: "重做刚撤销的操作")
  }
}
