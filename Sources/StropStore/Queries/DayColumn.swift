package import GRDB
import GRDBSQLite
package import StropCore

// Days are read by the thousand, so without a String for each.
extension Day: DatabaseValueConvertible, StatementColumnConvertible {
  package init?(sqliteStatement: SQLiteStatement, index: CInt) {
    guard let text = sqlite3_column_text(sqliteStatement, index) else { return nil }
    let length = Int(sqlite3_column_bytes(sqliteStatement, index))
    self.init(utf8: UnsafeBufferPointer(start: text, count: length))
  }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
    String.fromDatabaseValue(value).flatMap { Day(iso: $0) }
  }

  package var databaseValue: DatabaseValue { iso.databaseValue }
}
