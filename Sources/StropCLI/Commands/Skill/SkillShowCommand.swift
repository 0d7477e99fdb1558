import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "show", Help.text("A skill, and how its numbers were reached", "一个技能，以及各个数字怎么来的"),
        examples: ["strop skill show papers"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skill", "技能"), completion: .skills)
    var skill: String

    func run() async throws {
      try await options.perform(.look) { context in
        let card = try context.strop.skillCard(skill)
        try context.print({ $0.skill(card) }, json: { $0.skill(card) })
      }
    }
  }
}
