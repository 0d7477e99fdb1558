import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Reopen: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "reopen", Help.text("Put a finished or dropped item back", "重新打开一个已完成或已放弃的清单项"),
        about: Help.text("What backs it stays attached.", "证据会保留。"),
        examples: ["strop item reopen debug/loss-at-init"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.reopenItem(argument.item)
        try context.print({ $0.itemReceipt(receipt) }, json: { $0.itemReceipt(receipt) })
      }
    }
  }
}
