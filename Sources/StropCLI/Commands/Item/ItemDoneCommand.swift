import ArgumentParser
import StropApp
import StropRender

extension ItemCommand {
  struct Done: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "done", Help.text("Finish an item, or add what backs it", "完成一个清单项，或补上证据"),
        examples: ["strop item done dpo/loss-at-step-zero --value 0.6931 -e train.log"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    @Option(
      name: .shortAndLong,
      help: help(
        "a URL, arXiv id, file or commit; may be repeated", "证据：URL；arXiv 编号；文件；commit。可多次"),
      completion: .file())
    var evidence: [String] = []

    @Option(
      parsing: .unconditional,
      help: help("the number it gave, compared with the known answer", "得到的数值，与已知答案比对"))
    var value: String?

    @Flag(help: help("record a value that is not the known answer", "与标准答案不符也照样记录"))
    var anyway = false

    @Flag(help: help("no assistant did it: your word", "没用 AI：以你说的为准"))
    var unaided = false

    @Option(
      parsing: .unconditional,
      help: help("a prediction that was not written before", "补记事先没写下的预测", value: "text"))
    var predict: TypedText?

    @Option(
      name: .shortAndLong, help: help("when it was finished (today)", "哪天完成的（默认今天）"),
      completion: .pastDays)
    var day: String?

    func run() async throws {
      try await options.perform { context in
        let receipt = try await context.strop.finishItem(
          argument.item,
          ItemDoneRequest(
            evidence: evidence, value: value, anyway: anyway, unaided: unaided,
            prediction: predict?.text,
            day: day))
        try context.print({ $0.itemReceipt(receipt) }, json: { $0.itemDone(receipt) })
      }
    }
  }
}
