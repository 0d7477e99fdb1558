import ArgumentParser
import StropApp
import StropCore
import StropRender

struct RestoreCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "restore", Help.text("Bring a copy of the database back", "用备份恢复数据库"),
      about: Help.text(
        "Without a copy: those that there are. What is replaced is kept. Where the database has entries that the copy lacks, it takes --force.",
        "不写备份：列出全部备份。被替换的数据库会保留。如果数据库里有备份没有的记录，要加 --force。"),
      examples: ["strop restore", "strop restore strop-20261126T130000Z.db"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: help("its name in backups/, or a path", "backups/ 里的文件名，或路径"), completion: .copies)
  var copy: String?

  @Flag(help: help("though newer entries go with what is replaced", "即使会换掉更新的记录"))
  var force = false

  func run() async throws {
    try await options.perform(.detached) { context in
      guard let copy else {
        let list = context.strop.copies()
        return try context.print({ $0.copies(list) }, json: { $0.copies(list) })
      }
      let receipt = try context.strop.restore(copy, force: force)
      let strop = context.strop
      let kept = receipt.kept.map(strop.environment.abbreviated)
      try context.print(
        { $0.restored(receipt, kept: kept) }, json: { $0.restored(receipt, zone: strop.zone) })
    }
  }
}

extension CompletionKind {
  fileprivate static let copies = offered { completion in
    try completion.detached().copies().copies.map { copy in
      Candidate(copy.name, copy.entries.map(completion.phrases.entries) ?? "")
    }
  }
}
