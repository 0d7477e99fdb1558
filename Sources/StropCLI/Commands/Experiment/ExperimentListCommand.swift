import ArgumentParser
import StropApp
import StropRender

extension ExperimentCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("The experiments, and how they stand", "列出实验与进展"),
        examples: ["strop experiment list"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let cards = try context.strop.experiments()
        try context.print({ $0.experiments(cards) }, json: { $0.experiments(cards) })
      }
    }
  }
}
