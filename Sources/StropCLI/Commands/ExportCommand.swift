import ArgumentParser
import StropApp
import StropCore

struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "export", Help.text("The whole journal as JSON lines", "把全部记录导出为 JSON Lines"),
      examples: ["strop export > journal.jsonl"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await options.perform(.look) { context in
      let journal = try context.strop.export()
      // A terminal obeys what a note may hold; a file keeps it byte for byte.
      try Output.standard.write(
        context.terminal.isOutput ? JSON.escapingControls(journal) : journal)
    }
  }
}
