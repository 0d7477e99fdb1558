import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Reopen: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "reopen",
        abstract: Help.text("Put a finished or dropped item back", "重新打开一个已完成或已放弃的清单项"),
        discussion: Help.text(
          "What backs it stays attached. Example: strop item reopen debug/loss-at-init",
          "证据会保留。例：strop item reopen debug/loss-at-init"))
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
