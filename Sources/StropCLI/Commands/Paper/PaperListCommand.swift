import ArgumentParser
import StropApp
import StropRender

extension PaperCommand {
  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "list", Help.text("Your papers, and the reading list", "自己的论文与书单"),
        about: Help.text(
          "Without an option: those you took up. With --skill also the reading list's of that skill; with --unread "
            + "alone, the core of the whole list.",
          "不带选项：自己加入的。--skill 还会列出书单里该技能的；只写 --unread 则列出书单里必读的。"),
        examples: ["strop paper list --skill dpo --unread"])
    }

    @OptionGroup var options: GlobalOptions

    @Flag(help: help("only what is not read yet", "只看没读的"))
    var unread = false

    @Option(help: help("only those read for this skill", "只看这个技能的"), completion: .skills)
    var skill: String?

    func run() async throws {
      try await options.perform(.look) { context in
        let list = try context.strop.papers(unread: unread, skill: skill)
        try context.print({ $0.papers(list) }, json: { $0.papers(list) })
      }
    }
  }
}
