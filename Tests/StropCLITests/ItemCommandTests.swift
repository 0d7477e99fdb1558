import Foundation
import Testing

struct ItemCommandTests {
  private let itemKeys =
    "slug skill title state level doneWhen hours hardware check expect prerequisites references"

  @Test func `the list is of all 126, or of one skill`() throws {
    let home = try StropHome()
    #expect(try home.strop("item", "--json") == home.strop("item", "list", "--json"))
    let all = try home.strop("item", "list", "--json").list("items")
    #expect(all.count == 126)
    #expect(all.allSatisfy { $0.has(itemKeys) })
    let debug = try home.strop("item", "list", "--skill", "debug", "--json").list("items")
    #expect(debug.count == 9)
    #expect(debug.allSatisfy { $0["skill"] as? String == "debug" })
    let chinese = try home.strop("item", "list", "--skill", "debug", "--lang", "zh")
    #expect(chinese.errors == "")
    #expect(chinese.output.contains("让模型过拟合一个 batch"))
  }

  @Test func `show gives one whole, and hints only at commands that exist`() throws {
    let home = try StropHome()
    let shown = try home.strop("item", "show", "debug/overfit")
    #expect(shown.errors == "")
    #expect(shown.lines().prefix(1) == ["Overfit a single batch"])
    #expect(shown.output.contains("  done when  "))
    for line in shown.lines() {
      guard let range = line.range(of: "strop ") else { continue }
      let words = line[range.lowerBound...].split(separator: " ").dropFirst().map(String.init)
      let help = try home.start(Array(words.prefix(2)) + ["-h"]).end()
      #expect(help.output.contains("USAGE: strop \(words.prefix(2).joined(separator: " "))"))
    }
    let item = try home.strop("item", "show", "debug/overfit", "--json").object("item")
    #expect(item.has(itemKeys))
    #expect((item["expect"] as? [String: Any])?.has("value tolerance unit") ?? true)
  }

  @Test func `a value that matches the known answer is verified, another is recorded`() throws {
    let home = try StropHome()
    let right = try home.strop("item", "done", "dpo/loss-at", "--value", "0.6931", "--json")
    #expect(right.errors == "")
    #expect(try right.json["match"] as? Bool == true)
    #expect(try right.object("item")["level"] as? String == "verified")
    #expect(try right.object("item")["state"] as? String == "done")
    try home.strop("undo")
    let wrong = try home.strop("item", "done", "dpo/loss-at", "--value", "-1", "--json")
    #expect(try wrong.json["match"] as? Bool == false)
    #expect(try wrong.object("item")["level"] as? String == "claimed")
    let plain = try home.strop("item", "done", "debug/loss-at-init", "--json")
    #expect(try plain.json["match"] is NSNull)
  }

  @Test func `done says what backs it and what comes next, in both languages`() throws {
    let home = try StropHome()
    let english = try home.strop("item", "done", "overfit-one", "-e", "https://example.com/loss")
    #expect(english.errors == "")
    #expect(english.lines().first?.hasPrefix("done: debug/overfit-one-batch  ") == true)
    #expect(english.lines().first?.hasSuffix("  evidenced") == true)
    let chinese = try home.strop("item", "done", "debug/loss-at-init", "--lang", "zh")
    #expect(chinese.lines().first?.hasPrefix("已完成：debug/loss-at-init") == true)
    #expect(chinese.lines().first?.hasSuffix("自述") == true)
  }

  @Test func `unknown items, numbers that are none, and days to come are refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("item", "show", "nope")
        == .failure(64, "strop: no item called 'nope'\nhint: strop item list\n"))
    for value in ["nan", "inf", "1e999", "0x", ""] {
      #expect(try home.strop("item", "done", "dpo/loss-at", "--value", value).status == 64)
    }
    #expect(
      try home.strop("item", "done", "dpo/loss-at", "-d", "2026-11-27", "--lang", "zh")
        == .failure(64, "strop: 2026-11-27 还没到\n提示：今天是 2026-11-26\n"))
    #expect(try home.strop("undo").status == 1)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("item", english: "The checklists", chinese: "清单")
    try expectHelp("item done", english: "Finish an item", chinese: "完成一个清单项")
  }
}
