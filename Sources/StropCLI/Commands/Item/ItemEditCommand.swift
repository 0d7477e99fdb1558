import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ItemCommand {
  struct Edit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "edit", Help.text("Change an item of your own", "修改自己的清单项"),
        about: Help.text(
          "What is not given stays. --after and --read take the place of those that there are; \"\" clears.",
          "没写的不变；--after 和 --read 会换掉原来的，写 \"\" 清空。"),
        examples: ["strop item edit debug/my-nan --hours 2"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    @Option(parsing: .unconditional, help: help("what to do", "做什么", value: "text"))
    var title: TypedText?

    @Option(
      parsing: .unconditional,
      help: help("how you will know that it is done", "怎样算完成", value: "text"))
    var doneWhen: TypedText?

    @Option(help: help("how long it takes, 0.25 to 40 hours", "要多少小时，0.25 到 40"))
    var hours: Double?

    @Option(help: help("the least that it needs", "至少需要的机器"), completion: .hardware)
    var hardware: Item.Hardware?

    @Option(
      help: help("an item to do first; may be repeated", "要先做的清单项，可多次", value: "item"),
      completion: .items)
    var after: [String] = []

    @Option(
      help: help(
        "an arXiv id, DOI or URL; may be repeated", "参考：arXiv 编号；DOI；URL。可多次",
        value: "reference"))
    var read: [String] = []

    func run() async throws {
      try await options.perform { context in
        let card = try context.strop.editItem(
          argument.item,
          ItemEditRequest(
            title: title?.text, doneWhen: doneWhen?.text, hours: hours, hardware: hardware,
            after: after, references: read))
        try context.print({ $0.item(card) }, json: { $0.item(card) })
      }
    }
  }
}
