import ArgumentParser
import StropApp
import StropRender

extension ExperimentCommand {
  struct Show: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show", Help.text("An experiment: plan, runs, outcome", "一个实验：计划、运行、结论"),
        about: Help.text(
          "A run is lost where the strop that watched it died before it ended: what became of it is not known.",
          "“失联”是指 strop 在命令结束前就没了，结果不得而知。"),
        examples: ["strop experiment show beta"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ExperimentArgument

    func run() async throws {
      try await options.perform(.existing) { context in
        let card = try context.strop.experiment(argument.name.text)
        try context.print({ $0.experiment(card) }, json: { $0.experiment(card) })
      }
    }
  }
}
