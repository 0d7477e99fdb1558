import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ExperimentCommand {
  struct Finish: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "finish", Help.text("Say what became of the hypothesis", "给假设下结论"),
        about: Help.text(
          "This is practice of its skill, and makes its check-in. Refuted counts as much as confirmed.",
          "这也是一次练习，会同时打卡。证伪和证实同样算数。"),
        examples: ["strop experiment finish beta --verdict refuted -n \"…\" -m 30"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ExperimentArgument

    @Option(help: help("what became of it", "结论"))
    var verdict: Experiment.Verdict

    @OptionGroup var work: WorkOptions
    @OptionGroup var day: WorkDay

    func run() async throws {
      try await options.perform { context in
        var request = work.request
        request.day = day.day
        let recorded = try await context.strop.finishExperiment(
          argument.name.text, verdict, request)
        try context.print({ $0.experiment(recorded) }, json: { $0.experiment(recorded) })
      }
    }
  }
}
