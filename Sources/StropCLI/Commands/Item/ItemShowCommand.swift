import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "show",
        abstract: Help.text("One item: done when, hours, references", "一个清单项：达标条件、用时、参考"),
        discussion: Help.text(
          "Example: strop item show debug/overfit-one-batch",
          "例：strop item show debug/overfit-one-batch"))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    func run() async throws {
      try await options.perform { context in
        let card = try context.strop.itemCard(argument.item)
        try context.print({ $0.item(card) }, json: { $0.item(card) })
      }
    }
  }
}
