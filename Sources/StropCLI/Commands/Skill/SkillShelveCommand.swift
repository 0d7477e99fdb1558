import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Shelve: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "shelve", Help.text("Take skills out of the focus from this week", "从本周起搁置这些技能"),
        examples: ["strop skill shelve weekend"]
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
