import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("All skills", "列出全部技能"),
        examples: ["strop skill list"])
    }

    @OptionGroup var options: GlobalOptions

    func run() async throws {
      try await options.perform(.look) { context in
        let list = try context.strop.skillList()
        try context.print({ $0.skills(list) }, json: { $0.skills(list) })
      }
    }
  }
}
