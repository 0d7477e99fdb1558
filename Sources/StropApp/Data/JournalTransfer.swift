package import Foundation
package import StropCore
import StropStore

extension Strop {
  /// The journal's lines, each with its newline, in the order in which they count.
  ///
  /// All at once, though it may be a hundred megabytes: while somebody reads them one by one in `less`, the
  /// database would be held, and check-ins elsewhere would fail.
  package func export() throws -> String {
    var text = ""
    try read { reader in try reader.eachLine { text += $0.text + "\n" } }
    return text
  }

  /// Takes in an exported journal, all of it or nothing, after a copy of what is here.
  ///
  /// - Throws: `Failure.badImport` with the line at fault.
  package func importJournal(_ data: Data) throws -> ImportSummary {
    if let encoding = Strop.encoding(data) { throw Failure.badImport(.encoded(as: encoding)) }
    // A byte order mark is no part of the text, though editors write one.
    let data = data.starts(with: [0xef, 0xbb, 0xbf]) ? data.dropFirst(3) : data
    guard let text = String(validating: data, as: UTF8.self) else {
      let line = Strop.firstInvalidLine(data)
      throw Failure.badImport(.malformed(line: line, .notJSON))
    }
    return try environment.showingProgress { try importJournal(text, telling: $0) }
  }

  private func importJournal(
    _ text: String, telling tell: @escaping (WorkProgress) -> Void
  ) throws -> ImportSummary {
    let bringsSomething = text.utf8.contains { $0 != UInt8(ascii: "\n") }
    let mustCopy = try bringsSomething && read { try $0.journalCount() > 0 }
    let copy = mustCopy ? try backUp(telling: tell) : nil
    do {
      return try write { transaction in
        var summary = try transaction.importLines(of: text, telling: tell)
        summary.copy = copy
        if summary.taken > 0 { try rememberImport(copy: copy, transaction) }
        return summary
      }
    } catch let error as ImportError {
      throw Failure.badImport(error)
    }
  }

  /// What a file begins as that is no text of ours; nil where it may be.
  static func encoding(_ data: Data) -> String? {
    switch data.prefix(2) {
    case Data([0x1f, 0x8b]): "gzip"
    case Data([0xff, 0xfe]), Data([0xfe, 0xff]): "UTF-16"
    default: nil
    }
  }

  /// The first line of a file that is no UTF-8, from 1; 1 where there is none.
  static func firstInvalidLine(_ data: Data) -> Int {
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }

  /// Throws all rows away and folds the journal again.
  package func rebuild() throws {
    try environment.showingProgress { tell in try write { try $0.rebuild(telling: tell) } }
  }
}
