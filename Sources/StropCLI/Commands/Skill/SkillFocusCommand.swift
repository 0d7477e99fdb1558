import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Focus: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "focus", Help.text("Put skills into the focus from this week", "从本周起主攻这些技能"),
        about: Help.text(
          "The others stay. Without a skill: the focus and its hours.", "其他的不变。不写技能：看主攻和每周小时数。"),
        examples: ["strop skill focus dpo --sessions 2"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skills", "技能"), completion: .skills)
    var skills: [String] = []

    @Option(help: help("a week, 1 to 7", "每周几次，1 到 7"))
    var sessions: Int?

    @Option(help: help("a week: 90 or 1h30", "每周多久：90 或 1h30"))
    var minutes: String?

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.focus(skills, sessions: sessions, minutes: minutes)
        try context.print({ $0.skills(list) }, json: { $0.skills(list) })
      }
    }
  }
}
