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

  /// The first line that is no UTF-8, from 1; 1 where there is none.
  var firstInvalidLine: Int {
    let lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }
}
