import ArgumentParser
import Foundation
import StropApp
import StropRender

struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Help.text("Take in an exported journal", "导入之前导出的记录"),
      discussion: Help.text(
        "All of it or nothing; what is here already is not taken twice. Example: strop import journal.jsonl",
        "要么全部导入，要么一条不动；已有的不会重复。例：strop import journal.jsonl"))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("the file; - for standard input", "文件；- 表示标准输入"), completion: .file())
  var file: String

  func run() async throws {
    try await options.perform(.createEmpty) { context in
      let summary = try context.strop.importJournal(try contents(context))
      try context.print({ $0.imported(summary) }, json: { $0.imported(summary) })
    }
  }

  private func contents(_ context: Context) throws -> Data {
    do {
      if file == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
      let url = URL(fileURLWithPath: context.strop.environment.absolute(file))
      // Not `Data(contentsOf:)`, which takes no pipe: `strop import <(ssh box strop export)`.
      return try FileHandle(forReadingFrom: url).readToEnd() ?? Data()
    } catch {
      throw Failure.fileUnreadable(path: file, reason: "")
    }
  }
}
