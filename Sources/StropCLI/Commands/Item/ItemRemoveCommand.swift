import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "remove", Help.text("Take an item of your own away", "删除自己的清单项"),
        about: Help.text(
          "Check-ins that name it stay; `strop undo` brings it back.", "点到它的打卡会留着；用 strop undo 可恢复。"
        ),
        examples: ["strop item remove debug/my-nan"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.removeItem(argument.item)
        try context.print({ $0.itemReceipt(receipt) }, json: { $0.itemReceipt(receipt) })
      }
    }
  }
}
