import ArgumentParser
import Glibc
import StropApp
import StropCore
import StropRender

extension ExperimentCommand {
  struct Run: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "run", Help.text("Run a command, and record that", "运行一条命令并记录"),
        about: Help.text(
          "It runs as it would alone: its streams, terminal, signals and exit code are its own. Recorded are its times, "
            + "host, commit, GPUs, the last value of each metric, and the last lines that it printed, with what looks "
            + "like a secret masked.",
          "命令照常运行：输入输出、终端、信号、退出码都原样。记录的是起止时间、主机、提交、GPU、各指标的最后值，"
            + "以及输出的最后几行（像密钥的内容会被遮住）。"),
        examples: [
          "strop experiment run beta -- python train.py --beta 0.05",
          "nohup strop experiment run beta --metrics m.jsonl -- bash train.sh &",
        ])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ExperimentArgument

    @Option(
      help: help(
        "JSON lines that the command writes: {\"loss\": 0.3}", "命令写出的 JSON 行：{\"loss\": 0.3}",
        value: "file"),
      completion: .file())
    var metrics: String?

    @Argument(
      parsing: .postTerminator,
      help: help("the command and its arguments", "要运行的命令及参数", value: "-- command"))
    var command: [String] = []

    func run() async throws {
      try await Run.run(
        options.choices, argument.name.text,
        RunRequest(command: command, metrics: metrics, isApart: options.json))
    }

    /// What a line of nothing but a name, `--metrics` and a command asks for; nil where it is another one.
    static func request(
      _ arguments: ArraySlice<String>
    ) -> (name: String, request: RunRequest)? {
      guard let dashes = arguments.firstIndex(of: "--"),
        let line = PlainLine(arguments[..<dashes], options: ["--metrics"]), line.words.count == 1,
        dashes + 1 < arguments.endIndex
      else { return nil }
      let command = Array(arguments[(dashes + 1)...])
      return (line.words[0], RunRequest(command: command, metrics: line["--metrics"]))
    }

    static func run(_ choices: Choices, _ name: String, _ request: RunRequest) async throws {
      var ended: EndedRun?
      try await choices.perform(.existing, announcing: false) { context in
        let run = try await context.strop.runExperiment(name, request)
        ended = run
        try context.report(run)
      }
      if let ended { try ended.leave() }
    }
  }
}

extension Context {
  /// What is said of a run beside what its command printed: little, and nothing to a pipe, but what went wrong.
  func report(_ ended: EndedRun) throws {
    if json {
      try Output.standard.write(values.run(ended.run, strop.zone).pretty + "\n")
    }
    if let problem = ended.problem {
      try? Output.errors.write(ErrorMessage(problem, language).text)
    } else if Terminal.isTerminal(STDERR_FILENO), !json {
      try? Output.errors.write(text.runRecorded(ended.run))
    }
    if let file = ended.emptyMetrics { try? Output.errors.write(text.noMetrics(file)) }
  }
}

extension EndedRun {
  /// Ends this process as the command ended; `failing`: with 1 though the command ended well.
  func leave(failing: Bool = false) throws {
    drain()
    if let signal { WatchedCommand.end(by: signal, group: wasOnTerminal) }
    throw ExitCode(exit == 0 && failing ? ExitCodes.couldNot : Int32(exit))
  }
}
