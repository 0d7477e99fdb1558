import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "remove", Help.text("Take a skill of your own away", "删除自己的技能"),
        about: Help.text(
          "One that was never practised, with its items and reminders; `strop undo` brings it back.",
          "只能删没有打卡记录的，连同它的清单项和提醒；用 strop undo 可恢复。"),
        examples: ["strop skill remove my-cuda"])
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("the skill", "技能"), completion: .skills)
    var skill: String

    func run() async throws {
      try await options.perform { context in
        let removed = try context.strop.removeSkill(skill)
        try context.print({ $0.skillRemoved(removed) }, json: { $0.skillRemoved(removed) })
      }
    }
  }
}
