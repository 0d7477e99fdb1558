import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Edit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "edit", Help.text("Change a skill's title, reason or retest", "修改技能的名字、理由或复测间隔"),
        about: Help.text(
          "An empty text is as shipped again; `strop skill focus` changes the plan.",
          "写空就恢复原样；计划用 `strop skill focus` 改。"),
        examples: ["strop skill edit ppo --retest 30"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skill", "技能"), completion: .skills)
    var skill: String

    @Option(
      parsing: .unconditional, help: help("its name to read", "显示的名字", value: "text"))
    var title: TypedText?

    @Option(
      parsing: .unconditional,
      help: help("why it is worth practising", "为什么值得练", value: "text"))
    var why: TypedText?

    @Option(help: help("retest after so many days without practice", "多少天没练就复测", value: "days"))
    var retest: Int?

    func run() async throws {
      try await options.perform { context in
        let card = try context.strop.editSkill(
          skill, title: title?.text, why: why?.text, retest: retest)
        try context.print({ $0.skill(card) }, json: { $0.skill(card) })
      }
    }
  }
}
