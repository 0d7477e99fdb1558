extension String {
  /// A typed line without what is no text of it: control characters, and what arrow and function
  /// keys send (`ESC [ D`, `ESC O P`), which a terminal without line editing puts into the line.
  var withoutKeys: String {
    enum Place { case text, escape, sequence }
    var place = Place.text
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch place {
      case .text where scalar == "\u{1b}": place = .escape
      case .text where scalar == "\t": text.append(" ")
      case .text where scalar.properties.generalCategory == .control: break
      case .text: text.append(scalar)
      case .escape where scalar == "[" || scalar == "O": place = .sequence
      case .escape:
        // Alt and a key.
        if scalar.value >= 0x20 { text.append(scalar) }
        place = .text
      case .sequence: if (0x40...0x7e).contains(scalar.value) { place = .text }
      }
    }
    return String(text)
  }
}
