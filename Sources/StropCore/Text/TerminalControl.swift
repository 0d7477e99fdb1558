extension Unicode.Scalar {
  /// Whether a terminal would obey it rather than show it: a control character, a line or paragraph separator,
  /// or what turns the direction of a line.
  package var isTerminalControl: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
