import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ReproCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "repro", Help.text("Reproductions: a claim, and what came out", "复现：论文数值与自己跑出的结果"),
      about: Help.text(
        "Each result is practice of reproduce, and makes its check-in.",
        "每记一次结果，都同时给 reproduce 打一次卡。"),
      subcommands: [
        List.self, Start.self, Result.self, Finish.self, Abandon.self, Show.self,
      ],
      defaultSubcommand: List.self)
  }
}

/// The reproduction that a command is about.
struct ReproductionArgument: ParsableArguments {
  @Argument(
    help: help("its name, or a part of it, or its id", "名称或其中几个字，也可以写编号", value: "name"),
    completion: .reproductions)
  var name: TypedText
}

extension Claim.Better: ExpressibleByArgument {}

extension CompletionKind {
  /// Reproductions by id, those that go on first; by the words of their names where that is what was typed.
  fileprivate static let reproductions = offered { completion in
    let cards = try completion.database().reproductions().reversed()
    return Candidate.entries(
      cards.map { ($0.listed.shortID, $0.reproduction.title) }, prefix: completion.prefix)
  }
}
