import Foundation
import Glibc
import TestSupport
import Testing

/// A home directory of its own in which strop is run, gone with the last reference to it.
final class StropHome: Sendable {
  /// What is there at first.
  enum Beginning {
    /// Nothing: the first command is strop's first run.
    case empty
    /// A database whose first run was on Monday 2 November 2026.
    case begun
  }

  /// When commands run: a Thursday evening.
  static let now = "2026-11-26T21:00:00+08:00"

  let directory: URL

  init(_ beginning: Beginning = .begun) throws {
    // As the program will see it: its own paths never lead through a link.
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    directory = temporary.appending(path: "strop-cli-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: directory, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    if beginning == .begun {
      try FileManager.default.createDirectory(
        at: database.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try StropHome.template.get().write(to: database)
      chmod(database.path, 0o600)
    }
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  var database: URL { directory.appending(path: ".local/share/strop/strop.db") }

  func path(_ name: String) -> String { directory.appending(path: name).path }

  /// Writes a file into the home, and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Writes a program that can be run at once.
  @discardableResult
  func writeProgram(_ text: String, to name: String) throws -> String {
    try TestSupport.writeProgram(text, to: path(name))
    return path(name)
  }

  /// Everything that a command sees of its environment.
  func variables(_ changes: [String: String?] = [:]) -> [String: String] {
    var variables: [String: String] = [
      "HOME": directory.path, "PATH": "/usr/bin:/bin", "TZ": "Asia/Shanghai", "COLUMNS": "80",
      "LANG": "C.UTF-8", "STROP_NOW": StropHome.now,
    ]
    for (name, value) in changes { variables[name] = value }
    return variables
  }

  /// Runs strop with `arguments` to its end; `changes` are variables to set, or with nil to leave out.
  @discardableResult
  func strop(
    _ arguments: String..., with changes: [String: String?] = [:],
    input: StropProcess.Input = .none, output: StropProcess.Destination = .captured
  ) throws -> Outcome {
    try start(arguments, with: changes, input: input, output: output).end()
  }

  @discardableResult
  func strop(_ arguments: [String], with changes: [String: String?] = [:]) throws -> Outcome {
    try start(arguments, with: changes).end()
  }

  /// Starts strop, to be ended by the caller.
  func start(
    _ arguments: [String], with changes: [String: String?] = [:],
    input: StropProcess.Input = .none, output: StropProcess.Destination = .captured
  ) throws -> StropProcess {
    try run([try StropHome.binary.get()] + arguments, with: changes, input: input, output: output)
  }

  /// Starts any program, by its path, as `start` does.
  func run(
    _ command: [String], with changes: [String: String?] = [:],
    input: StropProcess.Input = .none, output: StropProcess.Destination = .captured
  ) throws -> StropProcess {
    try StropProcess(
      command, variables: variables(changes), directory: directory.path, input: input,
      output: output, owner: self)
  }

  /// The program that STROP_BINARY names, else the one that these tests were built with: it lies beside them.
  static let binary = Result {
    if let named = ProcessInfo.processInfo.environment["STROP_BINARY"] { return named }
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let places = [tests] + CommandLine.arguments + [#filePath]
    let found = places.lazy.map { URL(fileURLWithPath: $0) }.compactMap(StropHome.program(near:))
    return try #require(found.first, "no strop beside \(places): run swift build")
  }

  /// `strop` in a directory that holds `file`, or in the .build/debug of one.
  private static func program(near file: URL) -> String? {
    var directory = file.deletingLastPathComponent()
    while directory.path != "/" {
      for name in ["strop", ".build/debug/strop"] {
        let program = directory.appending(path: name).path
        var status = stat()
        let isFile = stat(program, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        if isFile, FileManager.default.isExecutableFile(atPath: program) { return program }
      }
      directory.deleteLastPathComponent()
    }
    return nil
  }

  /// The database of a first run, made once: seeding it takes longer than most commands.
  private static let template = Result {
    let home = try StropHome(.empty)
    let first = try home.strop("today", with: ["STROP_NOW": "2026-11-02T09:00:00+08:00"])
    try #require(first.status == 0, "the first run failed: \(first.errors)")
    return try Data(contentsOf: home.database)
  }
}

/// The words of `text`: keys that an object must have.
func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

extension [String: Any] {
  /// Whether every one of `wanted` is there: more may be added, none renamed.
  func has(_ wanted: String) -> Bool { words(wanted).isSubset(of: Set(keys)) }
}

/// Checks that `-h` tells what a command does, in both languages, and touches nothing.
func expectHelp(
  _ command: String, english: String, chinese: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let home = try StropHome(.empty)
  let path = command.split(separator: " ").map(String.init)
  for (language, abstract) in [("en", english), ("zh", chinese)] {
    let help = try home.start(path + ["-h"], with: ["STROP_LANG": language]).end()
    #expect(help.status == 0, sourceLocation: sourceLocation)
    #expect(help.errors == "", sourceLocation: sourceLocation)
    #expect(
      help.output.hasPrefix("\(abstract)\n"), "\(help.output)",
      sourceLocation: sourceLocation)
    #expect(help.output.contains("strop \(command)"), sourceLocation: sourceLocation)
  }
  #expect(
    !FileManager.default.fileExists(atPath: home.path(".local")), sourceLocation: sourceLocation)
}

extension StropHome {
  /// Records a check-in, and gives its id.
  func checkIn(_ arguments: String...) throws -> String {
    let recorded = try start(["checkin", "--json"] + arguments).end().object("checkin")
    return try #require(recorded["id"] as? String)
  }
}
