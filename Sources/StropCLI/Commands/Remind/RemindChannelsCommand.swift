import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Channels: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "channels",
        Help.text("The ways to reach you, and what each still needs", "有哪些通知方式，各自还缺什么"),
        examples: ["strop remind channels"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let states = try context.strop.channelStates()
        try context.print({ $0.channels(states) }, json: { $0.channels(states) })
      }
    }
  }
}
