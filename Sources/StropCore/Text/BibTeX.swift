/// The entries of a BibTeX file, as its own programs read them (O. Patashnik 1988, "BibTeXing").
package struct BibTeX: Sendable {
  /// An entry whose braces and quotation marks match.
  package struct Entry: Hashable, Sendable {
    /// `article`, in lower case.
    package let type: String
    package let key: String
    /// Of its first character, from 1.
    package let line: Int
    /// Values as they stand in the file, with macros filled in, by names in lower case; of a field that is there twice
    /// the first, as BibTeX takes it.
    package let fields: [String: String]
  }

  /// Why something that begins like an entry is none.
  package enum Problem: Error, Hashable, Sendable {
    /// Its braces or quotation marks end nowhere.
    case unclosed
    /// What stands where a name, `=` or a value should.
    case malformed
  }

  package struct Fault: Hashable, Sendable {
    package let line: Int
    /// Where it has one.
    package let key: String?
    package let problem: Problem
  }

  package private(set) var entries: [Entry] = []
  /// In the order of the file, as the entries are.
  package private(set) var faults: [Fault] = []

  package init(_ text: String) {
    var reader = BibTeXReader(text)
    reader.read(into: &entries, &faults)
  }

  /// Whether a text begins as BibTeX does: with an entry or a comment, or with words and then an entry.
  package static func isLikely(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { !BibTeXReader.isSpace($0) }) else { return false }
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "%") { return true }
    var reader = BibTeXReader(text)
    // What begins with a brace is a journal.
    return first != UInt8(ascii: "{") && reader.hasEntryLine()
  }
}

private struct BibTeXReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// Names of `@string`, in lower case, and what they stand for.
  private var macros: [String: String] = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  mutating func read(into entries: inout [BibTeX.Entry], _ faults: inout [BibTeX.Fault]) {
    while skipToEntry() {
      let (start, startLine) = (position, line)
      var key: String?
      do {
        if let entry = try entry(key: &key) { entries.append(entry) }
      } catch {
        faults.append(BibTeX.Fault(line: startLine, key: key, problem: error))
        // What follows it begins with a line of its own.
        (position, line) = (start + 1, startLine)
        skipToEntryLine()
      }
    }
  }

  // MARK: Between entries

  /// What is no entry is a comment; false at the end.
  private mutating func skipToEntry() -> Bool {
    while let byte = peek {
      if byte == UInt8(ascii: "@") { return true }
      advance()
    }
    return false
  }

  mutating func hasEntryLine() -> Bool {
    skipToEntryLine()
    return peek != nil
  }

  private mutating func skipToEntryLine() {
    while peek != nil, !beginsEntryLine { advance() }
  }

  /// Whether a line begins here that begins an entry: `@article{`.
  ///
  /// Inside an entry it says that the entry before it was never closed.
  private var beginsEntryLine: Bool {
    guard peek == UInt8(ascii: "@") else { return false }
    var before = position - 1
    while before >= 0, bytes[before] == 32 || bytes[before] == 9 { before -= 1 }
    guard before < 0 || bytes[before] == 10 || bytes[before] == 13 else { return false }
    var index = position + 1
    let name = index
    while index < bytes.count, BibTeXReader.isLetter(bytes[index]) { index += 1 }
    guard index > name else { return false }
    while index < bytes.count, BibTeXReader.isSpace(bytes[index]) { index += 1 }
    return index < bytes.count
      && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }

  // MARK: One entry

  /// Nil for what is none: `@comment`, `@preamble`, `@string`.
  private mutating func entry(key: inout String?) throws(BibTeX.Problem) -> BibTeX.Entry? {
    let startLine = line
    advance()
    skipSpace()
    let type = name().lowercased()
    skipSpace()
    guard !type.isEmpty else { return nil }
    if type == "comment" { return nil }
    guard let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      // An address, as in `li@example.com`.
      return nil
    }
    advance()
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    if type == "preamble" {
      _ = try value(until: close)
      try end(close)
      return nil
    }
    if type == "string" {
      for (name, text) in try fields(until: close) { macros[name] = text }
      return nil
    }
    skipSpace()
    let typed = take { $0 != UInt8(ascii: ",") && $0 != close && $0 != 10 && $0 != 13 }
    key = typed.isEmpty ? nil : typed
    skipSpace()
    guard peek != UInt8(ascii: "=") else { throw .malformed }
    if peek == UInt8(ascii: ",") { advance() } else if peek != close { throw unexpected }
    let fields = try fields(until: close)
    return BibTeX.Entry(
      type: type, key: typed, line: startLine,
      fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
  }

  /// Ends behind the closing brace.
  private mutating func fields(
    until close: UInt8
  ) throws(BibTeX.Problem) -> [(name: String, text: String)] {
    var fields: [(name: String, text: String)] = []
    while true {
      skipSpace()
      while peek == UInt8(ascii: ",") {
        advance()
        skipSpace()
      }
      if peek == close {
        advance()
        return fields
      }
      guard !beginsEntryLine else { throw .unclosed }
      let name = name().lowercased()
      skipSpace()
      guard !name.isEmpty, peek == UInt8(ascii: "=") else { throw unexpected }
      advance()
      // Where the comma behind it was forgotten, the next name says so.
      fields.append((name, try value(until: close)))
    }
  }

  /// `{…}`, `"…"`, a number or a macro, joined by `#`.
  private mutating func value(until close: UInt8) throws(BibTeX.Problem) -> String {
    var text = ""
    while true {
      skipSpace()
      switch peek {
      case UInt8(ascii: "{"):
        advance()
        text += try braced(until: UInt8(ascii: "}"))
      case UInt8(ascii: "\""):
        advance()
        text += try braced(until: UInt8(ascii: "\""))
      default:
        let word = name()
        guard !word.isEmpty else { throw unexpected }
        text += macros[word.lowercased()] ?? word
      }
      skipSpace()
      guard peek == UInt8(ascii: "#") else { return text }
      advance()
    }
  }

  /// To the `end` that stands outside all braces, which is left behind.
  private mutating func braced(until end: UInt8) throws(BibTeX.Problem) -> String {
    let start = position
    var depth = 0
    while let byte = peek {
      if byte == end, depth == 0 {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        advance()
        return text
      }
      switch byte {
      case UInt8(ascii: "\\"): advance()
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "@") where beginsEntryLine: throw .unclosed
      default: break
      }
      guard depth >= 0 else { throw .malformed }
      advance()
    }
    throw .unclosed
  }

  private mutating func end(_ close: UInt8) throws(BibTeX.Problem) {
    skipSpace()
    guard peek == close else { throw unexpected }
    advance()
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// What is wrong where something else was to stand.
  private var unexpected: BibTeX.Problem { peek == nil || beginsEntryLine ? .unclosed : .malformed }

  private mutating func advance() {
    guard position < bytes.count else { return }
    if bytes[position] == 10 { line += 1 }
    position += 1
  }

  private mutating func skipSpace() {
    while let byte = peek, BibTeXReader.isSpace(byte) { advance() }
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek, belongs(byte) { advance() }
    let text = bytes[start..<position]
    let last = text.lastIndex { !BibTeXReader.isSpace($0) }
    return last.map { String(decoding: text[...$0], as: UTF8.self) } ?? ""
  }

  /// A name of a type, a field or a macro, or a number.
  private mutating func name() -> String {
    take { byte in
      !BibTeXReader.isSpace(byte) && !"\"#%'(),={}\\@".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
