import ArgumentParser
import StropApp
import StropCore
import StropRender

struct BugCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "bug", Help.text("Bugs, and what was tried", "bug 与排查过程"),
      about: Help.text(
        "What is tried and the closing are practice of debug: each makes its check-in.",
        "每试一个假设、每关闭一个 bug，都同时给 debug 打一次卡。"),
      subcommands: [List.self, Open.self, Try.self, Close.self, Show.self, Stats.self],
      defaultSubcommand: List.self)
  }
}

/// The bug that a command is about.
struct BugArgument: ParsableArguments {
  @Argument(
    help: help("its id, or a part of its symptom", "编号，或症状里的几个字"), completion: .bugs)
  var bug: TypedText
}

extension Bug.Class: ExpressibleByArgument {}
extension Hypothesis.Result: ExpressibleByArgument {}

extension CompletionKind {
  /// Bugs by id, the open ones first; by the words of their symptoms where that is what was typed.
  fileprivate static let bugs = offered { completion in
    let bugs = try completion.database().bugs().bugs.reversed()
    return Candidate.entries(
      bugs.map { ($0.listed.shortID, $0.bug.symptom) }, prefix: completion.prefix)
  }
}
