import ArgumentParser

extension CommandConfiguration {
  /// What marks a line of a discussion as an example: help, the manual pages and the tests read it.
  static let exampleMark = "$ "

  /// A command of strop's. Every one says its name: ArgumentParser's guess costs a million instructions.
  ///
  /// `about`: what the abstract leaves open.
  /// `examples`: whole command lines, each with its meaning behind two spaces or more where it has one.
  init(
    name: String, _ abstract: String, about: String = "", examples: [String] = [],
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = []
  ) {
    let lines =
      (about.isEmpty ? [] : [about]) + examples.map { CommandConfiguration.exampleMark + $0 }
    self.init(
      commandName: name, abstract: abstract, discussion: lines.joined(separator: "\n"),
      subcommands: subcommands, defaultSubcommand: defaultSubcommand, aliases: aliases)
    if QuickParsing.isOn { _superCommandName = "" }
  }

  /// Whether a word on the command line names this command.
  func isNamed(_ word: String) -> Bool { commandName == word || aliases.contains(word) }
}
