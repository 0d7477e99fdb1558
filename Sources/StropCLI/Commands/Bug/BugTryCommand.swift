import ArgumentParser
import StropApp
import StropCore
import StropRender

extension BugCommand {
  struct Try: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "try", Help.text("Record a hypothesis, and what trying it showed", "记一个假设和试的结果"),
        examples: Help.text(
          ["strop bug try 7k3f \"learning rate too high\" --result ruled-out -m 30"],
          ["strop bug try 7k3f \"学习率太大\" --result ruled-out -m 30"]))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: BugArgument

    @Argument(help: help("what may cause it", "可能的原因"))
    var hypothesis: TypedText

    @Option(help: help("what trying it showed", "试的结果"))
    var result: Hypothesis.Result

    @OptionGroup var work: WorkOptions
    @OptionGroup var day: WorkDay

    func run() async throws {
      try await options.perform { context in
        var request = work.request
        request.day = day.day
        let recorded = try await context.strop.tryBug(
          argument.bug.text, hypothesis.text, result, request)
        try context.print({ $0.bug(recorded) }, json: { $0.bug(recorded) })
      }
    }
  }
}
