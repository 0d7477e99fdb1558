import Foundation

extension String {
  /// Without white space around it.
  package var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

  /// NFKC, case-folded, without space around it: how names are compared.
  package var foldedName: String {
    precomposedStringWithCompatibilityMapping
      .folding(options: .caseInsensitive, locale: nil)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
