import ArgumentParser
import StropApp
import StropCore
import StropRender

extension BugCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("The bugs, open ones last", "列出 bug，未解决的在最后"),
        examples: ["strop bug list --open"])
    }

    @OptionGroup var options: GlobalOptions

    @Flag(help: help("only open ones", "只看未解决的"))
    var open = false

    @Option(
      name: .customLong("class"), help: help("only those closed as such", "只看这一类", value: "class"))
    var bugClass: Bug.Class?

    func run() async throws {
      try await options.perform(.look) { context in
        let list = try context.strop.bugs(isOpen: open ? true : nil, bugClass: bugClass)
        try context.print({ $0.bugs(list) }, json: { $0.bugs(list) })
      }
    }
  }
}
