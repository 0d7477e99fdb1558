import ArgumentParser
import StropApp
import StropRender

extension SkillCommand {
  struct Add: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "add", Help.text("Add a skill of your own", "添加自己的技能"),
        about: Help.text("It starts on the shelf.", "先放在架上。"),
        examples: Help.text(
          ["strop skill add my-cuda \"CUDA kernels\" --sessions 2"],
          ["strop skill add my-cuda \"CUDA kernel\" --sessions 2"]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("its name to type, which begins with my-", "要敲的名字，以 my- 开头"))
    var slug: String

    @Argument(help: help("its name to read", "显示的名字"))
    var title: String

    @Option(
      parsing: .unconditional,
      help: help("why it is worth practising", "为什么值得练", value: "text"))
    var why: TypedText?

    @Option(help: help("a week, 1 to 7 (1)", "每周几次，1 到 7（默认 1）"))
    var sessions: Int?

    @Option(help: help("a week: 90 or 1h30 (60)", "每周多久：90 或 1h30（默认 60）"))
    var minutes: String?

    @Option(
      help: help(
        "retest after so many days without practice (60)", "多少天没练就复测（默认 60）", value: "days"))
    var retest: Int?

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.addSkill(
          SkillAddRequest(
            slug: slug, title: title, why: why?.text, sessions: sessions, minutes: minutes,
            retest: retest))
        try context.print({ $0.skillAdded(list) }, json: { $0.skills(list) })
      }
    }
  }
}
