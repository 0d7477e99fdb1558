import StropCore
import StropRender

// What the user is told of a command line that ArgumentParser cannot read.
extension ErrorMessage {
  /// - Parameters:
  ///   - message: ArgumentParser's own.
  ///   - command: the command that it was about: `strop item done`.
  init(usage message: String, of command: String, _ language: Language) {
    self.init(
      Code.usage, language, ErrorMessage.sentence(of: message, language), command + " --help")
  }

  /// One sentence; English where it is none of the known forms.
  private static func sentence(of message: String, _ language: Language) -> String {
    // More than five values stand on lines of their own.
    var parts = message.split(separator: "\n  - ").map(String.init)
    let values = parts.dropFirst().map { "'\($0)'" }.joined(separator: ", ")
    parts = (parts.first ?? "").split(separator: "\n").map(String.init)
    let sentence = (parts.first ?? "") + (values.isEmpty ? "" : " " + values)
    if language == .chinese {
      for (english, chinese) in forms {
        if let parts = sentence.parts(of: english) { return chinese.filled(with: parts) }
      }
    }
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  /// ArgumentParser's sentences, `*` for what varies; the longer of two with the same beginning first.
  private static let forms = [
    ("Unknown option '*'. Did you mean '*'?", "没有选项“*”，是想写“*”吗？"),
    ("Unknown option '*'", "没有选项“*”"),
    ("Missing value for '* <*>'", "“*”后面缺少 <*>"),
    ("Missing value for '*'", "“*”后面缺少值"),
    ("The option '*' does not take any value, but '*' was specified.", "“*”不带值，却写了“*”"),
    ("Unexpected argument '*'", "多余的参数“*”"),
    ("* unexpected arguments: '*'", "有 * 个多余的参数：'*'"),
    ("Missing expected argument '*'", "缺少参数“*”"),
    ("Missing one of: '*'", "至少要写一个：'*'"),
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

  /// This form with `parts` for its `*`.
  fileprivate func filled(with parts: [Substring]) -> String {
    zip(split(separator: "*", omittingEmptySubsequences: false), parts.map(String.init) + [""])
      .map { $0 + $1 }.joined()
  }
}
