import Foundation
import Glibc
import Testing

/// Every command where there is nobody to answer, nobody to listen, and nowhere to write.
struct HostileTests {
  @Test func `every command of the tree is among them`() throws {
    let tried = HostileCommand.all.map(\.arguments)
    for command in try Command.tree("en").all where command.children.isEmpty {
      let words = Array(command.words.dropFirst())
      #expect(tried.contains { $0.starts(with: words) }, "\(command.name)")
    }
  }

  @Test(arguments: HostileCommand.all)
  func `at the end of input and without a terminal, each does its work`(
    command: HostileCommand
  ) throws {
    let home = try HostileHome()
    let outcome = try command.run(in: home, with: home.path)
    expectCivil(outcome, command.status)
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test(arguments: HostileCommand.all)
  func `without standard input at all, each does its work`(command: HostileCommand) throws {
    let home = try HostileHome()
    let outcome = try command.run(in: home, with: home.path, input: .closed)
    let reads = command.arguments == ["import", "-"]
    expectCivil(outcome, reads ? nil : command.status)
    #expect(try home.isSound())
  }

  @Test(arguments: HostileCommand.all)
  func `without standard output at all, nothing is damaged`(command: HostileCommand) throws {
    let home = try HostileHome()
    expectCivil(try command.run(in: home, with: home.path, output: .closed))
    #expect(try home.isSound())
  }

  @Test(arguments: HostileCommand.all)
  func `when the reader of a pipe has gone, each ends quietly`(command: HostileCommand) throws {
    let home = try HostileHome()
    expectCivil(
      try command.run(in: home, with: home.path, output: .closedPipe), command.status)
  }

  @Test(arguments: HostileCommand.all)
  func `output that a full disk swallows is never called success`(
    command: HostileCommand
  ) throws {
    let printed = try { () -> Outcome in
      let home = try HostileHome()
      return try command.run(in: home, with: home.path)
    }()
    let home = try HostileHome()
    let outcome = try command.run(in: home, with: home.path, output: .file("/dev/full"))
    expectCivil(outcome, printed.output.isEmpty ? printed.status : 74)
  }

  /// Without STROP_NOW it is whatever day it is, and without PATH the real crontab is found.
  @Test(arguments: HostileCommand.all(.reads, .writes, .tells))
  func `with nothing but HOME, each does its work`(command: HostileCommand) throws {
    let home = try HostileHome()
    let nothing: [String: String?] = [
      "PATH": nil, "TZ": nil, "COLUMNS": nil, "LANG": nil, "STROP_NOW": nil,
    ]
    expectCivil(try command.run(in: home, with: nothing), command.status)
  }

  @Test(.enabled(if: Permissions.bind), arguments: HostileCommand.all)
  func `on a database that cannot be written, each reads, or records nothing`(
    command: HostileCommand
  ) throws {
    let home = try HostileHome()
    let before = try home.bytes()
    let directory = home.home.database.deletingLastPathComponent().path
    chmod(home.home.database.path, 0o444)
    chmod(directory, 0o555)
    defer { chmod(directory, 0o755) }
    let arguments = command.arguments.map { home.ids[$0] ?? $0 }
    let outcome = try home.home.run(
      Permissions.wrapper + [try StropHome.binary.get()] + arguments, with: home.path
    ).end()
    switch command.kind {
    case .reads where command.arguments == ["doctor"]:
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("fail  disk "))
    case .reads, .tells: expectCivil(outcome, command.status)
    case .writes: expectCivil(outcome, command.status == 0 ? 74 : command.status)
    case .schedules: expectCivil(outcome)
    }
    #expect(try home.bytes() == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: directory)
    #expect(names == ["strop.db"])
  }
}

/// How to run a program so that the permissions of files bind it, even for root.
enum Permissions {
  static let wrapper: [String] =
    getuid() == 0
    ? ["/usr/bin/setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"] : []

  /// Whether they then do: some containers do not let root give anything up.
  static let bind: Bool = {
    guard let home = try? StropHome(.empty) else { return false }
    chmod(home.directory.path, 0o555)
    defer { chmod(home.directory.path, 0o755) }
    let attempt = try? home.run(wrapper + ["/usr/bin/touch", "file"]).end()
    return attempt.map { $0.status == 1 } ?? false
  }()
}
