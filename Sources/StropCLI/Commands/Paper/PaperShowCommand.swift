import ArgumentParser
import StropApp
import StropRender

extension PaperCommand {
  struct Show: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show", Help.text("A paper: its readings and judgements", "一篇论文：阅读与判断"),
        examples: ["strop paper show 2305.18290"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: PaperArgument

    func run() async throws {
      try await options.perform(.existing) { context in
        let card = try context.strop.paper(argument.paper.text)
        try context.print({ $0.paper(card) }, json: { $0.paper(card) })
      }
    }
  }
}
