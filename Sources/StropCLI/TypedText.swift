import ArgumentParser

/// A text to keep, as an option takes it: it may begin with a hyphen, `-5% loss`, but be no option, which was
/// meant as one where the text was forgotten.
struct TypedText: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard !TypedText.isOption(argument) else { return nil }
    text = LeadingDash.unmarked(argument)
  }

  /// Whether a word is `-m`, or `--minutes`.
  static func isOption(_ word: String) -> Bool {
    let name = word.drop { $0 == "-" }
    let hyphens = word.count - name.count
    guard let first = name.first, first.isASCII, first.isLetter else { return false }
    return hyphens == 1 && name.count == 1
      || hyphens == 2 && name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
  }
}
