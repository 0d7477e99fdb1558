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

  @Test func `a match together with evidence is verified, alone it only matches`() throws {
    let home = try StropHome()
    let right = try home.strop("item", "done", "dpo/loss-at", "--value", "0.6931", "--json")
    #expect(right.errors == "")
    #expect(try right.json["match"] as? Bool == true)
    #expect(try right.object("item")["level"] as? String == "claimed")
    #expect(try right.object("item")["state"] as? String == "done")
    // The verdict comes each time, though nothing changes.
    let again = try home.strop("item", "done", "dpo/loss-at", "--value", "0.6931")
    #expect(again.output.contains("0.6931 matches the known answer; evidence would verify it"))
    let backed = try home.strop(
      "item", "done", "dpo/loss-at", "-e", "https://example.com/log", "--json")
    #expect(try backed.object("item")["level"] as? String == "verified")
    let both = try home.strop("item", "done", "dpo/loss-at", "--value", "0.69315")
    #expect(both.output.contains("0.69315 is the known answer: verified"))
    let plain = try home.strop("item", "done", "debug/loss-at-init", "--json")
    #expect(try plain.json["match"] is NSNull)
  }

  @Test func `a value that is not the known answer is refused, or recorded as it is`() throws {
    let home = try StropHome()
    let before = try home.strop("export").output
    #expect(
      try home.strop("item", "done", "dpo/loss-at", "--value", "-1", "-e", "https://example.com")
        == .failure(
          1,
          """
          strop: -1 is not the known answer of dpo/loss-at-step-zero: nothing was recorded
          hint: strop item done dpo/loss-at-step-zero --value -1 --anyway

          """))
    #expect(try home.strop("export").output == before)
    let anyway = try home.strop(
      "item", "done", "dpo/loss-at", "--value", "-1", "--anyway", "--json")
    #expect(try anyway.json["match"] as? Bool == false)
    #expect(try anyway.object("item")["level"] as? String == "claimed")
    #expect(try anyway.object("item")["state"] as? String == "done")
  }

  @Test func `numbers are taken as they are printed`() throws {
    let home = try StropHome()
    let expected = try home.strop("item", "list", "--json").list("items").first {
      (($0["expect"] as? [String: Any])?["value"] as? Double ?? 0) >= 1_000_000
    }
    let item = try #require(expected)
    let value = try #require((item["expect"] as? [String: Any])?["value"] as? Int)
    var digits = String(value)
    for index in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
    }
    let done = try home.strop(
      "item", "done", try #require(item["slug"] as? String), "--value", digits, "--json")
    #expect(try done.json["match"] as? Bool == true)
    for odd in ["1,55", "1,,000", ",100", "1.000,5", "1,0000"] {
      #expect(try home.strop("item", "done", "dpo/loss-at", "--value", odd).status == 64)
    }
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

  @Test func `a route is closed under prerequisites, and says its hours`() throws {
    let home = try StropHome()
    let lengths = [
      "first-month": (15, 26.0), "cpu": (87, 339), "one-gpu": (117, 544), "eight-gpu": (126, 615),
    ]
    for (route, (count, hours)) in lengths {
      let list = try home.strop("item", "list", "--route", route, "--json")
      let items = try list.list("items")
      let slugs = Set(items.compactMap { $0["slug"] as? String })
      #expect(items.count == count)
      for item in items {
        #expect(slugs.isSuperset(of: try #require(item["prerequisites"] as? [String])))
      }
      let summary = try list.list("routes").first { $0["route"] as? String == route }
      #expect(summary?["hours"] as? Double == hours)
      #expect(items.compactMap { $0["hours"] as? Double }.reduce(0, +) == hours)
    }
    let text = try home.strop("item", "list", "--route", "first-month").lines()
    #expect(text.first == "first-month: 15 items, 26 h; 0 done, 26 h to go")
    let gpu = try home.strop("item", "list", "--hardware", "multi-gpu", "--json").list("items")
    #expect(gpu.allSatisfy { $0["hardware"] as? String == "multi-gpu" })
    #expect(gpu.count == 9)
    #expect(try home.strop("item", "list", "--route", "tpu").status == 64)
  }

  @Test func `start, drop and reopen change the state, and undo takes each back`() throws {
    let home = try StropHome()
    func state(_ item: String) throws -> String? {
      try home.strop("item", "show", item, "--json").object("item")["state"] as? String
    }
    let started = try home.strop("item", "start", "overfit-one", "--json").object("item")
    #expect(started["state"] as? String == "doing")
    #expect(started["started"] as? String == "2026-11-26")
    // An item in work comes before the first of the list.
    let next = try home.strop("skill", "show", "debug", "--json").object("skill")["nextItem"]
    #expect((next as? [String: Any])?["slug"] as? String == "debug/overfit-one-batch")
    try home.strop("item", "drop", "overfit-one")
    #expect(try state("overfit-one") == "dropped")
    try home.strop("item", "reopen", "overfit-one")
    #expect(try state("overfit-one") == "todo")
    try home.strop("item", "done", "overfit-one")
    let refused = try home.strop("item", "drop", "overfit-one")
    #expect(
      refused
        == .failure(
          1,
          "strop: debug/overfit-one-batch is done already\n"
            + "hint: strop item reopen debug/overfit-one-batch\n"))
    #expect(try home.strop("item", "start", "overfit-one").status == 1)
    for expected in ["todo", "dropped", "doing", "todo"] {
      try home.strop("undo")
      #expect(try state("overfit-one") == expected)
    }
  }

  @Test func `an item that was practised is in work until the check-in goes`() throws {
    let home = try StropHome()
    let id = try home.checkIn("-i", "overfit-one", "-m", "20")
    let shown = try home.strop("item", "show", "overfit-one", "--json").object("item")
    #expect(shown["state"] as? String == "doing")
    #expect(shown["minutes"] as? Int == 20)
    #expect((shown["checkins"] as? [Any])?.count == 1)
    #expect(try home.strop("item", "list", "--state", "doing", "--json").list("items").count == 1)
    try home.strop("remove", id)
    let after = try home.strop("item", "show", "overfit-one", "--json").object("item")
    #expect(after["state"] as? String == "todo")
  }

  @Test func `a prediction is written once, and known to come before or after the result`() throws {
    let home = try StropHome()
    try home.strop("item", "start", "loss-at-step", "--predict", "0.693")
    let again = try home.strop("item", "start", "loss-at-step", "--predict", "0.7")
    #expect(again.status == 1)
    #expect(again.errors.contains("a prediction of 2026-11-26 stands"))
    let done = try home.strop("item", "done", "loss-at-step", "--value", "0.6931", "--unaided")
    #expect(done.output.contains("predicted: on Thu 26 Nov, before the result: \"0.693\""))
    #expect(done.output.contains("unaided, by your own word"))
    let late = try home.strop("item", "done", "weekend/learning", "--predict", "x", "--json")
    let prediction = try late.object("item")["prediction"] as? [String: Any]
    #expect(prediction?["beforeResult"] as? Bool == false)
    // Once the result was seen, opening the item again makes no prediction early.
    try home.strop("item", "done", "weekend/noise")
    try home.strop("item", "reopen", "weekend/noise")
    let reopened = try home.strop("item", "start", "weekend/noise", "--predict", "y", "--json")
    let second = try reopened.object("item")["prediction"] as? [String: Any]
    #expect(second?["beforeResult"] as? Bool == false)
    let none = try home.strop("item", "done", "frontier/dated", "-e", "https://example.com/f")
    #expect(none.output.contains("no prediction was written before the result"))
  }

  @Test func `adding evidence to a verified item keeps its value, and another value says so`()
    throws
  {
    let home = try StropHome()
    try home.strop("item", "done", "loss-at-step", "--value", "0.6931", "-d", "mon")
    let more = try home.strop(
      "item", "done", "loss-at-step", "-e", "https://example.com/log", "--json")
    #expect(try more.object("item")["level"] as? String == "verified")
    #expect(try more.object("item")["value"] as? String == "0.6931")
    #expect(try more.object("item")["finished"] as? String == "2026-11-23")
    let wrong = try home.strop("item", "done", "loss-at-step", "--value", "0.7", "--anyway")
    #expect(wrong.output.contains("It was verified with 0.6931 before"))
    try home.strop("undo")
    let restored = try home.strop("item", "show", "loss-at-step", "--json").object("item")
    #expect(restored["level"] as? String == "verified")
  }

  @Test func `what is to do needs no reopening`() throws {
    let home = try StropHome()
    let refused =
      Outcome.failure(
        1,
        """
        strop: debug/loss-at-init is not finished: there is nothing to reopen
        hint: strop item show debug/loss-at-init

        """)
    #expect(try home.strop("item", "reopen", "debug/loss-at-init") == refused)
    try home.strop("item", "done", "debug/loss-at-init")
    #expect(try home.strop("item", "reopen", "debug/loss-at-init").status == 0)
    #expect(try home.strop("item", "reopen", "debug/loss-at-init") == refused)
    try home.strop("item", "start", "debug/loss-at-init")
    #expect(try home.strop("item", "reopen", "debug/loss-at-init").status == 0)
  }

  @Test func `a heading counts a skill's items, whatever is listed of them`() throws {
    let home = try StropHome()
    try home.strop("item", "done", "debug/loss-at-init")
    let total = try home.strop("item", "list", "--skill", "debug", "--json").list("items").count
    for filter in ["--state=todo", "--hardware=cpu"] {
      let list = try home.strop("item", "list", "--skill", "debug", filter, "--lang", "en")
      let heading = try #require(list.lines().first { $0.hasPrefix("debug ") })
      #expect(heading.hasSuffix("1 of \(total) items done"), "\(heading)")
    }
  }

  @Test func `an own item stands beside the shipped ones`() throws {
    let home = try StropHome()
    let added = try home.strop(
      "item", "add", "deb/my-nan-hunt", "Find a planted NaN", "--done-when", "three times",
      "--after", "overfit-one", "--read", "1706.03762", "--hours", "0.5", "--json"
    ).object("item")
    #expect(added["slug"] as? String == "debug/my-nan-hunt")
    #expect(added["prerequisites"] as? [String] == ["debug/overfit-one-batch"])
    #expect(added["references"] as? [String] == ["arxiv:1706.03762"])
    let list = try home.strop("item", "list", "--skill", "debug", "--json").list("items")
    #expect(list.last?["slug"] as? String == "debug/my-nan-hunt")
    try home.strop("item", "done", "my-nan")
    #expect(
      try home.strop("item", "show", "my-nan", "--json").object("item")["state"] as? String
        == "done")
    #expect(
      try home.strop("item", "add", "debug/nan", "NaN", "--done-when", "x")
        == .failure(
          64,
          "strop: 'debug/nan' will not do: names of your own begin with my-, in a-z, 0-9 and hyphens\n"
            + "hint: try debug/my-nan\n"))
    for (slug, title, doneWhen, hours) in [
      ("debug/my-nan-hunt", "x", "x", "1"), ("debug/my-b", " ", "x", "1"),
      ("debug/my-b", "x", "", "1"), ("debug/my-b", "x", "x", "0"), ("my-b", "x", "x", "1"),
      ("debug/my-调试", "x", "x", "1"), ("debug/my-b", "x", "x", "1e9"),
    ] {
      let refused = try home.strop(
        "item", "add", slug, title, "--done-when", doneWhen, "--hours", hours)
      #expect([1, 64].contains(refused.status), "\(slug) \(title) \(hours)")
    }
    try home.strop("undo")
    try home.strop("undo")
    #expect(try home.strop("item", "show", "my-nan").status == 64)
  }

  @Test func `evidence of the check-ins that name an item counts for it, while they do`() throws {
    let home = try StropHome()
    let id = try home.checkIn("-i", "debug/overfit", "-e", "https://example.com/run")
    func level() throws -> String? {
      let items = try home.strop("item", "list", "--skill", "debug", "--json").list("items")
      return items.first { $0["slug"] as? String == "debug/overfit-one-batch" }?["level"] as? String
    }
    let done = try home.strop("item", "done", "debug/overfit")
    #expect(done.lines().first?.hasSuffix(" evidenced") == true)
    #expect(done.output.contains("  url https://example.com/run  evidenced\n"))
    #expect(
      try home.strop("report", "--json").list("items").first?["level"] as? String == "evidenced")
    #expect(
      try home.strop("item", "show", "debug/overfit").output.contains("https://example.com/run"))
    try home.strop("edit", id, "-i", "")
    #expect(try level() == "claimed")
    try home.strop("undo")
    #expect(try level() == "evidenced")
    try home.strop("remove", id)
    #expect(try level() == "claimed")
    // Its own is attached once, and taken off by an empty one.
    for _ in 1...2 {
      try home.strop("item", "done", "debug/overfit", "-e", "https://example.com/x")
    }
    let shown = try home.strop("item", "show", "debug/overfit").output
    #expect(shown.components(separatedBy: "https://example.com/x").count == 2)
    try home.strop("item", "done", "debug/overfit", "-e", "")
    #expect(try level() == "claimed")
  }

  @Test func `an own item is edited, what is not given stays, and a shipped one is refused`() throws
  {
    let home = try StropHome()
    try home.strop(
      "item", "add", "debug/my-nan", "Plant a NaN", "--done-when", "found", "--read", "2305.18290",
      "--after", "debug/overfit")
    #expect(try home.strop("item", "edit", "debug/my-nan", "--hours", "2").status == 0)
    func item() throws -> [String: Any]? {
      try home.strop("item", "list", "--skill", "debug", "--json").list("items")
        .first { $0["slug"] as? String == "debug/my-nan" }
    }
    #expect(try item()?["hours"] as? Double == 2)
    #expect(try item()?["title"] as? String == "Plant a NaN")
    #expect(try item()?["prerequisites"] as? [String] == ["debug/overfit-one-batch"])
    try home.strop(
      "item", "edit", "debug/my-nan", "--title", "-NaN-", "--after", "", "--read", "https://a.b/c",
      "--hardware", "1-gpu", "--done-when", "three times")
    #expect(try item()?["title"] as? String == "-NaN-")
    #expect(try item()?["prerequisites"] as? [String] == [])
    #expect(try item()?["references"] as? [String] == ["url:https://a.b/c"])
    #expect(try item()?["doneWhen"] as? String == "three times")
    try home.strop("undo")
    #expect(try item()?["prerequisites"] as? [String] == ["debug/overfit-one-batch"])
    #expect(
      try home.strop("item", "edit", "debug/overfit", "--hours", "2")
        == .failure(
          1,
          """
          strop: debug/overfit-one-batch came with strop: only your own can be changed
          hint: strop item drop debug/overfit-one-batch

          """))
    #expect(try home.strop("item", "edit", "debug/my-nan").status == 64)
    #expect(try home.strop("item", "edit", "debug/my-nan", "--hours", "99").status == 64)
  }

  @Test func `an own item is removed with what waited for it, and comes back whole or anew`() throws
  {
    let home = try StropHome()
    try home.strop(
      "item", "add", "debug/my-first", "First", "--done-when", "done", "--read", "2305.18290")
    try home.strop(
      "item", "add", "debug/my-second", "Second", "--done-when", "done", "--after", "debug/my-first"
    )
    try home.strop("item", "done", "debug/my-first", "-e", "https://example.com")
    let before = try home.strop("item", "list", "--skill", "debug", "--json")
    #expect(
      try home.strop("item", "remove", "my-first")
        == .success("removed: debug/my-first\nbring it back:  strop undo\n"))
    #expect(try home.strop("item", "show", "debug/my-first").status == 64)
    #expect(!(try home.strop("item", "show", "debug/my-second").output.contains("my-first")))
    #expect(
      try home.strop("undo").lines().first == "undone: removal of debug/my-first, First")
    #expect(try home.strop("item", "list", "--skill", "debug", "--json") == before)
    try home.strop("redo")
    try home.strop("doctor", "--rebuild")
    #expect(try home.strop("item", "show", "debug/my-first").status == 64)
    // Added anew, it has nothing of what it was.
    try home.strop("item", "add", "debug/my-first", "Again", "--done-when", "done")
    let again = try home.strop("item", "show", "debug/my-first").output
    #expect(again.contains("to do") && !again.contains("2305.18290"), "\(again)")
    #expect(try home.strop("item", "remove", "debug/overfit").status == 1)
  }

  @Test func `help is in both languages`() throws {
    try expectHelp("item", english: "The checklists", chinese: "清单")
    try expectHelp(
      "item done", english: "Finish an item, or add what backs it", chinese: "完成一个清单项，或补上证据")
  }
}
