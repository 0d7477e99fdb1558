import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ExperimentCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "experiment", Help.text("Experiments: predict, run, conclude", "实验：先预测，再跑，后下结论"),
      about: Help.text(
        "What was expected is written down before the first run; a refuted hypothesis counts as much as a confirmed "
          + "one.",
        "第一次跑之前先写下预测。证伪和证实同样算数。"),
      subcommands: [
        List.self, Plan.self, Run.self, Finish.self, Show.self,
      ],
      defaultSubcommand: List.self)
  }
}

/// The experiment that a command is about.
struct ExperimentArgument: ParsableArguments {
  @Argument(
    help: help("its name, or a part of it, or its id", "名称或其中几个字，也可以写编号", value: "name"),
    completion: .experiments)
  var name: TypedText
}

extension Experiment.Verdict: ExpressibleByArgument {}

extension CompletionKind {
  /// Experiments by id, those that go on first; by the words of their names where that is what was typed.
  static let experiments = offered { completion in
    let cards = try completion.database().experiments().reversed()
    return Candidate.entries(
      cards.map { ($0.listed.shortID, $0.experiment.title) }, prefix: completion.prefix)
  }
}
