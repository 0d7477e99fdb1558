import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("The reminders, and when each comes next", "列出提醒，以及下一次的时间"),
        examples: ["strop remind list"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let list = try context.strop.reminderList()
        try context.print({ $0.reminders(list) }, json: { $0.reminders(list) })
      }
    }
  }
}
