import ArgumentParser
import StropApp
import StropCore
import StropRender

extension ItemCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("The items, of a skill or on a route", "列出清单项，可按技能或路线"),
        about: Help.text("A route holds everything that its items ask for.", "路线里包含所有要先做的项。"),
        examples: ["strop item list --route first-month"])
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: help("only this skill's", "只看这个技能的"), completion: .skills)
    var skill: String?

    @Option(help: help("only those in this state", "只看这个状态的"), completion: .itemStates)
    var state: ItemProgress.State?

    @Option(help: help("only those that need this", "只看需要这种机器的"), completion: .hardware)
    var hardware: Item.Hardware?

    @Option(help: help("only those on this route, with its hours", "只看这条路线，附总用时"))
    var route: Route?

    func run() async throws {
      try await options.perform(.look) { context in
        let list = try context.strop.itemList(
          ItemFilter(skill: skill, state: state, hardware: hardware, route: route))
        try context.print({ $0.items(list) }, json: { $0.items(list) })
      }
    }
  }
}

extension ItemProgress.State: ExpressibleByArgument {}
extension Item.Hardware: ExpressibleByArgument {}
extension Route: ExpressibleByArgument {}
