import StropCore

// The words of `strop help`.
extension PhraseBook {
  var usage: String { say("USAGE: ", "用法：") }
  var arguments: String { say("ARGUMENTS:", "参数：") }
  var options: String { say("OPTIONS:", "选项：") }

  /// Above the options that every command takes.
  func shared(explained: Bool) -> String {
    explained
      ? say("EVERY COMMAND TAKES:", "每个命令都有：")
      : say("EVERY COMMAND TAKES (see strop --help):", "每个命令都有（说明见 strop --help）：")
  }

  /// Above a group of commands.
  func commands(_ title: String?) -> String {
    guard let title else { return say("COMMANDS:", "命令：") }
    return say(title.uppercased() + ":", title + "：")
  }

  /// A command's name in a list, marked where it is what runs without a name.
  func command(_ command: HelpScreen.Command) -> String {
    command.isDefault ? command.name + say(" (default)", "（默认）") : command.name
  }

  var moreHelp: String { say("More of each: strop help COMMAND", "某个命令的详细说明：strop help 命令") }

  /// What an argument is, with what it can be and what it is unless given.
  func explained(_ argument: HelpScreen.Argument) -> String {
    var more: [String] = []
    if !argument.values.isEmpty { more.append(list(argument.values)) }
    if let standard = argument.standard {
      more.append(say("default: \(standard)", "默认 \(standard)"))
    }
    guard !more.isEmpty else { return argument.abstract }
    return argument.abstract + say(" (\(sequence(more)))", "（\(sequence(more))）")
  }
}
