import ArgumentParser
import StropApp
import StropCore
import StropRender

extension RemindCommand {
  struct Test: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "test", Help.text("Send one message now, and show what came back", "立刻发一条测试消息，看看结果"),
        about: Help.text("Quiet hours do not hold it.", "不受免打扰限制。"),
        examples: ["strop remind test --via feishu"])
    }

    @OptionGroup var options: GlobalOptions

    @Option(
      help: help("the channel", "通知方式", value: "channel"), completion: .channels)
    var via: String

    func run() async throws {
      try await options.perform(announcing: false) { context in
        let test = try await context.strop.testChannel(
          via, message: { TextRenderer.testMessage($0, context.language) }
        ) {
          // With --json, standard output is for the answer.
          try (context.json ? Output.errors : Output.standard).write($0)
        }
        try context.print({ $0.channelTest(test) }, json: { $0.channelTest(test) })
        switch test.outcome {
        case .sent: break
        case .retry: throw ExitCode(ExitCodes.tryAgain)
        case .failed: throw ExitCode(ExitCodes.unavailable)
        }
      }
    }
  }
}
