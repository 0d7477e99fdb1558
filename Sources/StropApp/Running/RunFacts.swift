import Foundation
import StropCore

// What is known of a run beside what it prints.
extension Environment {
  /// How long git and nvidia-smi may take.
  private static let patience = Duration.seconds(10)

  /// What this machine is called.
  var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The commit of the repository that the working directory lies in; nil where it lies in none, or git cannot tell.
  func code() async -> Run.Code? {
    guard let repository = repository(around: workingDirectory), let git = program("git"),
      // Another git of the user's must not be kept from the index.
      let status = try? await GitRepository(
        git: git, directory: workingDirectory.path,
        runner: .system(within: Environment.patience)
      ).ask("--no-optional-locks", "status", "--porcelain=v2", "--branch", "--untracked-files=no")
    else { return nil }
    let lines = status.split(separator: "\n")
    let oid = lines.first { $0.hasPrefix("# branch.oid ") }?.split(separator: " ").last
    guard let oid, oid.allSatisfy(\.isHexDigit) else { return nil }
    return Run.Code(
      repository: repository, commit: String(oid), isDirty: lines.contains { !$0.hasPrefix("#") })
  }

  /// The directory that holds `.git`, without asking git: most runs lie in none.
  private func repository(around directory: URL) -> String? {
    var path = directory.standardized.path
    while true {
      if FileManager.default.fileExists(atPath: path + "/.git") { return path }
      guard path != "/" else { return nil }
      path = URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
  }

  /// The graphics cards that a run can use: those of nvidia-smi that CUDA_VISIBLE_DEVICES leaves; nil without
  /// nvidia-smi.
  func gpus() async -> Run.GPUs? {
    guard let program = program("nvidia-smi"),
      let outcome = try? await ProcessRunner.system(within: Environment.patience).run(
        program, ["--query-gpu=name", "--format=csv,noheader"], "", [:]),
      outcome.status == 0
    else { return nil }
    let names = outcome.output.split(separator: "\n").map { String($0).trimmed }
      .filter { !$0.isEmpty }
    let visible = variables["CUDA_VISIBLE_DEVICES"].map { list in
      list.split(separator: ",").map { String($0).trimmed }.prefix { $0 != "-1" && !$0.isEmpty }
    }
    let used = visible.map { visible in
      visible.compactMap { Int($0) }.filter(names.indices.contains).map { names[$0] }
        + visible.filter { Int($0) == nil }.map { _ in names.first ?? "" }
    }
    let cards = used ?? names
    return Run.GPUs(
      count: cards.count,
      names: cards.isEmpty ? nil : cards.uniqued().joined(separator: ", "))
  }
}
