/// What a field of a journal entry holds. Lists are never fields: each element is a subject of its own.
package enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)
  /// Values that belong together and change together, such as a check-in's day, instant and zone.
  case group([String: Value])
}

/// The fields of a patch, or of a folded row, by name.
package typealias Fields = [String: Value]

extension Value {
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let integer) = self { Int(exactly: integer) } else { nil }
  }

  /// An integer or a real.
  package var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }

  /// The words of a text.
  package var words: [String]? { text?.split(separator: " ").map(String.init) }

  package var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  package var group: Fields? {
    if case .group(let fields) = self { fields } else { nil }
  }

  package static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
  package static func optional(_ integer: Int?) -> Value {
    integer.map { .integer(Int64($0)) } ?? .null
  }
  /// True; null for false, which is what a missing field means.
  package static func flag(_ bool: Bool) -> Value { bool ? .bool(true) : .null }
  /// Words without spaces in them, such as slugs; null for none.
  package static func words(_ words: [String]) -> Value {
    words.isEmpty ? .null : .text(words.joined(separator: " "))
  }
  package static func number(_ integer: Int) -> Value { .integer(Int64(integer)) }

  /// As JSON, with the names of a group in the order of their UTF-8 bytes: the same on every machine.
  package var json: JSON {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .real(let real): .real(real)
    case .text(let text): .string(text)
    case .group(let fields): fields.json
    }
  }
}

extension Fields {
  /// As a JSON object with its names in the order of their UTF-8 bytes.
  package var json: JSON {
    .object(
      sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { (name: $0.key, value: $0.value.json) })
  }
}
