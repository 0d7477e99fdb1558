/// Comma-separated values in UTF-8, as RFC 4180 has them; lines may end as on any system.
package enum CSV {
  package struct Record: Hashable, Sendable {
    /// Of its beginning in the file, from 1.
    package let line: Int
    package let cells: [String]
    /// Whether each quotation mark that opens a cell is closed; where one is not, the cell is all of the rest.
    package let isClosed: Bool
  }

  /// A record with its end of line.
  package static func line(_ cells: [String]) -> String {
    // An empty line would be none.
    cells == [""] ? "\"\"\n" : cells.map(quoted).joined(separator: ",") + "\n"
  }

  /// A cell in quotation marks where it needs them.
  private static func quoted(_ cell: String) -> String {
    // By scalars: a carriage return and a line feed are one character.
    let needsMarks = cell.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return needsMarks ? "\"" + cell.escaping([("\"", "\"\"")]) + "\"" : cell
  }

  /// The records of a text; empty lines are none. A quotation mark inside a cell that does not begin with one stands
  /// for itself.
  package static func records(_ text: String) -> [Record] {
    var reader = CSVReader(text)
    var records: [Record] = []
    while let record = reader.next() { records.append(record) }
    return records
  }
}

private struct CSVReader {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  private static let comma = UInt8(ascii: ",")
  private static let mark = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ text: String) { bytes = Array(text.utf8) }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var isAtLineEnd: Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

  private mutating func skipLineEnd() {
    let isReturn = byte == Self.carriageReturn
    index += 1
    if isReturn, byte == Self.lineFeed { index += 1 }
    line += 1
  }

  mutating func next() -> CSV.Record? {
    while isAtLineEnd { skipLineEnd() }
    guard byte != nil else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      let (cell, isClosed) = byte == Self.mark ? markedCell() : (plainCell(), true)
      cells.append(cell)
      guard byte == Self.comma else {
        if isAtLineEnd { skipLineEnd() }
        return CSV.Record(line: start, cells: cells, isClosed: isClosed)
      }
      index += 1
    }
  }

  /// Up to the next comma or the end of the line.
  private mutating func plainCell() -> String {
    let start = index
    while let byte, byte != Self.comma, !isAtLineEnd { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// In quotation marks; what stands between the last of them and the comma belongs to it.
  private mutating func markedCell() -> (text: String, isClosed: Bool) {
    index += 1
    var text: [UInt8] = []
    while let byte {
      if byte == Self.mark {
        index += 1
        guard self.byte == Self.mark else {
          return (String(decoding: text, as: UTF8.self) + plainCell(), true)
        }
      } else if byte == Self.lineFeed
        || byte == Self.carriageReturn
          && (index + 1 >= bytes.count || bytes[index + 1] != Self.lineFeed)
      {
        line += 1
      }
      text.append(byte)
      index += 1
    }
    return (String(decoding: text, as: UTF8.self), false)
  }
}
