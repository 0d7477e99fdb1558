import ArgumentParser
import StropApp
import StropCore
import StropRender

struct TodayCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "today", Help.text("What to practise today, by slack", "今天练什么，按余量排"),
      examples: ["strop today --json"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws { try await TodayCommand.run(options.choices) }

  static func run(_ choices: Choices) async throws {
    try await choices.perform(announcing: false) { context in
      let today = try context.strop.todayScreen()
      try context.print(
        { text in
          (context.strop.firstRun.map { text.firstRun($0) + "\n" } ?? "") + text.today(today)
        }, json: { $0.today(today) })
      if context.terminal.isOutput, !choices.json, today.notices.undelivered != nil {
        context.strop.markUndeliveredSeen()
      }
    }
  }
}
