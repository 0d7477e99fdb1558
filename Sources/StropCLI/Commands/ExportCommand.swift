import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "export", Help.text("The whole journal as JSON lines", "把全部记录导出为 JSON Lines"),
      about: Help.text(
        "With --csv the check-ins, for a spreadsheet: see docs/journal.md. Only the journal is everything.",
        "--csv 只导出打卡，可用表格软件打开，见 docs/journal.md；要全部数据，请导出记录。"),
      examples: ["strop export > journal.jsonl", "strop export --csv > checkins.csv"])
  }

  @OptionGroup var options: GlobalOptions

  @Flag(help: help("the check-ins alone, as CSV", "只导出打卡，格式为 CSV"))
  var csv = false

  func run() async throws {
    try await options.perform(.look) { context in
      if csv {
        let table = try context.strop.exportCheckIns()
        let shown = { (line: Substring) in String(line).sanitized }
        return try Output.standard.write(
          context.terminal.isOutput
            ? table.split(separator: "\n", omittingEmptySubsequences: false).map(shown)
              .joined(separator: "\n") : table)
      }
      let journal = try context.strop.export()
      // A terminal obeys what a note may hold; a file keeps it byte for byte.
      try Output.standard.write(
        context.terminal.isOutput ? JSON.escapingControls(journal) : journal)
    }
  }
}
