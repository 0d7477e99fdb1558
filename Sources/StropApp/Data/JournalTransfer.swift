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
    if let encoding = data.foreignEncoding { throw Failure.badImport(.encoded(as: encoding)) }
    guard let text = data.text else {
      throw Failure.badImport(.malformed(line: data.firstInvalidLine, .notJSON))
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

  /// Throws all rows away and folds the journal again.
  package func rebuild() throws {
    try environment.showingProgress { tell in try write { try $0.rebuild(telling: tell) } }
  }
}
