import ArgumentParser

struct ItemCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "item", Help.text("The checklists", "清单"),
      subcommands: [
        List.self, Show.self, Start.self, Done.self, Check.self, Reopen.self, Drop.self, Add.self,
        Edit.self, Remove.self,
      ],
      defaultSubcommand: List.self)
  }
}

/// The item that a command is about.
struct ItemArgument: ParsableArguments {
  @Argument(help: help("the item, or the beginning of its name", "清单项，写名字开头就行"), completion: .items)
  var item: String
}
