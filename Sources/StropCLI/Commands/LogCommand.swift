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
    try await LogCommand.run(
      options.choices, LogRequest(skill: skill, since: since, until: until, limit: limit))
  }

  /// What a line of nothing but a skill and these options asks for; nil where it is another one.
  static func request(_ arguments: ArraySlice<String>) -> LogRequest? {
    guard let line = PlainLine(arguments, options: ["--since", "--until", "--limit"]),
      line.words.count <= 1
    else { return nil }
    let limit = line["--limit"].map { Int($0) ?? 0 }
    guard limit ?? 1 > 0 else { return nil }
    return LogRequest(
      skill: line.words.first, since: line["--since"], until: line["--until"], limit: limit)
  }

  static func run(_ choices: Choices, _ request: LogRequest) async throws {
    try await choices.perform(.look) { context in
      var request = request
      let isScreen = context.terminal.isOutput && !context.json
      if request.limit == nil, isScreen { request.limit = LogCommand.standardLimit }
      let log = try context.strop.log(request)
      try context.print({ $0.log(log, isWhole: !isScreen) }, json: { $0.log(log) })
    }
  }
}
