import ArgumentParser
import StropApp
import StropCore
import StropRender

struct PortfolioCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json
  }

  enum Only: String, ExpressibleByArgument, CaseIterable {
    case verified
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "portfolio", Help.text("What you can prove, to hand on", "能力档案：拿得出手的证据"),
      about: Help.text(
        "By ability: finished items, judgements and calibration, reproductions, bugs, experiments, hours by skill. "
          + "What is verified stands first, what is only claimed apart.",
        "按能力列出：完成的清单项、判断与校准、复现、bug、实验、各技能用时。已核实的在前，自述的单列。"),
      examples: [
        "strop portfolio", "strop portfolio --only verified --redact --format html --out me.html",
      ])
  }

  @OptionGroup var options: GlobalOptions

  @Option(
    help: help("the first day; else of all", "从哪天起；不写则从头", value: "day"),
    completion: .pastDays)
  var from: String?

  @Option(help: help("the last day; else today", "到哪天；不写则到今天", value: "day"), completion: .pastDays)
  var to: String?

  @Option(help: help("how to write it", "输出格式"))
  var format: Format?

  @Flag(help: help("leave out notes, hosts and prices", "略去备注、主机和价格"))
  var redact = false

  @Option(help: help("nothing that is not", "只列已核实的"))
  var only: Only?

  @Option(help: help("write it to a file", "写进文件", value: "file"), completion: .file())
  var out: String?

  func run() async throws {
    try await options.perform(.existing) { context in
      let portfolio = try context.strop.portfolio(
        PortfolioRequest(from: from, to: to, isRedacted: redact, isOnlyVerified: only != nil))
      let text =
        switch format ?? (context.json ? .json : .text) {
        case .text: (out == nil ? context.text : context.text.plain).portfolio(portfolio)
        case .markdown: MarkdownRenderer(language: context.language).portfolio(portfolio)
        case .html: HTMLRenderer(language: context.language).portfolio(portfolio)
        case .json: context.values.portfolio(portfolio).pretty + "\n"
        }
      try context.deliver(text, to: out) { $0.portfolioWritten(portfolio, to: $1) }
    }
  }
}
