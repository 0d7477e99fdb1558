import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ItemCommand {
  struct Add: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "add", Help.text("Add an item of your own", "添加自己的清单项"),
        examples: Help.text(
          ["strop item add debug/my-nan \"Plant a NaN\" --done-when \"found 3 times\""],
          ["strop item add debug/my-nan \"埋一个 NaN\" --done-when \"三次都找到\""]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("skill/my-name; any name in a skill of your own", "技能/my-名字；自己的技能里名字随意"))
    var slug: String

    @Argument(help: help("what to do", "做什么"))
    var title: String

    @Option(
      parsing: .unconditional,
      help: help("how you will know that it is done", "怎样算完成", value: "text"))
    var doneWhen: TypedText

    @Option(help: help("how long it takes, 0.25 to 40 hours", "要多少小时，0.25 到 40"))
    var hours = 1.0

    @Option(help: help("the least that it needs", "至少需要的机器"), completion: .hardware)
    var hardware = Item.Hardware.cpu

    @Option(
      help: help("an item to do first; may be repeated", "要先做的清单项，可多次", value: "item"),
      completion: .items)
    var after: [String] = []

    @Option(
      help: help(
        "an arXiv id, DOI or URL; may be repeated", "参考：arXiv 编号、DOI 或 URL，可多次", value: "reference")
    )
    var read: [String] = []

    func run() async throws {
      try await options.perform { context in
        let receipt = try context.strop.addItem(
          ItemAddRequest(
            slug: slug, title: title, doneWhen: doneWhen.text, hours: hours, hardware: hardware,
            after: after, references: read))
        try context.print({ $0.itemReceipt(receipt) }, json: { $0.itemReceipt(receipt) })
      }
    }
  }
}
