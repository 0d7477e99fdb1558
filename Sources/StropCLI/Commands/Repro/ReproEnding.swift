import ArgumentParser
import StropApp
import StropRender

/// What `finish` and `abandon` both take.
struct ReproEnding: ParsableArguments {
  @OptionGroup var argument: ReproductionArgument

  @Option(parsing: .unconditional, help: help("why", "原因"))
  var reason: TypedText?

  @OptionGroup var work: WorkOptions

  func run(_ options: GlobalOptions, isAbandoned: Bool) async throws {
    try await options.perform { context in
      let recorded = try await context.strop.endReproduction(
        argument.name.text, isAbandoned: isAbandoned, reason: reason?.text, work.request)
      try context.print({ $0.reproduction(recorded) }, json: { $0.reproduction(recorded) })
    }
  }
}
