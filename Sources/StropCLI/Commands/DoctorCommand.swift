import ArgumentParser
import StropApp
import StropCore
import StropRender

struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "doctor",
      Help.text("Whether all is well, and what to do where not", "检查一切是否正常，不正常该怎么办"),
      about: Help.text(
        "Exits 1 where something has failed, 65 where a pack has problems.",
        "有故障时退出码为 1，清单包有问题时为 65。"),
      examples: ["strop doctor"])
  }

  @OptionGroup var options: GlobalOptions

  @Flag(help: help("fold all rows from the journal again first", "先用全部记录重建数据"))
  var rebuild = false

  @Option(
    help: help(
      "check only this curriculum pack, and change nothing; - for standard input",
      "只检查这份清单包，不做任何改动；- 表示标准输入", value: "file"))
  var curriculum: String?

  func validate() throws {
    guard curriculum == nil || !rebuild else {
      throw ValidationError(
        Help.text(
          "--curriculum changes nothing: give it without --rebuild",
          "--curriculum 不做任何改动：不能和 --rebuild 一起用"))
    }
  }

  func run() async throws {
    if let curriculum {
      try await checkPack(InputFile(curriculum))
    } else {
      try await checkAll()
    }
  }

  private func checkAll() async throws {
    // What cannot be opened cannot be folded again, either.
    try await options.perform(rebuild ? .look : .examine) { context in
      if rebuild { try context.strop.rebuild() }
      let checks = context.strop.doctor(describing: ErrorMessage.words(for:))
      try context.print({ $0.doctor(checks) }, json: { $0.doctor(checks) })
      if checks.contains(where: { $0.state == .fail }) { throw ExitCode(ExitCodes.couldNot) }
    }
  }

  private func checkPack(_ file: InputFile) async throws {
    try await options.perform(.look) { context in
      let pack = try file.contents(context.strop.environment, limit: Strop.packSizeLimit)
      let check = try context.strop.checkPack(Array(pack), file: file.shownName)
      try context.print({ $0.checked(check) }, json: { $0.doctor(check.healthChecks) })
      if !check.problems.isEmpty { throw ExitCode(ExitCodes.malformedData) }
    }
  }
}
