import ArgumentParser
import StropApp
import StropCore
import StropRender

struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: Help.text("Whether all is well, and what to do where not", "检查一切是否正常，不正常该怎么办"),
      discussion: Help.text(
        "Exits 1 where something has failed. Example: strop doctor",
        "有故障时退出码为 1。例：strop doctor"))
  }

  @OptionGroup var options: GlobalOptions

  @Flag(help: help("fold all rows from the journal again first", "先用全部记录重建数据"))
  var rebuild = false

  func run() async throws {
    try await options.perform { context in
      if rebuild { try context.strop.rebuild() }
      let checks = try context.strop.doctor()
      try context.print({ $0.doctor(checks) }, json: { $0.doctor(checks) })
      if checks.contains(where: { $0.state == .fail }) { throw ExitCode(1) }
    }
  }
}
