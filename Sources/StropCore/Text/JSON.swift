/// A JSON value whose objects keep the order of their names, and its text (RFC 8259).
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  case string(String)
  case array([JSON])
  case object([(name: String, value: JSON)])

  package static func number(_ integer: Int) -> JSON { .integer(Int64(integer)) }
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  /// Null for no text.
  package static func filled(_ text: String) -> JSON { text.isEmpty ? .null : .string(text) }
  package static func optional(_ integer: Int?) -> JSON { integer.map(JSON.number) ?? .null }
  package static func optional(_ real: Double?) -> JSON { real.map(JSON.real) ?? .null }
  package static func optional(_ bool: Bool?) -> JSON { bool.map(JSON.bool) ?? .null }

  /// On one line, without spaces. A number that JSON cannot write (infinite, not a number) is null.
  package var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// Over several lines, indented by two spaces: for people and pipes alike.
  package var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  /// JSON text that says the same, without characters in it that a terminal would obey: control characters,
  /// separators of lines, and what turns the direction of a line.
  package static func escapingControls(_ text: String) -> String {
    // Each of them begins with one of three bytes.
    guard text.utf8.contains(where: { $0 == 0x7f || $0 == 0xc2 || $0 == 0xe2 }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      // Those of ASCII stand between its parts, and never in a string.
      if !scalar.isASCII || scalar == "\u{7f}", scalar.isTerminalControl {
        escaped += escape(scalar)
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .real(let real): text += JSON.number(real)
    case .string(let string): JSON.quote(string, into: &text)
    case .array(let values):
      JSON.write(values, "[", "]", to: &text, indent: indent) { value, indent, text in
        value.write(to: &text, indent: indent)
      }
    case .object(let members):
      JSON.write(members, "{", "}", to: &text, indent: indent) { member, indent, text in
        JSON.quote(member.name, into: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, indent: Int?,
    element write: (Element, Int?, inout String) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: " ", count: inner) }
      write(element, inner, &text)
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func number(_ real: Double) -> String {
    guard real.isFinite else { return "null" }
    if real == real.rounded(), abs(real) < 1e15 { return String(Int64(real)) }
    return real.description
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    defer { text += "\"" }
    // Most are as they stand, which their bytes tell sooner than their characters.
    guard string.utf8.contains(where: \.mayNeedEscape) else { return text += string }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isTerminalControl:
        text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension UInt8 {
  /// Whether a text with this byte has to be looked through before it stands between quotation marks.
  fileprivate var mayNeedEscape: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    case 0x20..<0x7f: false
    default: true
    }
  }
}
