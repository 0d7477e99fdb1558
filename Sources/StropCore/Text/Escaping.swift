extension String {
  /// This text with another one in the place of each of some characters, which must be of one scalar.
  ///
  /// By scalars, since to Swift a mark with an accent on it is another character, and to what reads the text it is
  /// not: `replacing` would leave it unescaped.
  package func escaping(_ escapes: [(scalar: Unicode.Scalar, escaped: String)]) -> String {
    guard unicodeScalars.contains(where: { scalar in escapes.contains { $0.scalar == scalar } })
    else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let escape = escapes.first(where: { $0.scalar == scalar }) {
        result.append(contentsOf: escape.escaped.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// As text between the tags of HTML, of Pango's markup and of Slack's.
  package var escapedForMarkup: String {
    escaping([("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")])
  }

  /// As text of HTML, in the values of attributes too.
  package var escapedForHTML: String {
    escaping([("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")])
  }
}
