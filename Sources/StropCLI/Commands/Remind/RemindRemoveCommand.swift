import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "remove", Help.text("Take a reminder away", "删除提醒"),
        examples: ["strop remind remove 7k3f"])
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
