import Foundation
import Testing

struct PromptCommandTests {
  @Test func `it is one short line, and nothing where there is nothing to say`() throws {
    let home = try StropHome()
    #expect(try home.strop("prompt") == .success(""))
    try home.strop("checkin", "papers")
    #expect(try home.strop("prompt") == .success("strop ✓1\n"))
    #expect(try home.strop("prompt", "--lang", "zh") == .success("strop ✓1\n"))
  }

  @Test func `without a database it is silent, and makes none`() throws {
    let home = try StropHome(.empty)
    #expect(try home.strop("prompt") == .success(""))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.directory.path) == [])
  }

  @Test func `JSON counts what is practised, due and unseen`() throws {
    let home = try StropHome()
    try home.strop("checkin", "papers")
    let sunday = ["STROP_NOW": "2026-11-29T21:00:00+08:00"]
    let prompt = try home.strop("prompt", "--json", with: sunday)
    #expect(prompt.errors == "")
    let segment = try prompt.object("prompt")
    #expect(segment.has("practisedToday dueToday reminders"))
    #expect(segment["practisedToday"] as? Int == 0)
    #expect(segment["dueToday"] as? Int == 3)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp(
      "prompt", english: "One short segment for PS1, tmux or starship",
      chinese: "给 PS1、tmux、starship 用的一小段")
  }
}
