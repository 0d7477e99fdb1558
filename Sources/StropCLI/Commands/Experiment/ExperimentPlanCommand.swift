import ArgumentParser
import StropApp
import StropRender

extension ExperimentCommand {
  struct Plan: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "plan", Help.text("Plan an experiment, or change the plan", "计划一个实验，或修改计划"),
        about: Help.text(
          "A new one needs --skill and --hypothesis. A prediction that is written, or changed, once something was run "
            + "is said to be late.",
          "新实验要写 --skill 和 --hypothesis。开跑之后才写或改的预测，会注明是事后写的。"),
        examples: [
          "strop experiment plan beta --skill dpo --hypothesis \"…\" --predict \"…\"",
          "strop experiment plan beta --budget 4h --gpu-hours 8 --stop \"loss is NaN\"",
        ])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("a name for it", "起个名字"), completion: .experiments)
    var name: TypedText

    @Option(
      name: .shortAndLong, help: help("which skill it is practice of", "练的是哪项技能"),
      completion: .skills)
    var skill: String?

    @Option(parsing: .unconditional, help: help("what you think is so", "你认为是怎样", value: "text"))
    var hypothesis: TypedText?

    @Option(
      parsing: .unconditional,
      help: help("what will come out, if it is", "如果是这样，会跑出什么", value: "text"))
    var predict: TypedText?

    @Option(
      parsing: .unconditional,
      help: help("how long its runs may take together", "各次运行最多共跑多久", value: "4h"))
    var budget: String?

    @Option(
      parsing: .unconditional,
      help: help("how many GPU-hours they may take", "最多用多少 GPU 小时", value: "n"))
    var gpuHours: String?

    @Option(
      parsing: .unconditional, help: help("what ends it before that", "什么情况下提前停", value: "text"))
    var stop: TypedText?

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.planExperiment(
          ExperimentRequest(
            name: name.text, skill: skill, hypothesis: hypothesis?.text, prediction: predict?.text,
            budget: budget, gpuHours: gpuHours, stop: stop?.text),
          work.request)
        try context.print({ $0.experiment(recorded) }, json: { $0.experiment(recorded) })
      }
    }
  }
}
