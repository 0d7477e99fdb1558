/// `strop help`: a command, how it is written, and what it takes.
package struct HelpScreen: Sendable {
  /// A command to type, and what it does where the words say it.
  package struct Example: Hashable, Sendable {
    package let command: String
    package let meaning: String?

    package init(command: String, meaning: String? = nil) {
      self.command = command
      self.meaning = meaning
    }
  }

  /// An argument or an option.
  package struct Argument: Hashable, Sendable {
    /// As it is written: `-m, --minutes <minutes>`.
    package let label: String
    package let abstract: String
    /// All that it can be; empty where that is open or the label says it.
    package let values: [String]
    /// What it is where it is not given.
    package let standard: String?

    package init(label: String, abstract: String, values: [String] = [], standard: String? = nil) {
      self.label = label
      self.abstract = abstract
      self.values = values
      self.standard = standard
    }
  }

  /// A command below this one.
  package struct Command: Hashable, Sendable {
    package let name: String
    package let abstract: String
    /// Whether it is what runs where none is named.
    package let isDefault: Bool

    package init(name: String, abstract: String, isDefault: Bool) {
      self.name = name
      self.abstract = abstract
      self.isDefault = isDefault
    }
  }

  /// Commands below this one that belong together.
  package struct Group: Hashable, Sendable {
    /// Nil where all stand in one group.
    package let title: String?
    package let commands: [Command]

    package init(title: String?, commands: [Command]) {
      self.title = title
      self.commands = commands
    }
  }

  /// The whole name: `strop item done`.
  package var name: String
  package var abstract: String
  /// More than the abstract says; empty where there is no more.
  package var discussion = ""
  package var examples: [Example] = []
  /// What follows the name, in parts that no line break may part: `[--day <day>]`.
  package var usage: [String] = []
  package var arguments: [Argument] = []
  package var options: [Argument] = []
  package var groups: [Group] = []
  /// The options that every command takes.
  package var shared: [Argument] = []
  /// Whether this is the page that explains those.
  package var explainsShared = false

  package init(name: String, abstract: String) {
    self.name = name
    self.abstract = abstract
  }
}
