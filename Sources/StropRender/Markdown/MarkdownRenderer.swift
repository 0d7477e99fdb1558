package import StropCore

/// Writes values as GitHub-flavoured Markdown.
package struct MarkdownRenderer: Sendable {
  package let language: Language
  let phrases: PhraseBook

  package init(language: Language) {
    self.language = language
    phrases = PhraseBook(language: language)
  }

  /// `strop report --format markdown`, ending in one newline.
  package func report(_ report: Report) -> String { markdown(Document(report, language)) }

  /// `strop portfolio --format markdown`, ending in one newline.
  package func portfolio(_ portfolio: Portfolio) -> String {
    markdown(Document(portfolio, language))
  }

  /// `cells`: in Markdown.
  func table(_ heads: [(String, TextAlignment)], cells: [[String]]) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = heads.map { $0.1 == .right ? "---:" : "---" }
    return ([heads.map { $0.0.capitalizedFirst.markdown }, rule] + cells).map(line)
      .joined(separator: "\n")
  }
}

extension String {
  /// This text as Markdown that shows it: on one line, with every character that could be markup
  /// escaped.
  var markdown: String {
    var result = ""
    for scalar in sanitized.unicodeScalars {
      if "\\`*_{}[]<>#|~&$!".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
