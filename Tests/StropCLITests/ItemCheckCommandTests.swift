import Foundation
import Testing

struct ItemCheckCommandTests {
  private static let item = "dpo/loss-at-step-zero"

  private func check(_ home: StropHome, _ script: String, _ more: String...) throws -> Outcome {
    try home.strop(
      ["item", "check", ItemCheckCommandTests.item] + more + ["--", "sh", "-c", script])
  }

  @Test func `the known answer, printed by a command, verifies an item`() throws {
    let home = try StropHome()
    let code = try home.repository()
    #expect(
      try home.strop("item", "show", ItemCheckCommandTests.item).output
        .contains("strop item check dpo/loss-at-step-zero -- python check.py\n"))
    let line = """
      cd code && "$0" item check loss-at-step -- sh -c '
        echo "{\\"value\\": 9}"; echo "step 0"; echo " {\\"value\\": 0.6932, \\"step\\": 0}"; echo done'
      """
    let outcome = try home.run(["/bin/sh", "-c", line, StropHome.binary.get()]).end()
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix("{\"value\": 9}\nstep 0\n {\"value\": 0.6932, \"step\": 0}\ndone\n"))
    #expect(outcome.output.contains("  0.6932 is the known answer: verified\n"))
    let item = try home.strop("item", "show", ItemCheckCommandTests.item, "--json").object("item")
    #expect(item["state"] as? String == "done")
    #expect(item["level"] as? String == "verified")
    #expect(item["value"] as? String == "0.6932")
    let evidence = try #require((item["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["kind"] as? String == "run")
    #expect(evidence["level"] as? String == "verified")
    let id = try #require(evidence["value"] as? String)
    #expect(try home.strop("show", id, "--json").object("run")["commit"] as? String == code.head)
    let report = try home.strop("report", "--json").list("items")
    #expect(report.first?["level"] as? String == "verified")
    try home.strop("doctor", "--rebuild")
    #expect(
      try home.strop("item", "show", ItemCheckCommandTests.item, "--json").object("item")["level"]
        as? String == "verified")
    try home.strop("undo")
    let undone = try home.strop("item", "show", ItemCheckCommandTests.item, "--json").object("item")
    #expect(undone["state"] as? String == "todo")
    #expect((undone["evidence"] as? [Any])?.isEmpty == true)
  }

  @Test func `another answer leaves it in progress, and the attempt stays`() throws {
    let home = try StropHome()
    let wrong = try check(home, "echo '{\"value\": 0.7}'")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("0.7 is not the known answer: 0.6931 ± 0.0005 nats\n"))
    #expect(try check(home, "echo '{\"value\": NaN}'").output.contains("nan is not the known"))
    let silent = try check(home, "echo '{\"loss\": 0.6931}'")
    #expect(silent.status == 1)
    #expect(silent.output.contains("no line of JSON with \"value\" was printed\n"))
    let failed = try check(home, "echo '{\"value\": 0.6931}'; exit 5")
    #expect(failed.status == 5)
    #expect(failed.output.contains("  the command failed\n"))
    #expect(try check(home, "kill -TERM $$").status == 143)
    let item = try home.strop("item", "show", ItemCheckCommandTests.item, "--json").object("item")
    #expect(item["state"] as? String == "doing")
    #expect(item["level"] as? String == "claimed")
    let journal = try home.strop("export").output
    #expect(journal.components(separatedBy: "\"parent\":\"item/dpo/loss-at-step-zero\"").count == 6)
  }

  @Test func `the value can have another name, and stand in a file`() throws {
    let home = try StropHome()
    let named = try check(home, "echo '{\"loss\": 0.6931}'", "--metric", "loss", "--json")
    #expect(named.errors == "{\"loss\": 0.6931}\n")
    let json = try named.json
    #expect(json["match"] as? Bool == true)
    #expect((json["item"] as? [String: Any])?["level"] as? String == "verified")
    #expect((json["run"] as? [String: Any])?["state"] as? String == "finished")
    try home.strop("undo")
    let file = try check(
      home, "echo '{\"loss\": 0.5}' > m.jsonl; echo '{\"loss\": 0.6931}' >> m.jsonl", "--metrics",
      "m.jsonl", "--metric", "loss")
    #expect(file.status == 0)
    #expect(file.output.contains("0.6931 is the known answer"))
    // Into a file, and into a closed pipe.
    try home.strop("undo")
    let line = "\"$0\" item check loss-at-step -- echo '{\"value\": 0.6931}' > out.txt; cat out.txt"
    let written = try home.run(["/bin/sh", "-c", line, StropHome.binary.get()]).end()
    #expect(written.output.contains("0.6931 is the known answer"))
  }

  @Test func `a slow reader, and what the command leaves behind, change nothing`() throws {
    let home = try StropHome()
    let slow = """
      "$0" item check loss-at-step -- sh -c 'seq 100000; echo "{\\"value\\": 0.6931}"' \\
        | { sleep 0.7; tail -n 4; }
      """
    let outcome = try home.run(["/bin/sh", "-c", slow, StropHome.binary.get()]).end()
    #expect(outcome.output.contains("0.6931 is the known answer"))
    try home.strop("undo")
    let left = try check(home, "{ sleep 0.5; echo late; } & echo '{\"value\": 0.6931}'")
    #expect(left.output.contains("0.6931 is the known answer"))
    #expect(left.output.contains("late\n"))
  }

  @Test func `tests pass with exit code 0`() throws {
    let home = try StropHome()
    let item = "debug/prove-no-leakage"
    #expect(
      try home.strop("item", "show", item).output.contains(
        "strop item check debug/prove-no-leakage -- pytest …\n"))
    #expect(try home.strop("item", "check", item, "--", "false").status == 1)
    let passed = try home.strop("item", "check", item, "--", "true")
    #expect(passed.output.contains("the tests passed: verified\n"))
    #expect(
      try home.strop("item", "check", item, "--lang", "zh", "--", "true").output
        .contains("测试通过：已核实\n"))
  }

  @Test func `what can be checked by no command is refused`() throws {
    let home = try StropHome()
    #expect(
      try home.strop("item", "check", "papers/triage-ten", "--", "true")
        == .failure(
          64,
          "strop: no command can show that papers/triage-ten is done\n"
            + "hint: strop item done papers/triage-ten -e …\n"))
    #expect(
      try home.strop("item", "check", ItemCheckCommandTests.item)
        == .failure(
          64,
          "strop: which command is to be run?\n"
            + "hint: strop item check dpo/loss-at-step-zero -- python check.py\n"))
    #expect(
      try home.strop("item", "check", ItemCheckCommandTests.item, "--", "nonesuch").status == 127)
    let list = try home.strop("item", "list", "--state", "doing", "--json").list("items")
    #expect(list.isEmpty)
  }
}
