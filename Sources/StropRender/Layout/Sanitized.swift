extension String {
  /// This text without anything that would move the cursor, change the terminal or reorder a line.
  ///
  /// Line feeds, carriage returns before them and tabs become a space. Other control characters,
  /// line and paragraph separators and bidirectional overrides become visible: `\u{1b}`.
  package var sanitized: String {
    guard unicodeScalars.contains(where: \.needsSanitizing) else { return self }
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
        case _ where scalar.needsSanitizing:
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        default:
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var needsSanitizing: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
