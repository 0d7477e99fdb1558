import ArgumentParser
import StropApp
import StropRender

extension ReproCommand {
  struct Abandon: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "abandon", Help.text("Give one up, and say why", "放弃，写明原因"),
        examples: ["strop repro abandon dpo --reason \"the data is gone\""])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ReproductionArgument

    @Option(parsing: .unconditional, help: help("why", "原因"))
    var reason: TypedText?

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.endReproduction(
          argument.name.text, isAbandoned: true, reason: reason?.text, work.request)
        try context.print({ $0.reproduction(recorded) }, json: { $0.reproduction(recorded) })
      }
    }
  }
}
