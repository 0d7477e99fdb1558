import ArgumentParser
import StropApp
import StropCore
import StropRender

struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "import",
      Help.text(
        "Take in a journal, check-ins in CSV, BibTeX, or a pack", "导入记录、CSV 打卡、BibTeX 论文或清单包"),
      about: Help.text(
        "A journal comes as a whole or not at all; of CSV and BibTeX what cannot be read is passed over and named. What "
          + "is here already is not taken twice. CSV needs the columns day and skill: docs/journal.md. A pack brings "
          + "skills and items of your own: docs/curriculum.md.",
        "记录要么全部导入，要么一条不动；CSV 和 BibTeX 里读不懂的会跳过并列出。已有的不会重复。CSV 至少要有 day 和 skill 两列，见 docs/journal.md；清单包用来添加自己的技能和清单项，见 docs/curriculum.md。"
      ),
      examples: [
        "strop import journal.jsonl", "strop import refs.bib",
        "strop import --csv checkins.csv", "strop import --curriculum my-cuda.yaml",
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

  @Option(
    help: help(
      "check-ins as CSV instead; - for standard input", "改为导入 CSV 打卡；- 表示标准输入", value: "file"),
    completion: .file())
  var csv: String?

  func validate() throws {
    guard [file, curriculum, csv].count(where: { $0 != nil }) == 1 else {
      throw ValidationError(
        Help.text(
          "name one file: a journal, check-ins with --csv, or a pack with --curriculum",
          "要写一个文件：记录文件，或用 --csv 指定打卡、用 --curriculum 指定清单包"))
    }
  }

  func run() async throws {
    if let curriculum {
      try await importPack(InputFile(curriculum))
    } else if let csv {
      try await importCheckIns(InputFile(csv))
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

  private func importCheckIns(_ file: InputFile) async throws {
    try await options.perform { context in
      let table = try file.contents(context.strop.environment)
      let summary = try await context.strop.importCheckIns(table) {
        ErrorMessage.words(for: $0).sentence
      }
      try context.print({ $0.imported(summary) }, json: { $0.imported(summary) })
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
