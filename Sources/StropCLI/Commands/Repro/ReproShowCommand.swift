import ArgumentParser
import StropApp
import StropRender

extension ReproCommand {
  struct Show: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show", Help.text("A reproduction: claims, results, how far off", "一个复现：论文数值、结果、差距"),
        about: Help.text(
          "The gap is the mean less the claim: in the metric's unit, in percent of the claim, and in standard errors "
            + "of the mean. One run gets no verdict.",
          "差距是均值减论文数值：分别以指标单位、占论文数值的百分比、均值的标准误表示。只跑一次没有结论。"),
        examples: ["strop repro show dpo-hh"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ReproductionArgument

    func run() async throws {
      try await options.perform(.existing) { context in
        let card = try context.strop.reproduction(argument.name.text)
        try context.print({ $0.reproduction(card) }, json: { $0.reproduction(card) })
      }
    }
  }
}
