import Foundation
import Testing

struct ExperimentCommandTests {
  private static let plan = [
    "experiment", "plan", "beta", "--skill", "dpo", "--hypothesis", "lower beta wins more",
    "--predict", "win rate above 58", "--budget", "4h", "--gpu-hours", "8", "--stop", "NaN",
  ]

  private func runs(_ home: StropHome) throws -> [[String: Any]] {
    let experiment = try home.strop("experiment", "show", "beta", "--json").object("experiment")
    return try #require(experiment["runs"] as? [[String: Any]])
  }

  @Test func `a plan, a run and a verdict, as figures and as text`() throws {
    let home = try StropHome()
    let code = try home.repository()
    let planned = try home.strop(ExperimentCommandTests.plan + ["--json"]).object("experiment")
    #expect(
      planned.has(
        "name skill hypothesis predicted predictedBeforeRun verdict budgetHours gpuHours runs"))
    #expect(planned["budgetHours"] as? Double == 4)
    #expect(planned["gpuHours"] as? Double == 8)
    #expect(planned["predictedBeforeRun"] as? Bool == true)
    let line = "cd code && \"$0\" experiment run beta -- sh -c 'echo out; echo err >&2; exit 3'"
    let outcome = try home.run(["/bin/sh", "-c", line, StropHome.binary.get()]).end()
    #expect(outcome == Outcome(status: 3, output: "out\n", errors: "err\n"))
    let run = try #require(runs(home).first)
    #expect(
      run.has("id started ended exit host commit dirty gpus gpuHours metrics state tail command"))
    #expect(run["exit"] as? Int == 3)
    #expect(run["state"] as? String == "finished")
    #expect(run["commit"] as? String == code.head)
    #expect(run["dirty"] as? Bool == false)
    #expect((run["tail"] as? String)?.split(separator: "\n").sorted() == ["err", "out"])
    let finished = try home.strop(
      "experiment", "finish", "beta", "--verdict", "refuted", "-n", "57.1, not above 58", "-m",
      "30", "--json")
    #expect(try finished.object("experiment")["verdict"] as? String == "refuted")
    #expect(try finished.object("checkin")["skill"] as? String == "dpo")
    let shown = try home.strop("experiment", "show", "beta").output
    #expect(shown.contains("outcome     57.1, not above 58\n"))
    #expect(try home.strop("undo").output.hasPrefix("undone: experiment beta: refuted\n"))
    #expect(try home.strop("undo").output.hasPrefix("undone: run \"sh -c echo out"))
    #expect(try runs(home).isEmpty)
    #expect(try home.strop("redo").status == 0)
    #expect(try runs(home).count == 1)
    #expect(try home.strop("experiment") == home.strop("experiment", "list"))
  }

  @Test func `a prediction that was written after the first run says so`() throws {
    let home = try StropHome()
    try home.strop(
      "experiment", "plan", "beta", "--skill", "dpo", "--hypothesis", "lower beta wins more")
    try home.strop("experiment", "run", "beta", "--", "true")
    let late = try home.strop("experiment", "plan", "beta", "--predict", "58", "--json")
    #expect(try late.object("experiment")["predictedBeforeRun"] as? Bool == false)
    #expect(
      try home.strop("experiment", "show", "beta").output
        .contains("written after the first run had started"))
    #expect(
      try home.strop("experiment", "plan", "new")
        == .failure(
          64,
          "strop: a new experiment needs --skill\n"
            + "hint: strop experiment plan new --skill dpo --hypothesis \"…\" --predict \"…\"\n"))
  }

  @Test(arguments: [
    ("kill -TERM $$", 143), ("kill -INT $$", 130), ("kill -KILL $$", 137), ("exit 7", 7),
  ])
  func `ends as its command ended`(script: String, status: Int32) throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let outcome = try home.strop("experiment", "run", "beta", "--", "sh", "-c", script)
    #expect(outcome == Outcome(status: status, output: "", errors: ""))
    #expect(try runs(home).first?["exit"] as? Int == Int(status))
  }

  @Test func `what is no command is said as a shell says it, and leaves nothing`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    #expect(
      try home.strop("experiment", "run", "beta", "--", "nonesuch")
        == .failure(127, "strop: there is no command called 'nonesuch'\n"))
    #expect(try home.strop("experiment", "run", "beta").status == 64)
    #expect(
      try home.strop("experiment", "run", "gamma", "--", "true").errors
        .hasSuffix(
          "hint: strop experiment plan gamma --skill dpo --hypothesis \"…\" --predict \"…\"\n"))
    #expect(try runs(home).isEmpty)
    try home.write("no program\n", to: "data")
    #expect(
      try home.strop("experiment", "run", "beta", "--", "./data")
        == .failure(126, "strop: './data' could not be started: Permission denied\n"))
    #expect(try runs(home).first?["exit"] as? Int == 126)
  }

  @Test func `the words behind the dashes are the command's alone`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let outcome = try home.strop(
      "experiment", "run", "beta", "--", "printf", "%s|", "--since", "last", "fri", "--lang", "zh",
      "--json", "--help", "--version", "-d", "", "-5%", "--", "x")
    #expect(
      outcome == .success("--since|last|fri|--lang|zh|--json|--help|--version|-d||-5%|--|x|"))
  }

  @Test func `a run whose strop was killed is lost, until another one is made`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let process = try home.start([
      "experiment", "run", "beta", "--", "sh", "-c", "echo begun > begun; exec sleep 30",
    ])
    while !FileManager.default.fileExists(atPath: home.path("begun")) { usleep(10_000) }
    #expect(try runs(home).first?["state"] as? String == "running")
    #expect(try runs(home).first?["ended"] is NSNull)
    process.stop()
    _ = process.end()
    #expect(try runs(home).first?["state"] as? String == "lost")
    #expect(try home.strop("experiment", "show", "beta").output.contains("run lost\n"))
    let today = try home.strop("today", "--json").json["experiments"] as? [[String: Any]]
    #expect(today?.first?["name"] as? String == "beta")
    #expect(today?.first?["state"] as? String == "lost")
    #expect(try home.strop().output.contains("beta  run lost\n"))
    try home.strop("experiment", "run", "beta", "--", "true")
    #expect((try home.strop("today", "--json").json["experiments"] as? [Any])?.isEmpty == true)
  }

  @Test func `signals go to the command, and it ends first`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let line = """
      "$0" experiment run beta -- sh -c '
        trap "echo asked to end; exit 5" TERM
        echo begun > begun; while :; do sleep 0.01; done' &
      while [ ! -e begun ]; do sleep 0.01; done
      kill -TERM $!; wait $!
      """
    let outcome = try home.run(["/bin/sh", "-c", line, StropHome.binary.get()]).end()
    #expect(outcome == Outcome(status: 5, output: "asked to end\n", errors: ""))
  }

  @Test func `under nohup it goes on without its terminal, and its file is read`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let line = """
      nohup "$0" experiment run beta -- sh -c 'kill -HUP $PPID $$; echo goes on' > out.txt 2>&1
      cat out.txt
      """
    let outcome = try home.run(["/bin/sh", "-c", line, StropHome.binary.get()]).end()
    #expect(outcome.output.hasSuffix("goes on\n"))
    let tail = try #require(runs(home).first?["tail"] as? String)
    #expect(tail == "goes on")
  }

  @Test func `metrics are the last values, whatever the file held before or lacks at its end`()
    throws
  {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    try home.write("{\"loss\": 9, \"old\": 1}\n", to: "m.jsonl")
    let script = """
      printf '{"loss": 2, "eval": {"acc": 0.5}, "note": "x", "ok": true}\\n' >> m.jsonl
      printf '{"loss": NaN, "step": 1e3, "gap": -Infinity}\\nnot JSON\\n[1]\\n{"los' >> m.jsonl
      """
    let outcome = try home.strop(
      "experiment", "run", "beta", "--metrics", "m.jsonl", "--", "sh", "-c", script)
    #expect(outcome == .success(""))
    let metrics = try #require(runs(home).first?["metrics"] as? [String: Any])
    #expect(Set(metrics.keys) == ["loss", "eval.acc", "step", "gap"])
    #expect(metrics["loss"] is NSNull)
    #expect(metrics["eval.acc"] as? Double == 0.5)
    #expect(metrics["step"] as? Double == 1000)
    #expect(
      try home.strop("experiment", "show", "beta").output
        .contains("eval.acc 0.5 · gap -inf · loss nan · step 1000"))
    // Written anew, it is read as a whole.
    try home.strop(
      "experiment", "run", "beta", "--metrics", "m.jsonl", "--", "sh", "-c",
      "echo '{\"loss\": 1}' > m.jsonl")
    #expect(try runs(home).last?["metrics"] as? [String: Double] == ["loss": 1])
    let silent = try home.strop("experiment", "run", "beta", "--metrics", "m.jsonl", "--", "true")
    #expect(
      silent.errors
        == "strop: nothing was written into ~/m.jsonl: no metrics are recorded\n")
    #expect(silent.status == 0)
  }

  @Test func `a hundred megabytes pass through as they are, and their end is kept`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let line = """
      "$0" experiment run beta -- sh -c 'head -c 100000000 /dev/zero | tr "\\0" x; echo; echo done' | md5sum
      """
    let outcome = try home.run(["/bin/sh", "-c", line, StropHome.binary.get()]).end()
    let sum = try home.run([
      "/bin/sh", "-c", "{ head -c 100000000 /dev/zero | tr '\\0' x; echo; echo done; } | md5sum",
    ]).end()
    #expect(outcome.output == sum.output)
    #expect(try runs(home).first?["tail"] as? String == "done")
    let size = try home.database.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? .max
    #expect(size < 5_000_000)
  }

  @Test func `what looks like a secret is not kept`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    let outcome = try home.start(
      [
        "experiment", "run", "beta", "--", "sh", "-c",
        "echo key is $MY_API_KEY; echo tokens: 1024; echo Authorization: Bearer abcdefgh12345",
        "--token=hf_abcdefghij0123456789",
      ], with: ["MY_API_KEY": "plain-words-only"]
    ).end()
    #expect(outcome.output.contains("key is plain-words-only\n"))
    let tail = try #require(runs(home).first?["tail"] as? String)
    #expect(tail == "key is ****\ntokens: 1024\nAuthorization: Bearer ****")
    let journal = try home.strop("export").output
    for secret in ["plain-words-only", "hf_abcdefghij", "abcdefgh12345"] {
      #expect(!journal.contains(secret))
    }
  }

  @Test func `hours are counted times the cards that a run could use`() throws {
    let home = try StropHome()
    try home.strop(ExperimentCommandTests.plan)
    try home.writeProgram(
      "#!/bin/sh\nfor i in 1 2 3 4 5 6 7 8; do echo NVIDIA A100; done\n", to: "nvidia-smi")
    let path = home.directory.path + ":/usr/bin:/bin"
    try home.strop("experiment", "run", "beta", "--", "sleep", "0.2", with: ["PATH": path])
    try home.strop(
      "experiment", "run", "beta", "--", "true",
      with: ["PATH": path, "CUDA_VISIBLE_DEVICES": "0,3"])
    try home.strop(
      "experiment", "run", "beta", "--", "true", with: ["PATH": path, "CUDA_VISIBLE_DEVICES": ""])
    let runs = try runs(home)
    #expect(runs.map { $0["gpus"] as? Int } == [8, 2, 0])
    let hours = try #require(runs[0]["gpuHours"] as? Double)
    #expect(hours >= 8 * 0.2 / 3_600)
    #expect(try home.strop("experiment", "show", "beta").output.contains("CNY at 6.85 each"))
    try home.strop("config", "set", "gpu-hour-price", "10")
    #expect(try home.strop("experiment", "show", "beta").output.contains("CNY at 10 each"))
  }

  @Test func `help tells what each verb does`() throws {
    try expectHelp(
      "experiment", english: "Experiments: predict, run, conclude", chinese: "实验：先预测，再跑，后下结论")
    try expectHelp(
      "experiment run", english: "Run a command, and record that", chinese: "运行一条命令并记录")
  }
}
