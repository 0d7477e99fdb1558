package import StropCore

/// What strop says, in one language. Each phrase is one member of an extension, with both languages
/// side by side: a phrase that lacks one does not compile.
package struct PhraseBook: Sendable {
  package let language: Language
  /// A day of another year than this one's is shown with its year; nil where no day is.
  let today: Day?

  package init(language: Language, today: Day? = nil) {
    self.language = language
    self.today = today
  }

  package func say(
    _ english: @autoclosure () -> String,
    _ chinese: @autoclosure () -> String
  ) -> String {
    switch language {
    case .english: english()
    case .chinese: chinese()
    }
  }
}

// Numbers and units.
extension PhraseBook {
  /// `1 day`, `2 days`: English only, where a word changes with its number.
  func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) " + (count == 1 ? one : many ?? one + "s")
  }

  /// `40 min`.
  package func minutes(_ count: Int) -> String { say("\(count) min", "\(count) 分钟") }

  /// `1.5 h`.
  package func hours(_ hours: Double) -> String {
    say(number(hours) + " h", number(hours) + " 小时")
  }

  /// `6.5 hours a week`.
  func hoursAWeek(_ hours: Double) -> String {
    say(number(hours) + (hours == 1 ? " hour" : " hours") + " a week", "每周 \(number(hours)) 小时")
  }

  package func days(_ count: Int) -> String { say(counted(count, "day"), "\(count) 天") }

  /// With one decimal at most: `2`, `1.5`.
  func number(_ number: Double) -> String {
    let text = decimal(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// With one decimal: `3.8`, `5.0`.
  func decimal(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "–" }
    let tenths = Int((abs(number) * 10).rounded())
    return (number < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  /// A text that someone wrote, in quotation marks.
  func quoted(_ text: String) -> String { say("\"\(text)\"", "“\(text)”") }

  /// Between the parts of a list: `papers, debug`.
  package func list(_ parts: [String]) -> String { parts.joined(separator: say(", ", "、")) }

  /// What tells one record from another, behind the word that a shell offers: the parts that there are.
  func summary(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: comma)
  }

  /// Between parts that hold commas themselves.
  package func sequence(_ parts: [String]) -> String { parts.joined(separator: say("; ", "；")) }

  var colon: String { say(": ", "：") }
  var comma: String { say(", ", "，") }
  /// Between a label that ends in a colon and what it stands for.
  var gap: String { say("  ", "") }
  /// Where there is no figure.
  var none: String { "–" }
}
