import ArgumentParser
import StropApp
import StropRender

extension BugCommand {
  struct Show: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show", Help.text("A bug, and what was tried, in order", "一个 bug 的排查过程"),
        examples: ["strop bug show 7k3f"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: BugArgument

    func run() async throws {
      try await options.perform(.existing) { context in
        let card = try context.strop.bug(argument.bug.text)
        try context.print({ $0.bug(card) }, json: { $0.bug(card) })
      }
    }
  }
}
