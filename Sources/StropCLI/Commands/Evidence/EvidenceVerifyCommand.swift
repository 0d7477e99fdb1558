import ArgumentParser
import StropApp
import StropRender

extension EvidenceCommand {
  struct Verify: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "verify", Help.text("Check again what is attached", "重新核实附上的证据"),
        about: Help.text(
          "Files by their SHA-256, commits by your e-mail and a branch that holds them, logbook entries by what makes "
            + "them whole. What lies on another machine is said, not failed. Nothing is asked of the network.",
          "文件按 SHA-256，提交看是不是你的邮箱、还在不在分支上，日志簿条目看是否完整。"
            + "不在这台机器上的只说明，不算失败。不访问网络。"),
        examples: ["strop evidence verify", "strop evidence verify --since mon"])
    }

    @OptionGroup var options: GlobalOptions

    @Option(
      help: help("only what was attached from that day on", "只查这天起附上的", value: "day"),
      completion: .pastDays)
    var since: String?

    func run() async throws {
      try await options.perform(.existing) { context in
        let summary = try await context.strop.verifyEvidence(since: since)
        try context.print({ $0.verification(summary) }, json: { $0.verification(summary) })
      }
    }
  }
}
