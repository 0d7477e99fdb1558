import ArgumentParser
import StropApp
import StropRender

struct RemoveCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "remove", Help.text("Take a check-in out of every count", "删掉一次打卡"),
      about: Help.text(
        "The journal keeps it: `strop undo` brings it back.", "记录还留着，strop undo 可以恢复。"),
      examples: ["strop remove 7k3f"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("the check-in, as `strop log` names it", "打卡编号，见 strop log"),
    completion: .checkIns)
  var id: String

  func run() async throws {
    try await options.perform { context in
      let receipt = try context.strop.remove(id)
      try context.print({ $0.checkIn(receipt) }, json: { $0.checkIn(receipt) })
    }
  }
}
