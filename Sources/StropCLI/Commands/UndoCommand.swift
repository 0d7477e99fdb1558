import ArgumentParser
import StropApp
import StropRender

struct UndoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "undo", Help.text("Undo this machine's last command", "撤销本机的上一个操作"),
      examples: ["strop undo"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await options.perform { context in
      let receipt = try context.strop.undo()
      try context.print({ $0.undo(receipt) }, json: { $0.undo(receipt) })
    }
  }
}
