import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show", Help.text("One item: done when, hours, references", "一个清单项：达标条件、用时、参考"),
        examples: ["strop item show debug/overfit-one-batch"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    func run() async throws {
      try await options.perform(.look) { context in
        let card = try context.strop.itemCard(argument.item)
        try context.print({ $0.item(card) }, json: { $0.item(card) })
      }
    }
  }
}
