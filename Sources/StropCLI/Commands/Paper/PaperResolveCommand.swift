import ArgumentParser
import StropApp
import StropCore
import StropRender

extension PaperCommand {
  struct Resolve: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "resolve", Help.text("Say how a judgement came out", "判定一个判断的结果"),
        examples: ["strop paper resolve 7k3f yes -e https://example.com/eval"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: JudgementArgument

    @Argument(help: help("void where it cannot be told", "无法判定写 void", value: "outcome"))
    var outcome: Judgement.Outcome

    @Option(
      name: .shortAndLong,
      help: help(
        "a URL, arXiv id, file or commit; may be repeated", "证据：URL；arXiv 编号；文件；commit。可多次",
        value: "what"),
      completion: .file())
    var evidence: [String] = []

    func run() async throws {
      try await options.perform { context in
        let line = try await context.strop.resolve(
          argument.judgement.text, outcome, evidence: evidence)
        try context.print(
          { $0.judgement(line) }, json: { $0.judgement(resolved: line, context.strop.zone) })
      }
    }
  }
}
