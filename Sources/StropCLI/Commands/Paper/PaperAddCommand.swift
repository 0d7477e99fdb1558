import ArgumentParser
import StropApp
import StropCore
import StropRender

extension PaperCommand {
  struct Add: AsyncParsableCommand, TakesTexts {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        name: "add", Help.text("Take a paper up", "加入一篇论文"),
        about: Help.text(
          "Every way to write an arXiv id names the same paper: 2305.18290v2, its abs and pdf addresses. Those of the "
            + "reading list need no title.",
          "arXiv 编号怎么写都是同一篇：2305.18290v2、abs 或 pdf 地址。书单里有的不用写标题。"),
        examples: Help.text(
          ["strop paper add 2305.18290", "strop paper add https://example.com/a --title \"…\""],
          ["strop paper add 2305.18290", "strop paper add https://example.com/a --title \"标题\""]))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: help("an arXiv id, or a URL", "arXiv 编号，或 URL"))
    var address: TypedText

    @Option(parsing: .unconditional, help: help("its title", "标题"))
    var title: TypedText?

    @Option(help: help("the skill it is read for", "为哪个技能读"), completion: .skills)
    var skill: String?

    func run() async throws {
      try await options.perform { context in
        let card = try context.strop.addPaper(
          PaperRequest(address: address.text, title: title?.text, skill: skill))
        let recorded = Recorded(card, practice: nil)
        try context.print({ $0.paper(recorded) }, json: { $0.paper(recorded) })
      }
    }
  }
}
