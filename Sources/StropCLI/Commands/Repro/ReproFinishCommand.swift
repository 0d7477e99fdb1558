import ArgumentParser
import StropApp
import StropRender

extension ReproCommand {
  struct Finish: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "finish", Help.text("Conclude one, with the verdict of its results", "做完，以已有结果为结论"),
        examples: ["strop repro finish dpo --reason \"same within 2%\""])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ReproductionArgument

    @Option(parsing: .unconditional, help: help("why", "原因"))
    var reason: TypedText?

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.endReproduction(
          argument.name.text, isAbandoned: false, reason: reason?.text, work.request)
        try context.print({ $0.reproduction(recorded) }, json: { $0.reproduction(recorded) })
      }
    }
  }
}
