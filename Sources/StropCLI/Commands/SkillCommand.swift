import ArgumentParser
import StropApp
import StropRender

struct SkillCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "skill",
      abstract: Help.text("The skills, and which of them count", "技能，以及主攻哪几个"),
      subcommands: [List.self, Show.self, Focus.self, Shelve.self], defaultSubcommand: List.self)
  }

  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("All skills", "列出全部技能"),
        discussion: Help.text("Example: strop skill list", "例：strop skill list"))
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.skillList()
        try context.print({ $0.skills(list) }, json: { $0.skills(list) })
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("A skill, and how its numbers were reached", "一个技能，以及各个数字怎么来的"),
        discussion: Help.text("Example: strop skill show papers", "例：strop skill show papers"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skill", "技能"), completion: .skills)
    var skill: String

    func run() async throws {
      try await options.perform { context in
        let card = try context.strop.skillCard(skill)
        try context.print({ $0.skill(card) }, json: { $0.skill(card) })
      }
    }
  }

  struct Focus: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Put skills into the focus from this week", "从本周起主攻这些技能"),
        discussion: Help.text(
          "The others stay. Without a skill: the focus and its hours. Example: strop skill focus dpo --sessions 2",
          "其他的不变。不写技能：看主攻和每周小时数。例：strop skill focus dpo --sessions 2"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skills", "技能"), completion: .skills)
    var skills: [String] = []

    @Option(help: help("a week, 1 to 7", "每周几次，1 到 7"))
    var sessions: Int?

    @Option(help: help("a week: 90 or 1h30", "每周多久：90 或 1h30"))
    var minutes: String?

    func validate() throws {
      if skills.isEmpty, sessions != nil || minutes != nil {
        throw ValidationError(
          Help.text(
            "Name the skills that --sessions and --minutes are for",
            "--sessions 和 --minutes 是给哪些技能的？写上它们"))
      }
    }

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.focus(skills, sessions: sessions, minutes: minutes)
        try context.print({ $0.skills(list) }, json: { $0.skills(list) })
      }
    }
  }

  struct Shelve: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Take skills out of the focus from this week", "从本周起搁置这些技能"),
        discussion: Help.text("Example: strop skill shelve weekend", "例：strop skill shelve weekend")
      )
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skills", "技能"), completion: .skills)
    var skills: [String]

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.shelve(skills)
        try context.print({ $0.skills(list) }, json: { $0.skills(list) })
      }
    }
  }
}
