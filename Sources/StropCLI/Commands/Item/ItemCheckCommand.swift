import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ItemCommand {
  struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "check", Help.text("Run a command that shows an item done", "运行一条命令来核对清单项"),
        about: Help.text(
          "The value is taken from the last line that it prints as JSON with \"value\": {\"value\": 0.6931}. Tests pass "
            + "with exit code 0. With --json what the command prints goes to standard error.",
          "数值取自命令输出的最后一行带 value 的 JSON：{\"value\": 0.6931}。测试以退出码 0 为通过。"
            + "带 --json 时，命令的输出改到标准错误。"),
        examples: [
          "strop item check dpo/loss-at-step-zero -- python step_zero.py",
          "strop item check debug/my-mask -- pytest tests/test_mask.py",
        ])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    @Option(
      help: help("JSON lines that the command writes", "命令写出的 JSON 行", value: "file"),
      completion: .file())
    var metrics: String?

    @Option(help: help("the name of the value (value)", "数值的名字（默认 value）", value: "name"))
    var metric: String?

    @Argument(
      parsing: .postTerminator,
      help: help("the command and its arguments", "要运行的命令及参数", value: "-- command"))
    var command: [String] = []

    func run() async throws {
      var outcome: (passed: Bool, ended: EndedRun)?
      try await options.perform(announcing: false) { context in
        let (checked, ended) = try await context.strop.checkItem(
          argument.item,
          RunRequest(command: command, metrics: metrics, isApart: options.json), metric: metric)
        outcome = (checked.result == .passed, ended)
        let zone = context.strop.zone
        try context.print({ $0.itemCheck(checked) }, json: { $0.itemCheck(checked, zone) })
        if let problem = ended.problem {
          try? Output.errors.write(ErrorMessage(problem, context.language).text)
        }
      }
      guard let outcome else { return }
      try outcome.ended.leave(failing: !outcome.passed || outcome.ended.problem != nil)
    }
  }
}
