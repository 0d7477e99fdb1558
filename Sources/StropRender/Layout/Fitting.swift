/// The side of a column that text keeps to.
package enum TextAlignment: Sendable {
  case left
  case right
}

extension String {
  /// This text if it takes at most `columns` columns, else its beginning and an ellipsis.
  ///
  /// Text is cut between characters, never inside one, and never comes out wider than asked.
  package func fitted(to columns: Int) -> String {
    guard displayWidth > columns else { return self }
    guard columns > 0 else { return "" }
    var counter = ColumnCounter()
    var end = startIndex
    for index in indices {
      counter.add(self[index])
      guard counter.columns < columns else { break }
      end = self.index(after: index)
    }
    var kept = String(self[..<end]).withoutDanglingJoiner
    while kept.unicodeScalars.last == " " {
      kept.unicodeScalars.removeLast()
    }
    return kept + "…"
  }

  /// This text in exactly `columns` columns: fitted if it is wider, filled with spaces if narrower.
  package func padded(to columns: Int, aligned alignment: TextAlignment = .left) -> String {
    let text = fitted(to: columns).withoutDanglingJoiner
    switch alignment {
    case .left:
      return text.followed(bySpacesTo: columns)
    case .right:
      // Measured behind a space, since a mark that begins a text is wider behind than without one.
      let indent = columns + 1 - (" " + text).displayWidth
      return (String(repeating: " ", count: max(0, indent)) + text).followed(bySpacesTo: columns)
    }
  }

  private func followed(bySpacesTo columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - displayWidth))
  }

  /// This text without a zero-width joiner at its end, which would hide what is written behind it.
  private var withoutDanglingJoiner: String {
    guard unicodeScalars.last == "\u{200D}", ColumnCounter(measuring: self).hidesNext else {
      return self
    }
    return String(unicodeScalars.dropLast())
  }
}
