import ArgumentParser
import StropApp
import StropRender

struct ItemCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "item",
      abstract: Help.text("The checklists", "清单"),
      subcommands: [List.self, Show.self, Done.self], defaultSubcommand: List.self)
  }

  struct List: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("The items of a skill, or all", "列出清单项"),
        discussion: Help.text(
          "Example: strop item list --skill debug", "例：strop item list --skill debug"))
    }

    @OptionGroup var options: GlobalOptions

    @Option(help: help("only this skill's", "只看这个技能的"), completion: .skills)
    var skill: String?

    func run() async throws {
      try await options.perform { context in
        let list = try context.strop.itemList(skill: skill)
        try context.print({ $0.items(list) }, json: { $0.items(list) })
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("One item: done when, hours, references", "一个清单项：达标条件、用时、参考"),
        discussion: Help.text(
          "Example: strop item show debug/overfit-one-batch",
          "例：strop item show debug/overfit-one-batch"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("the item, or the beginning of its name", "清单项，写名字开头就行"),
      completion: .items)
    var item: String

    func run() async throws {
      try await options.perform { context in
        let item = try context.strop.itemCard(item)
        try context.print({ $0.item(item) }, json: { $0.item(item) })
      }
    }
  }

  struct Done: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Help.text("Finish an item", "完成一个清单项"),
        discussion: Help.text(
          "Example: strop item done dpo/loss-at-step-zero --value 0.6931 -e train.log",
          "例：strop item done dpo/loss-at-step-zero --value 0.6931 -e train.log"))
    }

    @OptionGroup var options: GlobalOptions

    @Argument(
      help: help("the item, or the beginning of its name", "清单项，写名字开头就行"),
      completion: .items)
    var item: String

    @Option(
      name: .shortAndLong,
      help: help(
        "a URL, arXiv id, file or commit; may be repeated", "证据：URL、arXiv 编号、文件或 commit，可多次"),
      completion: .file())
    var evidence: [String] = []

    @Option(
      parsing: .unconditional,
      help: help("the number it gave, compared with the known answer", "得到的数值，与已知答案比对"))
    var value: String?

    @Option(
      name: .shortAndLong, help: help("when it was finished (today)", "哪天完成的（默认今天）"),
      completion: .pastDays)
    var day: String?

    func run() async throws {
      try await options.perform { context in
        let receipt = try await context.strop.finishItem(
          item, evidence: evidence, value: value, day: day)
        try context.print({ $0.itemDone(receipt) }, json: { $0.itemDone(receipt) })
      }
    }
  }
}
