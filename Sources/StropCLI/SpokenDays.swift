import StropCore

/// Days of two words, `last fri`, which a shell hands over as two where nobody quotes them.
enum SpokenDays {
  private static let options: Set = [
    "-d", "--day", "--since", "--until", "--from", "--to", "--week",
  ]
  private static let firstWords: Set = ["last", "this", "next"]

  /// `arguments` with each such day behind an option that takes one as one word.
  static func joined(_ arguments: [String]) -> [String] {
    var joined: [String] = []
    // Behind it stands another program's line.
    let own = arguments.prefix { $0 != "--" }
    for word in own {
      if let first = joined.last, firstWords.contains(first.lowercased()),
        let option = joined.dropLast().last, options.contains(option), Weekday(word) != nil
      {
        joined[joined.count - 1] = first + " " + word
      } else {
        joined.append(word)
      }
    }
    return joined + arguments[own.endIndex...]
  }
}
