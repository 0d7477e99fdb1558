/// Why a line of an import was refused; nothing of that import is kept.
package enum ImportError: Error, Hashable {
  /// The whole is no UTF-8: `gzip`, `UTF-16`.
  case encoded(as: String)
  case malformed(line: Int, LineProblem)
  /// The journal has another entry under that device and sequence number.
  case conflict(line: Int, device: String, sequence: Int64)
}

/// What is wrong with a line of a journal.
package enum LineProblem: Hashable, Sendable {
  case notJSON
  case notAnObject
  case missingKey(String)
  case unknownKey(String)
  case badValue(String)
  /// It says what an entry does, though not as an export writes it: other escapes, another order of keys.
  case notAsExported
  /// More bytes than any entry has.
  case tooLong(limit: Int)
  /// More names in its fields than any entry has.
  case tooManyFields(limit: Int)
  /// A field of the entry, `when.day`, that its kind must have, or may not have so.
  case missingField(String)
  case badField(String)
}
