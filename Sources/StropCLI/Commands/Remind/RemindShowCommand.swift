import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show",
        Help.text("One reminder: its next times, its last deliveries", "查看一个提醒：之后几次和最近的送达情况"),
        examples: ["strop remind show 7k3f"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: RemindCommand.idHelp, completion: .reminders)
    var id: String

    func run() async throws {
      try await options.perform(.look) { context in
        let card = try context.strop.reminderCard(id)
        try context.print({ $0.reminder(card) }, json: { $0.reminder(card) })
      }
    }
  }
}
