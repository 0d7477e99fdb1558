import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ReproCommand {
  struct Start: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "start", Help.text("Start to reproduce somebody's numbers", "开始复现别人的数值"),
        about: Help.text(
          "Write the claims down before the first run. Of several, --better and --tolerance stand once for all of "
            + "them, or once for each, in their order. Without a tolerance the mean must be as good as the claim.",
          "先写下论文的数值，再开始跑。有多个 --claim 时，--better 和 --tolerance 写一次对全部生效，"
            + "或按顺序各写一次。不写容差，均值就要达到论文数值。"),
        examples: [
          "strop repro start dpo --source 2305.18290 --claim win=61 --better higher"
        ])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("a name for it", "起个名字"))
    var name: TypedText

    @Option(help: help("where the numbers are from", "数值的出处", value: "url|arxiv"))
    var source: String

    @Option(
      parsing: .unconditionalSingleValue,
      help: help("a number to get again; may be repeated", "要复现的数值，可多次", value: "name=n"))
    var claim: [TypedText]

    @Option(help: help("which way is better", "哪个方向更好"))
    var better: [Claim.Better]

    @Option(
      help: help(
        "how far off the mean may be: 2% of the claim, or 0.5 in its unit",
        "均值最多差多少：2%（占论文数值）或 0.5（指标单位）", value: "off"))
    var tolerance: [String] = []

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.startReproduction(
          ReproductionRequest(
            name: name.text, source: source, claims: claim.map(\.text), better: better,
            tolerances: tolerance),
          work.request)
        try context.print({ $0.reproduction(recorded) }, json: { $0.reproduction(recorded) })
      }
    }
  }
}
