import ArgumentParser
import Glibc
import StropApp
import StropRender

struct PromptCommand: AsyncParsableCommand {
  /// Ends the process in silence after three seconds, whatever keeps it: a shell waits for it at every line.
  private static func limitTime() {
    signal(SIGALRM) { _ in _exit(ExitCodes.unavailable) }
    alarm(3)
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "prompt",
      Help.text("One short segment for PS1, tmux or starship", "给 PS1、tmux、starship 用的一小段"),
      about: Help.text(
        "✓ practised today, ! due today, @ reminders waiting; nothing where there is nothing to say.",
        "✓ 今天已练，! 今天该练，@ 待办提醒；没什么可说时不输出。"),
      examples: ["PS1='$(strop prompt) \\$ '"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws { try await PromptCommand.run(options.choices) }

  static func run(_ choices: Choices) async throws {
    limitTime()
    // A prompt must never make a database, nor complain that there is none.
    let environment = try Environment.current()
    guard Strop.exists(at: environment.databasePath(option: choices.db)) else { return }
    try await choices.perform(.existing) { context in
      let segment = try context.strop.promptSegment()
      try context.print({ $0.prompt(segment) }, json: { $0.prompt(segment) })
    }
  }
}
