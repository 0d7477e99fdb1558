import ArgumentParser
import StropApp
import StropRender

struct EditCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "edit", Help.text("Change a check-in", "修改一次打卡"),
      about: Help.text(
        "What is not given stays; \"\" clears. -e takes the place of the evidence that was attached.",
        "没写的不变，写 \"\" 清空；-e 会换掉原来的证据。"),
      examples: ["strop edit 7k3f -m 60"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("the check-in, as `strop log` names it", "打卡编号，见 strop log"),
    completion: .checkIns)
  var id: String

  @Option(help: help("another skill", "换一个技能"), completion: .skills)
  var skill: String?

  @OptionGroup var details: CheckInOptions

  func run() async throws {
    try await options.perform { context in
      var request = details.request
      request.skill = skill
      let receipt = try await context.strop.edit(id, request)
      try context.print({ $0.checkIn(receipt) }, json: { $0.checkIn(receipt) })
    }
  }
}
