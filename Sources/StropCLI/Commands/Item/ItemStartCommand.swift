import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ItemCommand {
  struct Start: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "start", Help.text("Begin an item", "开始做一个清单项"),
        about: Help.text("It is proposed until it is done.", "做完之前会一直推荐它。"),
        examples: Help.text(
          ["strop item start weekend/noise-floor --predict \"sd below 0.01\""],
          ["strop item start weekend/noise-floor --predict \"标准差低于 0.01\""]))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: ItemArgument

    @Option(
      parsing: .unconditional,
      help: help("what you expect to come out", "预测会得到什么", value: "text"))
    var predict: TypedText?

    func run() async throws {
      try await options.perform { context in
        var prediction = predict?.text
        if prediction == nil {
          prediction = try await Terminal.leavingLineOnInterrupt {
            try context.askForPrediction(of: argument.item)
          }
        }
        let receipt = try context.strop.startItem(argument.item, prediction: prediction)
        try context.print({ $0.itemReceipt(receipt) }, json: { $0.itemReceipt(receipt) })
      }
    }
  }
}

extension Context {
  /// What is expected of an item that asks for it, where there is somebody to ask.
  ///
  /// - Throws: `Failure.endOfInput`.
  fileprivate func askForPrediction(of name: String) throws -> String? {
    guard terminal.isInteractive, !json else { return nil }
    let listed = try strop.itemCard(name).listed
    let isOpen = listed.state == .todo || listed.state == .doing
    guard listed.item.predictFirst, isOpen, listed.progress?.prediction == nil else { return nil }
    try Output.standard.write(text.predictionIntroduction(listed.item))
    guard let answer = try terminal.ask(text.predictionQuestion) else {
      try Output.standard.write("\n")
      throw Failure.endOfInput
    }
    return answer
  }
}
