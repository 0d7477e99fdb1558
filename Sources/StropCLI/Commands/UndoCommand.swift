import ArgumentParser
import StropApp
import StropRender

struct UndoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: Help.text("Undo this machine's last command", "撤销本机的上一个操作"),
      discussion: Help.text("Example: strop undo", "例：strop undo"))
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await options.perform { context in
      let receipt = try context.strop.undo()
      try context.print({ $0.undo(receipt) }, json: { $0.undo(receipt) })
    }
  }
}
