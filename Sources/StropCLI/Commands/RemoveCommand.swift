import ArgumentParser
import StropApp
import StropRender

struct RemoveCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "remove",
      Help.text("Take a check-in, or a logbook's record, out of every count", "删掉一次打卡或一条日志簿记录"),
      about: Help.text(
        "The journal keeps it: `strop undo` brings it back.", "记录还留着，strop undo 可以恢复。"),
      examples: ["strop remove 7k3f"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("its id, or enough of it to be unique", "编号，写出能区分的前几位即可"),
    completion: .removable)
  var id: String

  func run() async throws {
    try await options.perform { context in
      let removal = try context.strop.removeRecord(id)
      try context.print({ $0.removed(removal) }, json: { $0.removed(removal) })
    }
  }
}
