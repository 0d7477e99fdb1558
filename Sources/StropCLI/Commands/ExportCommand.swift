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
    try await options.perform(.createEmpty) { context in
      var buffer = ""
      try context.strop.export { line in
        buffer += line
        if buffer.utf8.count > 1 << 16 {
          try Output.standard.write(buffer)
          buffer = ""
        }
      }
      try Output.standard.write(buffer)
    }
  }
}
