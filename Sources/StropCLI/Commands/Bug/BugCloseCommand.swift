import ArgumentParser
import StropApp
import StropCore
import StropRender

extension BugCommand {
  struct Close: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "close", Help.text("Close a bug with its cause", "写明根因，关闭一个 bug"),
        examples: Help.text(
          ["strop bug close 7k3f --cause \"mask off by one\" --class loss-mask"],
          ["strop bug close 7k3f --cause \"loss mask 错了一位\" --class loss-mask"]))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: BugArgument

    @Option(parsing: .unconditional, help: help("what it was", "根因", value: "text"))
    var cause: TypedText

    @Option(
      name: .customLong("class"), help: help("where the cause lay", "哪一类", value: "class"))
    var bugClass: Bug.Class

    @Option(
      help: help(
        "the commit that mended it, or REPO@SHA, or its URL",
        "修复它的提交；别的目录写 仓库@SHA；也可以是 URL", value: "commit"))
    var fix: String?

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.closeBug(
          argument.bug.text, BugClosing(cause: cause.text, bugClass: bugClass, fix: fix),
          work.request)
        try context.print({ $0.bug(recorded) }, json: { $0.bug(recorded) })
      }
    }
  }
}
