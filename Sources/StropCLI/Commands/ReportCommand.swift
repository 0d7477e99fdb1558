import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ReportCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "report", Help.text("The weekly progress report", "每周进展报告"),
      examples: Help.text(
        ["strop report --week last --format markdown --out week.md"],
        ["strop report --week 上周 --format markdown --out week.md"]))
  }

  @OptionGroup var options: GlobalOptions

  @Option(
    help: help("2026-W48, last, or a day of it", "2026-W48；上周；那周的某一天"),
    completion: .weeks)
  var week: String?

  @Option(
    help: help("2026-11, last, or a day of it", "2026-11；上月；那个月的某一天"), completion: .months)
  var month: String?

  @Option(
    help: help("2026-Q4, last, or a day of it", "2026-Q4；上季度；那个季度的某一天"),
    completion: .quarters)
  var quarter: String?

  @Option(
    help: help("the first day of another range", "另选范围：第一天", value: "day"),
    completion: .pastDays)
  var from: String?

  @Option(help: help("its last day", "另选范围：最后一天", value: "day"), completion: .pastDays)
  var to: String?

  @Option(
    help: help(
      "compare with a week, a month, a quarter, or days A..B", "对照：某周、某月、某季度，或 起..止",
      value: "days"))
  var against: String?

  @Option(help: help("how to write it", "输出格式"))
  var format: Format?

  @Option(help: help("write it to a file", "写进文件", value: "file"), completion: .file())
  var out: String?

  func validate() throws {
    let given = [week, month, quarter, from ?? to].count { $0 != nil }
    guard given <= 1 else {
      throw ValidationError(
        Help.text(
          "one of --week, --month, --quarter, or --from and --to is enough",
          "--week、--month、--quarter、--from 和 --to 只能选一种"))
    }
  }

  func run() async throws {
    try await ReportCommand.run(
      options.choices,
      ReportRequest(
        week: week, month: month, quarter: quarter, from: from, to: to, against: against),
      format, out: out)
  }

  /// `out`: the file to write; nil for standard output.
  static func run(
    _ choices: Choices, _ request: ReportRequest = ReportRequest(), _ format: Format? = nil,
    out: String? = nil
  ) async throws {
    try await choices.perform(.look) { context in
      let report = try context.strop.report(request)
      let text =
        switch format ?? (context.json ? .json : .text) {
        case .text: (out == nil ? context.text : context.text.plain).report(report)
        case .markdown: MarkdownRenderer(language: context.language).report(report)
        case .html: HTMLRenderer(language: context.language).report(report)
        case .json: context.values.report(report).pretty + "\n"
        }
      try context.deliver(text, to: out) { $0.reportWritten(report, to: $1) }
    }
  }
}
