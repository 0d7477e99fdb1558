import ArgumentParser

struct SkillCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "skill", Help.text("The skills, and which of them count", "技能，以及主攻哪几个"),
      subcommands: [
        List.self, Show.self, Add.self, Edit.self, Remove.self, Focus.self, Shelve.self,
        Archive.self,
      ],
      defaultSubcommand: List.self)
  }
}
