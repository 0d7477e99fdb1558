import ArgumentParser
import StropApp
import StropRender

extension PaperCommand {
  struct Read: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "read", Help.text("Record a reading", "记一次阅读"),
        about: Help.text(
          "Pass 1 is a glance, 2 the content, 3 as if you wrote it anew (Keshav 2007, How to Read a Paper).",
          "第 1 遍是粗读，第 2 遍通读，第 3 遍读到能自己重写（Keshav 2007，How to Read a Paper）。"),
        examples: Help.text(
          ["strop paper read 2305.18290 --pass 2 -m 45 -n \"no baseline for claim 3\""],
          ["strop paper read 2305.18290 --pass 2 -m 45 -n \"论断三没有 baseline\""]))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: PaperArgument

    @Option(help: help("which pass", "第几遍", value: "1|2|3"), completion: .list(["1", "2", "3"]))
    var pass: Int?

    @OptionGroup var work: WorkOptions
    @OptionGroup var day: WorkDay

    func run() async throws {
      try await options.perform { context in
        var request = work.request
        request.day = day.day
        let recorded = try await context.strop.readPaper(
          argument.paper.text, pass: pass, request)
        try context.print({ $0.paper(recorded) }, json: { $0.paper(recorded) })
      }
    }
  }
}
