import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Deliver: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "deliver", Help.text("Deliver what is due: cron calls this", "送出到期的提醒：由 cron 调用"),
        examples: ["strop remind deliver"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.existing) { context in
        try await context.strop.deliver(
          language: context.language, message: { TextRenderer.message($0, context.language) },
          print: { try Output.standard.write($0) },
          backupFailed: {
            try? Output.errors.write(ErrorMessage($0, context.language).text)
          },
          describing: { ErrorMessage.words(for: $0).sentence },
          syncFailed: {
            try? Output.errors.write(ErrorMessage($0, context.language).text)
          })
      }
    }
  }
}
