import ArgumentParser

/// Parsing that looks at no other command than the one that is named.
///
/// Before it looks at a word, ArgumentParser lays out the whole tree, and twice the arguments of a request
/// for a completion script.
enum QuickParsing {
  /// Runs the commands that are typed most, as they are typed most: their name alone, and the plain lines
  /// of `checkin`, `log` and, whose time is another's, `experiment run`.
  ///
  /// - Returns: whether `arguments` were such a one.
  static func run(_ arguments: [String]) async throws -> Bool {
    switch arguments {
    case [], ["today"]: try await TodayCommand.run(Choices())
    case ["prompt"]: try await PromptCommand.run(Choices())
    case ["report"]: try await ReportCommand.run(Choices())
    case ["--version"]: try Output.standard.write(StropCommand.version + "\n")
    default: return try await runPlain(arguments)
    }
    return true
  }

  private static func runPlain(_ arguments: [String]) async throws -> Bool {
    let rest = arguments.dropFirst()
    switch arguments.first {
    case "checkin", "ci":
      guard let request = CheckInCommand.request(rest) else { return false }
      try await CheckInCommand.run(Choices(), request)
    case "log":
      guard let request = LogCommand.request(rest) else { return false }
      try await LogCommand.run(Choices(), request)
    case "experiment" where rest.first == "run":
      guard let run = ExperimentCommand.Run.request(rest.dropFirst()) else { return false }
      try await ExperimentCommand.Run.run(Choices(), run.name, run.request)
    default: return false
    }
    return true
  }

  /// The command that `arguments` begin by naming, as they say it; nil where they begin otherwise or cannot
  /// be read like that, so that the whole tree has to say what they mean.
  static func command(_ arguments: [String]) -> (any ParsableCommand)? {
    var reached: any ParsableCommand.Type = StropCommand.self
    var rest = arguments[...]
    while let name = rest.first, let next = reached.configuration.subcommand(named: name) {
      reached = next
      rest = rest.dropFirst()
    }
    guard rest.count < arguments.count || arguments.isEmpty else { return nil }
    let leaf = reached.configuration.defaultSubcommand ?? reached
    let command = try? $isOn.withValue(true) { try leaf.parseAsRoot(Array(rest)) }
    // The answer to `--help` is a command of ArgumentParser's own.
    return command.flatMap { type(of: $0) == leaf ? $0 : nil }
  }

  /// Whether a command is being read by itself. Its configuration then says that it belongs to another
  /// one, which is how ArgumentParser is told that no completion script can be asked of it.
  @TaskLocal static var isOn = false
}

extension CommandConfiguration {
  /// The command below this one that a word names.
  func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    (ungroupedSubcommands + groupedSubcommands.flatMap(\.subcommands)).first {
      $0.configuration.isNamed(name)
    }
  }
}
