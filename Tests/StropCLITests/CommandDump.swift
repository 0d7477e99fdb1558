import Foundation
import Testing

/// What the program says of its own commands, by `--experimental-dump-help`.
struct Command: Decodable {
  private struct Dump: Decodable { let command: Command }

  struct Argument: Decodable {
    let kind: String
    let abstract: String?
    let shouldDisplay: Bool
    let valueName: String?
  }

  let commandName: String
  let superCommands: [String]?
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let arguments: [Argument]?
  let subcommands: [Command]?

  /// The root, in one of the languages: `en`, `zh`.
  static func tree(_ language: String) throws -> Command {
    let dump = try StropHome(.empty).strop(
      "--experimental-dump-help", with: ["STROP_LANG": language])
    try #require(dump.status == 0)
    return try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
  }

  /// The whole name: `strop remind add`.
  var name: String { words.joined(separator: " ") }

  /// Its words: `strop`, `remind`, `add`.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// Its example command lines.
  var examples: [String] {
    (discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("$ ") }
      .map { String($0.dropFirst(2)) }
  }

  /// Those that strop defines; `help` is the library's own.
  var children: [Command] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// This command and everything below it.
  var all: [Command] { [self] + children.flatMap(\.all) }
}
