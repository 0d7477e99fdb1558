import Foundation
import Testing

/// A fortnight of work that is to be proved, with what becomes of commits, files and runs meanwhile.
struct FortnightOfProofTests {
  private struct Work {
    let home: StropHome

    /// At nine in the evening of a day of November.
    @discardableResult
    func strop(_ day: Int, _ arguments: String...) throws -> Outcome {
      try home.strop(arguments, with: ["STROP_NOW": now(day)])
    }

    func now(_ day: Int) -> String { String(format: "2026-11-%02dT21:00:00+08:00", day) }

    /// In the repository.
    @discardableResult
    func shell(_ day: Int, _ script: String) throws -> Outcome {
      try home.run(
        ["/bin/sh", "-c", "cd code; " + script, StropHome.binary.get()],
        with: ["STROP_NOW": now(day)]
      ).end()
    }

    func git(_ script: String) throws -> String {
      let outcome = try shell(9, "set -e; " + script)
      try #require(outcome.status == 0, "\(outcome)")
      return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  @Test func `the portfolio tells what holds of it, and no more`() throws {
    let work = Work(home: try StropHome())
    let head = try work.home.repository().head
    _ = try work.git("git config user.email li@example.com; git config user.name Li")
    // Mon 9 Nov: a reproduction begins, whose second run is rebased away later.
    try work.strop(
      9, "repro", "start", "dpo-hh", "--source", "2305.18290", "--claim", "win-rate=61",
      "--better", "higher", "--tolerance", "2%")
    let rebased = try work.git(
      "git checkout -qb try; echo 1 >> train.py; git commit -qam Try; git rev-parse HEAD")
    try work.strop(
      10, "repro", "result", "dpo-hh", "57.2", "--seed", "1", "--repo", "code", "--commit", head)
    try work.strop(
      11, "repro", "result", "dpo-hh", "57.9", "--seed", "2", "--repo", "code", "--commit", rebased)
    let theirs = try work.git(
      "git checkout -q -; git branch -qD try; "
        + "git -c user.email=wu@example.com commit -q --allow-empty -m Theirs; git rev-parse HEAD")
    try work.strop(12, "repro", "finish", "dpo-hh")
    // What is no longer so when it is looked at again.
    try work.home.write("curve", to: "curve.txt")
    try work.strop(12, "item", "done", "papers/triage-ten", "-e", "curve.txt")
    try work.strop(13, "checkin", "debug", "-m", "30", "-e", "commit:code@" + theirs)
    try work.strop(13, "item", "done", "debug/loss-at-init", "-e", "commit:code@" + head)
    try work.home.write("tampered", to: "curve.txt")
    // Sat 14 Nov: an experiment, foretold; one run is killed, one prints 100 MB, one goes on under nohup.
    try work.strop(
      14, "experiment", "plan", "beta", "--skill", "dpo", "--hypothesis", "lower beta wins more",
      "--predict", "win rate above 58", "--gpu-hours", "8")
    let killed = try work.home.start(
      ["experiment", "run", "beta", "--", "sh", "-c", "echo > begun; exec sleep 30"],
      with: ["STROP_NOW": work.now(14)])
    while !FileManager.default.fileExists(atPath: work.home.path("begun")) { usleep(10_000) }
    killed.stop()
    _ = killed.end()
    try #expect(
      work.strop(15, "--json").list("experiments").first?["state"] as? String == "lost")
    let long = try work.shell(
      15,
      "\"$0\" experiment run beta -- sh -c 'yes step | head -c 104857600; echo done' | tail -n 1")
    #expect(long == .success("done\n"))
    try work.shell(
      16,
      """
      nohup "$0" experiment run beta --metrics m.jsonl -- sh -c '
        kill -HUP $PPID; printf "{\\"loss\\": NaN, \\"win\\": 57.1}\\n{\\"wi" >> m.jsonl' > out.txt 2>&1
      """)
    try work.strop(
      17, "experiment", "finish", "beta", "--verdict", "refuted", "-n", "57.1, not above 58", "-m",
      "40")
    // Sun 22 Nov: all of it is looked at again.
    let verified = try work.strop(22, "evidence", "verify", "--json").json
    let failed = try #require(verified["failed"] as? [[String: Any]])
    let reasons = failed.compactMap { $0["reason"] as? String }.sorted()
    #expect(reasons == ["changed", "otherAuthor", "unreachable"])

    let portfolio = try work.strop(22, "portfolio", "--json")
    func entries(_ ability: String, _ key: String) throws -> [[String: Any]] {
      let all = try portfolio.list("abilities")
      return try #require(
        all.first { $0["ability"] as? String == ability }?[key] as? [[String: Any]])
    }
    func levels(_ entries: [[String: Any]]) -> [String?] { entries.map { $0["level"] as? String } }
    #expect(try levels(entries("papers", "items")) == ["evidenced"])
    #expect(try levels(entries("bugs", "items")) == ["verified"])
    let experiment = try #require(try entries("experiments", "entries").first)
    #expect(experiment["level"] as? String == "verified")
    let runs = try #require(experiment["runs"] as? [[String: Any]])
    #expect(runs.map { $0["state"] as? String } == ["lost", "finished", "finished"])
    #expect(runs.map { $0["exit"] as? Int } == [nil, 0, 0])
    let metrics = try #require(runs.last?["metrics"] as? [String: Any])
    #expect(metrics["win"] as? Double == 57.1)
    #expect(metrics["loss"] is NSNull)
    // A rebuild keeps all of it.
    let journal = try work.strop(22, "export")
    try work.strop(22, "doctor", "--rebuild")
    #expect(try work.strop(22, "portfolio", "--json") == portfolio)
    #expect(try work.strop(22, "export") == journal)
  }
}
