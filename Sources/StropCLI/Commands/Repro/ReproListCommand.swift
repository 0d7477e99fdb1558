import ArgumentParser
import StropApp
import StropRender

extension ReproCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("The reproductions, with their verdicts", "列出复现与结论"),
        examples: ["strop repro list"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let cards = try context.strop.reproductions()
        try context.print({ $0.reproductions(cards) }, json: { $0.reproductions(cards) })
      }
    }
  }
}
