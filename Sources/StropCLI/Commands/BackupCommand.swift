import ArgumentParser
import StropApp
import StropRender

struct BackupCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "backup", Help.text("Copy the database, and check the copy", "备份数据库并检查"),
      about: Help.text(
        "Into backups/ beside it; the newest \(Backups.kept) are kept, and one a month for a year.",
        "存到旁边的 backups/，保留最新 \(Backups.kept) 份，外加一年内每月一份。"),
      examples: ["strop backup"])
  }

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    try await options.perform(.existing) { context in
      let path = try context.strop.backUp()
      let shown = context.strop.environment.abbreviated(path)
      try context.print({ $0.backedUp(shown) }, json: { $0.backedUp(path) })
    }
  }
}
