import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Drop: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "drop", Help.text("Give an item up", "放弃一个清单项"),
        about: Help.text("It is no longer proposed, and nothing waits for it.", "不再推荐，也不会挡住其他项。"),
        examples: ["strop item drop megatron/ring-attention"])
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
