import Foundation

// Files that are to be text in UTF-8.
extension Data {
  /// Without the byte order mark that some editors write, and that is no part of the text.
  var withoutByteOrderMark: Data { starts(with: [0xef, 0xbb, 0xbf]) ? dropFirst(3) : self }

  /// What it begins as that is no UTF-8; nil where it may be.
  var foreignEncoding: String? {
    switch prefix(2) {
    case Data([0x1f, 0x8b]): "gzip"
    case Data([0xff, 0xfe]), Data([0xfe, 0xff]): "UTF-16"
    default: nil
    }
  }

  /// The text, without a byte order mark; nil where it is no UTF-8, or holds a zero, behind which SQLite reads nothing.
  var text: String? {
    holdsZero ? nil : String(validating: withoutByteOrderMark, as: UTF8.self)
  }

  /// Whether some byte of it is zero, as in no text.
  var holdsZero: Bool { withUnsafeBytes { $0.contains(0) } }

  /// The first line for which it has no `text`, from 1; 1 where there is none.
  var firstInvalidLine: Int {
    let lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { $0.text == nil } ?? 0)
  }
}
