import ArgumentParser
import Foundation
import StropCore

/// How ArgumentParser left off: asked for help, or unable to read the command line.
struct ParsingEnd {
  /// The root command, and those below it that were named.
  let commands: [any ParsableCommand.Type]
  let asksForHelp: Bool

  /// ArgumentParser tells neither publicly, and throws a type of its own that holds both.
  init(_ error: any Error, _ arguments: [String]) {
    let error = Mirror(reflecting: error)
    let reached = error.descendant("commandStack") as? [any ParsableCommand.Type] ?? []
    // Where no command is named, the default one is reached.
    commands =
      [StropCommand.self]
      + reached.dropFirst().prefix { arguments.contains(where: $0.configuration.isNamed) }
    let reason = error.descendant("parserError").map { Mirror(reflecting: $0) }
    asksForHelp = reason?.children.first?.label == "helpRequested"
  }

  /// `strop item done`.
  var name: String { commands.map { $0._commandName }.joined(separator: " ") }

  /// What can follow the name.
  var subcommands: [any ParsableCommand.Type] { commands.last?.configuration.subcommands ?? [] }
}

extension HelpScreen {
  /// The help of the command that was asked for.
  init(_ end: ParsingEnd) {
    let command = end.commands.last ?? StropCommand.self
    let configuration = command.configuration
    self.init(name: end.name, abstract: configuration.abstract)
    explain(configuration.discussion)
    groups = HelpScreen.groups(of: configuration)
    explainsShared = command == StropCommand.self

    let options = CommandDescription(of: GlobalOptions.self).arguments
    shared =
      options.filter { $0.name != "help" }.map(\.shown) + [
        Argument(label: "--version", abstract: Help.text("show the version", "显示版本")),
        Argument(label: "-h, --help", abstract: Help.text("show this help", "显示帮助")),
      ]
    if groups.isEmpty {
      let names = Set(options.compactMap(\.name))
      let own = CommandDescription(of: command).arguments
        .filter { !names.contains($0.name ?? "") }
      arguments = own.filter { $0.kind == .positional }.map(\.shown)
      self.options = own.filter { $0.kind != .positional }.map(\.shown)
      usage = own.filter { $0.kind == .positional && !$0.isPassedOn }.map(\.usage)
      usage += own.filter { $0.kind != .positional }.map(\.usage)
      usage += own.filter(\.isPassedOn).map(\.usage)
    } else {
      usage = [configuration.defaultSubcommand == nil ? "<command>" : "[<command>]"]
    }
  }

  /// Takes a discussion apart into prose and examples.
  private mutating func explain(_ discussion: String) {
    for line in discussion.split(separator: "\n").map(String.init) {
      guard line.hasPrefix(CommandConfiguration.exampleMark) else {
        self.discussion += (self.discussion.isEmpty ? "" : "\n") + line
        continue
      }
      let parts = line.dropFirst(CommandConfiguration.exampleMark.count)
        .split(separator: "  ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      examples.append(Example(command: parts.first ?? "", meaning: parts.dropFirst().first))
    }
  }

  private static func groups(of configuration: CommandConfiguration) -> [Group] {
    func commands(_ types: [any ParsableCommand.Type]) -> [Command] {
      types.filter { $0.configuration.shouldDisplay }.map { type in
        Command(
          name: type._commandName, abstract: type.configuration.abstract,
          isDefault: type == configuration.defaultSubcommand)
      }
    }
    let named = configuration.groupedSubcommands.map { group in
      Group(title: group.name, commands: commands(group.subcommands))
    }
    let others = Group(title: nil, commands: commands(configuration.ungroupedSubcommands))
    return (named + [others]).filter { !$0.commands.isEmpty }
  }
}

/// What `--experimental-dump-help` prints of a command, as far as its help shows it.
private struct CommandDescription {
  private struct Dump: Decodable {
    struct Command: Decodable { let arguments: [Argument]? }
    let command: Command
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      var spelling: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let preferredName: Name?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?

    /// The long name of an option; nil for an argument.
    var name: String? { preferredName?.name }

    /// Whether it is a command line of another program's, which stands last, behind `--`.
    var isPassedOn: Bool { valueName?.hasPrefix("-- ") == true }

    private var value: String {
      isPassedOn ? "-- <\((valueName ?? "").dropFirst(3))>" : "<\(valueName ?? "value")>"
    }

    /// As its row in the help shows it.
    var shown: HelpScreen.Argument {
      let spellings = (names ?? []).sorted { $0.name.count < $1.name.count }.map(\.spelling)
      let label =
        switch kind {
        case .positional: value + (isRepeating ? " ..." : "")
        case .option: spellings.joined(separator: ", ") + " " + value
        case .flag: spellings.joined(separator: ", ")
        }
      let labelSaysValues = valueName?.contains("|") == true
      return HelpScreen.Argument(
        label: label, abstract: abstract ?? "",
        values: labelSaysValues ? [] : allValues ?? [], standard: defaultValue)
    }

    /// As the usage shows it.
    var usage: String {
      var part =
        switch kind {
        case .positional: value
        case .option: (preferredName?.spelling ?? "") + " " + value
        case .flag: preferredName?.spelling ?? ""
        }
      if isRepeating { part += " ..." }
      return isOptional ? "[" + part + "]" : part
    }
  }

  /// Those that are not hidden.
  let arguments: [Argument]

  init(of command: any ParsableArguments.Type) {
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    arguments = (dump?.command.arguments ?? []).filter(\.shouldDisplay)
  }
}
