import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Drop: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "drop",
        abstract: Help.text("Give an item up", "放弃一个清单项"),
        discussion: Help.text(
          "It is no longer proposed, and nothing waits for it. Example: strop item drop megatron/ring-attention",
          "不再推荐，也不会挡住其他项。例：strop item drop megatron/ring-attention"))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.dropItem(argument.item)
        try context.print({ $0.itemReceipt(receipt) }, json: { $0.itemReceipt(receipt) })
      }
    }
  }
}
