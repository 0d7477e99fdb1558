import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "remove",
        abstract: Help.text("Take a reminder away", "删除提醒"),
        discussion: Help.text("Example: strop remind remove 7k3f", "例：strop remind remove 7k3f"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: RemindCommand.idHelp, completion: .reminders)
    var id: String

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.removeReminder(id)
        try context.print({ $0.reminder(receipt) }, json: { $0.reminder(receipt) })
      }
    }
  }
}
