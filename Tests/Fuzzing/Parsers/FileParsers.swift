import Foundation
import Seeds
import StropApp
import StropCore
import StropStore

// Parsers of files, and of names that only a curriculum gives a meaning.
extension Parser {
  /// A process's own: several fuzz at once.
  private static let home = FileManager.default.temporaryDirectory
    .appending(path: "strop-fuzzing-\(getpid())")

  private static let environment = Environment(
    now: Instant(rfc3339: "2026-11-26T21:00:00+08:00") ?? Instant(milliseconds: 0),
    variables: ["TZ": "Asia/Shanghai", "PATH": "/nowhere"], home: home.path, workingDirectory: home,
    machine: "laptop", root: home, executable: URL(fileURLWithPath: "/usr/bin/true"))

  private static let author = Author(now: environment.now, zone: "Asia/Shanghai", machine: "laptop")
  {
    var generator = SystemRandomNumberGenerator()
    return Identifier.random(using: &generator)
  }

  /// The shipped curriculum, in memory; check-ins come to it with each table that is taken.
  private static let strop = Result {
    try Strop.open(environment, path: home.path + "/strop.db", .detached)
  }

  /// A parser may refuse, by a failure that the user is told of.
  private static func refusing(_ body: () throws -> Void) throws {
    do { try body() } catch is Failure {}
  }

  private static func refusing(_ body: () async throws -> Void) async throws {
    do { try await body() } catch is Failure {}
  }

  static func readName(_ text: String) throws {
    let strop = try strop.get()
    try refusing { _ = try strop.skillCard(text) }
    try refusing { _ = try strop.itemCard(text) }
  }

  static func readEvidence(_ text: String) async throws {
    let strop = try strop.get()
    try await refusing { try await strop.check(CheckInRequest(evidence: [text])) }
    if let id = ArxivID.parse(text) {
      try expect(ArxivID.parse(id) == id, "\(id) does not read back")
      _ = ArxivID.month(of: id)
    }
    _ = Reference(text)?.url
  }

  static func readPack(_ bytes: [UInt8]) throws {
    let file = CurriculumFile(pack: bytes)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 2
    for problem in file.problems(beside: Curriculum(skills: [], items: [], papers: [])) {
      try expect((1...lines).contains(problem.line), "line \(problem.line) of \(lines)")
    }
    let strop = try strop.get()
    try refusing { _ = try strop.checkPack(bytes, file: "pack.yaml") }
  }

  static func readMetrics(_ bytes: [UInt8]) throws {
    let path = home.path + "/metrics.jsonl"
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let file = MetricsFile(path: path)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(at: home) }
    let metrics = file.read() ?? []
    try expect(metrics.count <= MetricsFile.limit, "\(metrics.count) metrics")
    var scanner = LineScanner(key: "loss")
    scanner.take(bytes)
    scanner.end()
  }

  static func readCrontab(_ text: String) throws {
    let crontab = CrontabText(text)
    try expect(crontab.text == text, "it changes when it is read")
    guard
      let line = try? CrontabLine(
        binary: "/usr/bin/strop", database: "/home/x/strop.db", minute: 7),
      let installed = try? crontab.installing(line)
    else { return }
    try expect(try installed.installing(line) == installed, "installing twice changes it")
    try expect(try installed.job() != nil, "what was installed is not found")
    try expect(
      try installed.uninstalling().uninstalling() == installed.uninstalling(),
      "uninstalling twice changes it")
  }

  /// What is here already is not taken twice.
  static func readTable(_ bytes: [UInt8]) async throws {
    let strop = try strop.get()
    try await refusing {
      let describing: (Failure) -> LocalizedText = { LocalizedText("\($0)") }
      _ = try await strop.importCheckIns(Data(bytes), describing: describing)
      let again = try await strop.importCheckIns(Data(bytes), describing: describing)
      try expect(again.taken == 0, "\(again.taken) are taken twice")
    }
  }

  /// What was imported is exported the same, in whatever order it came, and a rebuild leaves it alone.
  static func readJournal(_ text: String) throws {
    guard let first = try imported(text) else { return }
    let lines = try exported(first)
    guard let second = try imported(lines.reversed().joined()) else {
      throw Violation(description: "an export is refused")
    }
    try expect(try exported(second) == lines, "an export is exported otherwise")
    try first.write(as: author) { try $0.rebuild() }
    try expect(try exported(first) == lines, "a rebuild changes the journal")
  }

  /// Nil where it is refused.
  private static func imported(_ text: String) throws -> Store? {
    let store = try Store.temporary(for: "")
    do {
      let summary = try store.write(as: author) { try $0.importLines(of: text) }
      return summary.taken > 0 ? store : nil
    } catch is ImportError {
      return nil
    }
  }

  private static func exported(_ store: Store) throws -> [String] {
    var lines: [String] = []
    try store.read { reader in try reader.eachLine { lines.append($0.text + "\n") } }
    return lines
  }
}
