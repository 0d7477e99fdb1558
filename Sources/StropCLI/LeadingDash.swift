import ArgumentParser

/// A command that takes texts to keep as arguments, which may begin with a dash: `strop bug open "-5% loss"`.
protocol TakesTexts: ParsableCommand {}

/// ArgumentParser takes every word that begins with a dash for an option: words that can be none are marked for it.
enum LeadingDash {
  /// No word of a command line can hold it.
  private static let mark: Character = "\0"

  /// `arguments` with a mark before each word that begins with a dash but is no option, where the command that they
  /// name takes texts.
  static func marked(_ arguments: [String]) -> [String] {
    guard arguments.first != Completion.request, isOfTexts(arguments[...]) else { return arguments }
    return arguments.map { word in
      word.first == "-" && word != "--" && word != "-" && !TypedText.isOption(word)
        && !isOptionWithValue(word) ? String(mark) + word : word
    }
  }

  /// A word as it was typed.
  static func unmarked(_ word: String) -> String { word.filter { $0 != mark } }

  /// Whether a word is `--minutes=45`, or `-m45`.
  private static func isOptionWithValue(_ word: String) -> Bool {
    if let equals = word.firstIndex(of: "="), word.hasPrefix("--") {
      return TypedText.isOption(String(word[..<equals]))
    }
    let rest = word.dropFirst()
    return rest.first.map { $0.isASCII && $0.isLetter } == true
      && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isOfTexts(_ arguments: ArraySlice<String>) -> Bool {
    var reached: any ParsableCommand.Type = StropCommand.self
    var rest = arguments
    while let word = rest.popFirst() {
      if word.hasPrefix("-") {
        if ["--db", "--lang", "--color"].contains(word) { rest = rest.dropFirst() }
      } else if let next = reached.configuration.subcommand(named: word) {
        reached = next
      } else {
        break
      }
    }
    return reached is any TakesTexts.Type
  }
}
