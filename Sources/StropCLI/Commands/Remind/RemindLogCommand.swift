import ArgumentParser
import StropApp
import StropRender

extension RemindCommand {
  struct Log: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "log", Help.text("What became of deliveries, the newest first", "送达记录，最近的在前"),
        about: Help.text("Of this machine alone.", "只有这台机器上的。"),
        examples: ["strop remind log 7k3f --limit 50"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: RemindCommand.idHelp, completion: .reminders)
    var id: String?

    @Option(
      help: help(
        "the newest ones only: 20, and all of them with --json", "只要最近几条：默认 20，--json 时为全部",
        value: "count"))
    var limit: Int?

    func validate() throws {
      if let limit, limit < 1 {
        throw ValidationError(Help.text("--limit is at least 1", "--limit 至少是 1"))
      }
    }

    func run() async throws {
      try await options.perform(.look) { context in
        let limit = limit ?? (options.json ? Int(Int32.max) : 20)
        let log = try context.strop.deliveryLog(of: id, limit: limit)
        try context.print({ $0.deliveries(log) }, json: { $0.deliveries(log) })
        if context.terminal.isOutput { context.strop.markUndeliveredSeen() }
      }
    }
  }
}
