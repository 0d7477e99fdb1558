import Foundation
import Testing

struct ReproCommandTests {
  private static let start = [
    "repro", "start", "dpo-hh", "--source", "https://arxiv.org/abs/2305.18290v2", "--claim",
    "win-rate=61", "--better", "higher", "--tolerance", "2%",
  ]

  private func metrics(_ outcome: Outcome) throws -> [[String: Any]] {
    try #require(outcome.object("reproduction")["metrics"] as? [[String: Any]])
  }

  @Test func `one seed is no verdict, several are, as figures and as text`() throws {
    let home = try StropHome()
    let started = try home.strop(ReproCommandTests.start + ["--json"])
    let reproduction = try started.object("reproduction")
    #expect(reproduction["name"] as? String == "dpo-hh")
    #expect(reproduction["source"] as? String == "2305.18290")
    #expect(reproduction["verdict"] as? String == "in progress")
    #expect(try started.json["checkin"] is NSNull)
    let single = try home.strop("repro", "result", "dpo", "57.2", "--seed", "1", "--json")
    #expect(try single.object("reproduction")["verdict"] as? String == "single seed")
    #expect(try single.object("checkin")["skill"] as? String == "reproduce")
    try home.strop("repro", "result", "dpo", "57.9", "--seed", "2", "-m", "90", "-n", "beta 0.1")
    // The same moment, and the same seed: the one that was recorded last counts.
    try home.strop("repro", "result", "dpo", "99", "--seed", "3")
    let last = try home.strop("repro", "result", "dpo", "56.2", "--seed", "3", "--json")
    let metric = try #require(metrics(last).first)
    #expect(
      metric.has(
        "name better claim tolerance n mean sd gap relativeGap gapInStandardErrors verdict"))
    #expect(metric["n"] as? Int == 3)
    #expect(metric["verdict"] as? String == "not reproduced")
    let shown = try home.strop("repro", "show", "dpo-hh")
    #expect(
      shown.output.contains("    57.1 ± 0.85, 3 runs; gap -3.9, -6.4%, -7.9 standard errors\n"))
    #expect(shown.output.contains("replaced by a later run of its seed"))
    #expect(try home.strop("repro", "finish", "dpo").output.contains("not reproduced"))
    let list = try home.strop("repro", "list", "--json").list("reproductions")
    #expect(list.map { $0["state"] as? String } == ["finished"])
    #expect(try home.strop("repro") == home.strop("repro", "list"))
  }

  @Test func `several metrics share what is said once, or have each their own`() throws {
    let home = try StropHome()
    let line = [
      "repro", "start", "moe 复现", "--source", "https://example.com/moe", "--claim", "acc=71.2%",
      "--claim", "ppl=-3.5", "--better", "higher", "--better", "lower", "--tolerance", "0.5",
      "--json",
    ]
    let both = try metrics(home.strop(line))
    #expect(both.map { $0["claim"] as? Double } == [71.2, -3.5])
    #expect(both.map { $0["better"] as? String } == ["higher", "lower"])
    #expect(both.map { $0["tolerance"] as? Double } == [0.5, 0.5])
    #expect(
      try home.strop("repro", "result", "moe", "70")
        == .failure(64, "strop: which metric is it?\nhint: --metric acc|ppl\n"))
    #expect(try home.strop("repro", "result", "moe", "70", "--metric", "mmlu").status == 64)
    let result = try home.strop("repro", "result", "复现", "-3.6", "--metric", "PPL", "--json")
    #expect(try metrics(result).map { $0["n"] as? Int } == [0, 1])
    #expect(try home.strop("repro", "finish", "moe").status == 1)
  }

  @Test func `an abandoned one is taken up again by a result`() throws {
    let home = try StropHome()
    try home.strop(ReproCommandTests.start)
    let given = try home.strop("repro", "abandon", "dpo", "--reason", "-1 GPU", "--json")
    #expect(try given.object("reproduction")["verdict"] as? String == "abandoned")
    #expect(try given.object("reproduction")["reason"] as? String == "-1 GPU")
    #expect(try home.strop("repro", "abandon", "dpo").status == 1)
    let resumed = try home.strop("repro", "result", "dpo", "60", "--json")
    #expect(try resumed.object("reproduction")["state"] as? String == "open")
    #expect(try home.strop("undo").output.contains("dpo-hh: abandoned\n") == false)
    let list = try home.strop("repro", "list", "--json").list("reproductions")
    #expect(list.first?["state"] as? String == "abandoned")
  }

  @Test func `a commit is of the repository that is named, or of this directory's`() throws {
    let home = try StropHome()
    let repository = try home.repository()
    try home.strop(ReproCommandTests.start)
    let line = ["repro", "result", "dpo", "60", "--json", "--commit"]
    let found = try home.strop(line + ["HEAD", "--repo", repository.path])
    let results = try #require(found.object("reproduction")["results"] as? [[String: Any]])
    #expect(results.first?["commit"] as? String == repository.path + "@" + repository.head)
    #expect(try home.strop(line + ["abcdef12", "--repo", repository.path]).status == 64)
    #expect(try home.strop(line + ["HEAD", "--repo", home.path("none")]).status == 64)
    #expect(try home.strop(line + ["abcdef12"]).status == 0)
  }

  @Test(arguments: [
    ["--claim", "acc", "--better", "higher"], ["--claim", "=3", "--better", "higher"],
    ["--claim", "acc=x", "--better", "higher"], ["--claim", "acc=1"], ["--better", "higher"],
    ["--claim", "acc=1", "--claim", "ACC=2", "--better", "higher"],
    ["--claim", "acc=1", "--better", "higher", "--better", "lower"],
    ["--claim", "acc=1", "--better", "higher", "--tolerance", "-2%"],
    ["--claim", "acc=1", "--better", "up"],
  ])
  func `claims that are none are refused, and record nothing`(options: [String]) throws {
    let home = try StropHome()
    let refused = try home.strop(["repro", "start", "x", "--source", "2305.18290"] + options)
    expectCivil(refused, 64)
    #expect(try home.strop("repro", "list", "--json").list("reproductions").isEmpty)
  }

  @Test func `names, sources and numbers that are none are refused`() throws {
    let home = try StropHome()
    try home.strop(ReproCommandTests.start)
    let again = try home.strop(ReproCommandTests.start.map { $0 == "dpo-hh" ? "DPO-HH" : $0 })
    #expect(again.status == 1)
    let source = ReproCommandTests.start.map { $0.hasPrefix("https") ? "somewhere" : $0 }
    expectCivil(try home.strop(source), 64)
    expectCivil(try home.strop("repro", "result", "dpo", "many"), 64)
    expectCivil(try home.strop("repro", "result", "dpo", "1", "--seed", "one"), 64)
    expectCivil(try home.strop("repro", "show", "grpo"), 64)
    #expect(
      try home.strop("repro", "finish", "dpo", "--lang", "zh").errors.contains("还没有 win-rate 的结果"))
  }
}
