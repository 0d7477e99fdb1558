import GRDB
import StropCore

extension StoreError {
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_NOTADB: self = .foreign
    case .SQLITE_CORRUPT: self = .damaged(error.message ?? "")
    // What only a database says whose bytes have changed: the journal's JSON, its own schema, its types.
    case .SQLITE_ERROR where StoreError.tellsOfDamage(error.message ?? ""),
      .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_SCHEMA:
      self = .damaged(error.message ?? "")
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .unreadable(error.message ?? "")
    default: self = .other(error.message ?? "\(error.resultCode)")
    }
  }

  /// Of a row that holds nothing, or something else, where its table says that something must be.
  static let lacking = "a row lacks what it must hold"

  private static func tellsOfDamage(_ message: String) -> Bool {
    message.hasPrefix("malformed") || message.hasPrefix("no such ")
      || message.hasPrefix("unsupported file format") || message.contains("has no column named")
  }

  /// Runs `body`, with errors of SQLite, and rows without what they must hold, turned into `StoreError`.
  static func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error)
    } catch is RowDecodingError {
      throw StoreError.damaged(lacking)
    }
  }
}
