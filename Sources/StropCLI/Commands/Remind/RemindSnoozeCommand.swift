import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Snooze: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "snooze",
        Help.text("Silence a reminder for a while; then it comes once more", "推迟提醒，到时再响一次"),
        examples: Help.text(
          ["strop remind snooze 7k3f", "strop remind snooze 7k3f --until \"tomorrow 09:00\""],
          ["strop remind snooze 7k3f", "strop remind snooze 7k3f --until \"明天 09:00\""]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: RemindCommand.idHelp, completion: .reminders)
    var id: String

    @Option(
      help: help(
        "30m, 21:45 or \"tomorrow 09:00\"; an hour where not given",
        "30m、21:45 或 \"明天 09:00\"；不写就是一小时", value: "time"))
    var until: String?

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.snoozeReminder(id, until: until)
        try context.print({ $0.reminder(receipt) }, json: { $0.reminder(receipt) })
      }
    }
  }
}
