import ArgumentParser
import StropApp
import StropRender

extension ReproCommand {
  struct Result: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "result", Help.text("Record what a run gave", "记下一次运行的结果"),
        about: Help.text(
          "Of several results with one seed the newest counts.", "同一个种子记了多次，以最新的为准。"),
        examples: ["strop repro result dpo-hh 58.2 --seed 1 --commit HEAD -m 90"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ReproductionArgument

    @Argument(help: help("the number that came out", "跑出的数值"))
    var value: TypedText

    @Option(
      parsing: .unconditional, help: help("of which metric, where there are several", "哪个指标（有多个时）"))
    var metric: TypedText?

    @Option(parsing: .unconditional, help: help("the run's random seed", "随机种子"))
    var seed: Int?

    @Option(help: help("the code that ran", "运行的代码提交", value: "sha"))
    var commit: String?

    @Option(
      help: help(
        "the repository of that commit (this directory's)", "提交所在的仓库（默认当前目录的）", value: "dir"),
      completion: .directory)
    var repo: String?

    @Option(
      parsing: .unconditional,
      help: help(
        "what differed: GPUs, data, batch size", "与原文不同之处：GPU、数据、batch size", value: "text"))
    var conditions: TypedText?

    @OptionGroup var work: WorkOptions
    @OptionGroup var day: WorkDay

    func run() async throws {
      try await options.perform { context in
        var request = work.request
        request.day = day.day
        let recorded = try await context.strop.addResult(
          argument.name.text,
          ResultRequest(
            value: value.text, metric: metric?.text, seed: seed, commit: commit, repository: repo,
            conditions: conditions?.text),
          request)
        try context.print({ $0.reproduction(recorded) }, json: { $0.reproduction(recorded) })
      }
    }
  }
}
