import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "import",
      Help.text("Take in an exported journal, papers in BibTeX, or a pack", "导入记录、BibTeX 论文或清单包"),
      about: Help.text(
        "A journal comes as a whole or not at all; of BibTeX what cannot be read is passed over and named. What is here "
          + "already is not taken twice. A pack brings skills and items of your own: see docs/curriculum.md.",
        "记录要么全部导入，要么一条不动；BibTeX 里读不懂的条目会跳过并列出。已有的不会重复。清单包用来添加自己的技能和清单项，见 docs/curriculum.md。"),
      examples: [
        "strop import journal.jsonl", "strop import refs.bib",
        "strop import --curriculum my-cuda.yaml",
      ])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("the journal, or BibTeX; - for standard input", "记录或 BibTeX 文件；- 表示标准输入"),
    completion: .file())
  var file: String?

  @Option(
    help: help(
      "a curriculum pack instead; - for standard input", "改为导入清单包；- 表示标准输入",
      value: "file"),
    completion: .file())
  var curriculum: String?

  func validate() throws {
    guard (file == nil) != (curriculum == nil) else {
      throw ValidationError(
        Help.text(
          "name one file: a journal, or a pack with --curriculum",
          "要写一个文件：记录文件，或用 --curriculum 指定清单包"))
    }
  }

  func run() async throws {
    if let curriculum {
      try await importPack(InputFile(curriculum))
    } else if let file {
      try await importJournal(InputFile(file))
    }
  }

  private func importJournal(_ file: InputFile) async throws {
    try await options.perform(.createEmpty) { context in
      let journal = try file.contents(context.strop.environment)
      guard !Strop.isBibliography(journal) else {
        let summary = try context.strop.importBibliography(journal)
        return try context.print({ $0.imported(summary) }, json: { $0.imported(summary) })
      }
      let summary = try context.strop.importJournal(journal)
      let copy = summary.copy.map(context.strop.environment.abbreviated)
      try context.print({ $0.imported(summary, copy: copy) }, json: { $0.imported(summary) })
    }
  }

  private func importPack(_ file: InputFile) async throws {
    try await options.perform { context in
      let pack = try file.contents(context.strop.environment, limit: Strop.packSizeLimit)
      let receipt = try context.strop.importPack(Array(pack), file: file.shownName)
      try context.print({ $0.imported(receipt) }, json: { $0.imported(receipt) })
    }
  }
}
