import ArgumentParser
import StropApp
import StropRender

extension PaperCommand {
  struct Score: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "score",
        Help.text("How well you judge: Brier score and calibration", "判断得准不准：Brier 分数与校准"),
        about: Help.text(
          "The Brier score is the mean of (p − outcome)²: 0 is best. Beside it stands that of always saying the base "
            + "rate. Under 30 outcomes it is anecdotal.",
          "Brier 分数是 (概率 − 结果)² 的平均，0 最好；旁边是总按基准率判断的分数。结果不足 30 个只算个例。"),
        examples: ["strop paper score"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let card = try context.strop.judgementScore()
        try context.print({ $0.score(card) }, json: { $0.score(card) })
      }
    }
  }
}
