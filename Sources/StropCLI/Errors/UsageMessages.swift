import ArgumentParser
import Foundation
import StropCore
import StropRender

// What the user is told of a command line that ArgumentParser cannot read.
extension ErrorMessage {
  /// `message`: ArgumentParser's own.
  init(usage message: String, _ end: ParsingEnd, _ language: Language) {
    let message = ErrorMessage.firstSentence(of: message)
    if !end.subcommands.isEmpty, let word = ErrorMessage.unexpectedWord(message) {
      self.init(unknownCommand: word, end, language)
    } else {
      self.init(
        ExitCodes.usage, language, ErrorMessage.sentence(message, language), end.name + " --help")
    }
  }

  private init(unknownCommand name: String, _ end: ParsingEnd, _ language: Language) {
    let say = PhraseBook(language: language).say
    let names = end.subcommands.map { $0._commandName }
    let nearest =
      switch NameMatch.find(name.lowercased(), in: names, slug: \.self, titles: { _ in [] }) {
      case .found(let match): [match]
      case .ambiguous(let several): several
      case .unknown(let nearest): nearest
      }
    self.init(
      ExitCodes.usage, language, say("no command called '\(name)'", "没有“\(name)”这个命令"),
      nearest.isEmpty
        ? end.name + " --help"
        : say(
          "did you mean \(nearest.joined(separator: " or "))? `\(end.name) --help` shows all",
          "是想写 \(nearest.joined(separator: " 或 ")) 吗？`\(end.name) --help` 列出全部"))
  }

  /// ArgumentParser writes more than five values on lines of their own.
  private static func firstSentence(of message: String) -> String {
    let parts = message.split(separator: "\n  - ").map(String.init)
    let sentence = parts.first?.split(separator: "\n").first.map(String.init) ?? ""
    let values = parts.dropFirst().map { "'\($0)'" }.joined(separator: ", ")
    return sentence + (values.isEmpty ? "" : " " + values)
  }

  /// The first word that nothing takes, where that is what is wrong.
  private static func unexpectedWord(_ sentence: String) -> String? {
    let one = sentence.parts(of: "Unexpected argument '*'")?.first
    let several = sentence.parts(of: "* unexpected arguments: '*'")?.last
    return (one ?? several?.split(separator: "', '").first).map(String.init)
  }

  /// In the user's language; in English where it is none of the known forms.
  private static func sentence(_ english: String, _ language: Language) -> String {
    if language == .chinese {
      for (form, chinese) in forms {
        if let parts = english.parts(of: form) { return chinese.filled(with: parts) }
      }
    }
    return english.prefix(1).lowercased() + english.dropFirst()
  }

  /// ArgumentParser's sentences, `*` for what varies; the longer of two with the same beginning first.
  private static let forms = [
    ("Unknown option '*'. Did you mean '*'?", "没有选项“*”，是想写“*”吗？"),
    ("Unknown option '*'", "没有选项“*”"),
    ("Missing value for '* <*>'", "“*”后面缺少 <*>"),
    ("Missing value for '*'", "“*”后面缺少值"),
    ("The option '*' does not take any value, but '*' was specified.", "“*”不带值，却写了“*”"),
    ("Unexpected argument '*'", "多余的参数“*”"),
    ("* unexpected arguments: '*'", "有 * 个多余的参数：*"),
    ("Missing expected argument '*'", "缺少参数“*”"),
    ("Missing one of: '*'", "至少要写一个：*"),
    (
      "The value '*' is invalid for '*'. Please provide one of *.",
      "“*”不能作为 * 的值，可以写 *"
    ),
    (
      "The value '*' is invalid for '*'. Please provide one of the following: *",
      "“*”不能作为 * 的值，可以写 *"
    ),
    ("The value '*' is invalid for '*'*", "“*”不能作为 * 的值*"),
    (
      "Value to be set with flag '*' had already been set with flag '*'",
      "“*”和“*”不能一起用"
    ),
  ]
}

extension String {
  /// What stands for each `*` of `form`; nil where this is not of that form.
  fileprivate func parts(of form: String) -> [Substring]? {
    let fixed = form.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = fixed.first, let last = fixed.last, hasPrefix(first) else { return nil }
    var rest = dropFirst(first.count)
    var parts: [Substring] = []
    for separator in fixed.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: separator) else { return nil }
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return parts + [rest.dropLast(last.count)]
  }

  /// This form with `parts` for its `*`, of which some are lists: `'a', 'b' or 'c'`.
  fileprivate func filled(with parts: [Substring]) -> String {
    let parts = parts.map { part in
      part.replacing("', '", with: "、").replacing("' or '", with: " 或 ")
        .replacing("' and '", with: " 或 ").trimmingCharacters(in: ["'"])
    }
    return zip(split(separator: "*", omittingEmptySubsequences: false), parts + [""])
      .map { $0 + $1 }.joined()
  }
}
