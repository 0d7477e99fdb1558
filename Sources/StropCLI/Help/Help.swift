import ArgumentParser
import Foundation
import StropCore

/// The language of help texts, which ArgumentParser asks for without a context.
enum Help {
  @TaskLocal static var language = Language.english

  static func text<Text>(
    _ english: @autoclosure () -> Text, _ chinese: @autoclosure () -> Text
  ) -> Text {
    switch language {
    case .english: english()
    case .chinese: chinese()
    }
  }

  /// `--lang`, else STROP_LANG, else the locale: known before any database is.
  static func language(for arguments: [String]) -> Language {
    let variables = ProcessInfo.processInfo.environment
    let locale = ["STROP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { variables[$0] }.first { !$0.isEmpty }
    var chosen = Language(locale: locale ?? "")
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      let value: String?
      if argument == "--lang" {
        value = index + 1 < arguments.count ? arguments[index + 1] : nil
      } else {
        value = argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : nil
      }
      if let language = value.flatMap(Language.init(rawValue:)) { chosen = language }
    }
    return chosen
  }
}

/// A help text in the language in force.
func help(
  _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String
) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Help.text(english(), chinese()))
}

func help(
  _ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String, value: String
) -> ArgumentHelp {
  ArgumentHelp(Help.text(english(), chinese()), valueName: value)
}
