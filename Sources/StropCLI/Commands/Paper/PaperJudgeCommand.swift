import ArgumentParser
import StropApp
import StropRender

extension PaperCommand {
  struct Judge: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "judge", Help.text("Foretell what becomes of a claim", "预测一个论断的结果"),
        about: Help.text(
          "Written before the outcome: the claim, its probability and its day stay as first written. Undone within "
            + "24 hours it is gone; later it counts as withdrawn, in sight.",
          "要写在结果之前：论断、概率、日期写下就不能改。24 小时内可以撤销；之后撤销算撤回，仍会列出。"),
        examples: Help.text(
          ["strop paper judge 2305.18290 \"holds at 70B\" --p 70 --by 2027-06-30"],
          ["strop paper judge 2305.18290 \"70B 上也成立\" --p 70 --by 2027-06-30"]))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: PaperArgument

    @Argument(help: help("what will turn out", "会出现什么结果"))
    var claim: TypedText

    @Option(parsing: .unconditional, help: help("how likely, in percent", "概率，百分比", value: "70"))
    var p: String

    @Option(
      help: help("the last day on which it can come true", "最晚哪天见分晓", value: "day"),
      completion: .comingDays)
    var by: String

    @Option(parsing: .unconditional, help: help("how it will be settled", "如何判定", value: "text"))
    var rule: TypedText?

    @OptionGroup var work: WorkOptions

    func run() async throws {
      try await options.perform { context in
        let recorded = try await context.strop.judge(
          argument.paper.text,
          JudgementRequest(
            claim: claim.text, probability: LeadingDash.unmarked(p), by: by, rule: rule?.text),
          work.request)
        try context.print(
          { $0.judgement(recorded) }, json: { $0.judgement(recorded, context.strop.zone) })
      }
    }
  }
}
