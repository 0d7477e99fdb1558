import StropCore

extension String {
  /// This text without anything that would move the cursor, change the terminal or reorder a line.
  ///
  /// Line feeds, carriage returns before them and tabs become a space. Other control characters,
  /// line and paragraph separators and bidirectional overrides become visible: `\u{1b}`.
  package var sanitized: String {
    guard unicodeScalars.contains(where: \.isTerminalControl) else { return self }
    var result = ""
    for character in self {
      if character == "\r\n" {
        result += " "
        continue
      }
      for scalar in character.unicodeScalars {
        switch scalar {
        case "\n", "\t":
          result += " "
        case _ where scalar.isTerminalControl:
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        default:
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
