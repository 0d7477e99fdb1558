/// The languages that strop speaks.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// What a POSIX locale name asks for: Chinese for `zh*`, else English.
  package init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}

/// A text in each language.
package struct LocalizedText: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A text that is the same in each: a command, what a server answered.
  package init(_ text: String) { self.init(english: text, chinese: text) }

  package subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
