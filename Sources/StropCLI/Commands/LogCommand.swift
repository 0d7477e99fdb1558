import ArgumentParser
import StropApp
import StropRender

struct LogCommand: AsyncParsableCommand {
  /// How many check-ins a screen shows where no number is asked for.
  private static let standardLimit = 20

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "log", Help.text("What was practised, newest last", "练过什么，最近的在最后"),
      examples: Help.text(["strop log papers --since mon"], ["strop log papers --since 周一"]))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: help("only this skill", "只看这个技能"), completion: .skills)
  var skill: String?

  @Option(help: help("from this day on", "从这天起", value: "day"), completion: .pastDays)
  var since: String?

  @Option(help: help("up to this day", "到这天为止", value: "day"), completion: .pastDays)
  var until: String?

  @Option(help: help("the newest N only (on a screen: 20)", "只看最近 N 条（屏幕上默认 20）", value: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError(Help.text("--limit must be 1 or more", "--limit 至少是 1"))
    }
  }

  func run() async throws {
    try await options.perform { context in
      let log = try context.strop.log(
        LogRequest(
          skill: skill, since: since, until: until,
          limit: limit ?? (context.json ? nil : LogCommand.standardLimit)))
      try context.print({ $0.log(log) }, json: { $0.log(log) })
    }
  }
}
