package import StropCore

/// Writes values as JSON: one object, `version` first, every key always there, null where there is
/// nothing.
package struct JSONRenderer: Sendable {
  /// Raised only when a key changes its meaning.
  static let version = 1

  /// Of titles and sentences.
  package let language: Language
  let phrases: PhraseBook

  package init(language: Language) {
    self.language = language
    phrases = PhraseBook(language: language)
  }

  func root(_ members: [(name: String, value: JSON)]) -> JSON {
    .object([("version", .number(JSONRenderer.version))] + members)
  }

  func text(_ text: LocalizedText) -> JSON { .string(text[language]) }

  func strings(_ strings: [String]) -> JSON { .array(strings.map(JSON.string)) }

  func levels(_ counts: LevelCounts) -> JSON {
    .object(EvidenceLevel.allCases.map { ($0.rawValue, .number(counts[$0])) })
  }

  func evidence(_ evidence: Evidence) -> JSON {
    .object([
      ("id", .string(evidence.id)),
      ("kind", .string(evidence.kind.rawValue)),
      ("value", .string(evidence.value)),
      ("level", .string(evidence.level.rawValue)),
    ])
  }
}
