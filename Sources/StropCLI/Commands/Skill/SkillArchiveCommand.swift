import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Archive: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "archive",
        Help.text(
          "Put skills away; focus or shelve brings them back", "归档这些技能；focus 或 shelve 可以取回"),
        about: Help.text("An archived skill is never proposed nor retested.", "归档的技能不再推荐，也不再复测。"),
        examples: ["strop skill archive moe"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skills", "技能"), completion: .skills)
    var skills: [String]

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.archive(skills)
        try context.print({ $0.skills(list) }, json: { $0.skills(list) })
      }
    }
  }
}
