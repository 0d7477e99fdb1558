import ArgumentParser
import StropApp

struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "export", Help.text("The whole journal as JSON lines", "把全部记录导出为 JSON Lines"),
      examples: ["strop export > journal.jsonl"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await options.perform(.look) { context in
      try Output.standard.write(try context.strop.export())
    }
  }
}
