import Foundation

extension String {
  /// Without white space around it.
  ///
  /// Foundation's `trimmingCharacters` goes by way of NSString, which costs a start a million instructions.
  package var trimmed: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let rest = unicodeScalars.drop(while: isBlank)
    guard let last = rest.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(rest[...last])
  }

  /// NFKC, case-folded, without space around it: how names are compared.
  package var foldedName: String {
    precomposedStringWithCompatibilityMapping
      .folding(options: .caseInsensitive, locale: nil).trimmed
  }
}
