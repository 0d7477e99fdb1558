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

  @Flag(help: help("open the page in the browser", "在浏览器里打开网页"))
  var open = false

  func validate() throws {
    if open, format ?? (options.json ? .json : .html) != .html {
      throw ValidationError(
        Help.text("--open is for --format html", "--open 只能和 --format html 一起用"))
    }
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
      format ?? (open ? .html : nil), out: out, isOpened: open)
  }

  /// `out`: the file to write; nil for standard output.
  /// `isOpened`: whether the page is opened; without `out`, it stands beside the database.
  static func run(
    _ choices: Choices, _ request: ReportRequest = ReportRequest(), _ format: Format? = nil,
    out: String? = nil, isOpened: Bool = false
  ) async throws {
    try await choices.perform(.look) { context in
      let format = format ?? (context.json ? .json : .text)
      var request = request
      request.hasFigures = format != .text
      let report = try context.strop.report(request)
      let text =
        switch format {
        case .text: (out == nil ? context.text : context.text.plain).report(report)
        case .markdown: MarkdownRenderer(language: context.language).report(report)
        case .html: HTMLRenderer(language: context.language).report(report)
        case .json: context.values.report(report).pretty + "\n"
        }
      var out = out
      if isOpened, out == nil {
        out = try context.strop.writePage(text, named: "report-\(report.period.written).html")
      }
      try context.deliver(text, to: out) { $0.reportWritten(report, to: $1) }
      if isOpened, let out {
        try await context.strop.openPage(context.strop.environment.absolute(out))
      }
    }
  }
}
