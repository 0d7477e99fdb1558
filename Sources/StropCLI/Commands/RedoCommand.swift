import ArgumentParser
import StropApp
import StropRender

struct RedoCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "redo", Help.text("Do again what was undone last", "重做刚撤销的操作"),
      examples: ["strop redo"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await options.perform { context in
      let receipt = try context.strop.redo()
      try context.print({ $0.undo(receipt) }, json: { $0.undo(receipt) })
    }
  }
}
