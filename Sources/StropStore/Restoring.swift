import Foundation
import GRDB
package import StropCore

/// What a database holds, in short.
package struct Holdings: Hashable, Sendable {
  /// Entries of the journal.
  package let entries: Int
  /// The day of the check-in that was recorded last; nil where there is none.
  package let lastCheckIn: Day?

  package init(entries: Int, lastCheckIn: Day?) {
    self.entries = entries
    self.lastCheckIn = lastCheckIn
  }
}

extension Store {
  /// What the database at `path` holds, of whichever schema; nothing is changed.
  ///
  /// - Throws: `StoreError`.
  package static func holdings(of path: String) throws -> Holdings {
    guard exists(at: path) else { throw StoreError.missing }
    return try StoreError.translating {
      try DatabaseQueue(path: path, configuration: waiting(for: path, readonly: true)).inDatabase {
        db in
        guard try Schema.version(db) > 0 else { return Holdings(entries: 0, lastCheckIn: nil) }
        return Holdings(
          entries: try Int.fetchOne(db, sql: "SELECT count(*) FROM journal") ?? 0,
          lastCheckIn: try String.fetchOne(
            db,
            sql: """
              SELECT json_extract(fields, '$.when.day') AS day FROM journal
              WHERE subject GLOB 'checkin/*' AND day IS NOT NULL
              ORDER BY clock DESC, device DESC, seq DESC LIMIT 1
              """
          ).flatMap { Day(iso: $0) })
      }
    }
  }

  /// Puts what `copy` (see `verify`) holds in the place of what the database at `path` does, by SQLite's
  /// backup interface, while other processes wait. `copy` stays as it is.
  ///
  /// `keep`: told how many entries the database has that `copy` lacks, nil where damage keeps that from
  /// being known; it copies the database by `backUp`, or throws, and then nothing is changed. Not called where
  /// there is nothing: no file, an empty one. `tell`: told how far it has come.
  /// - Throws: `StoreError`; `.foreign` where `path` is another program's database.
  package static func restore(
    _ copy: String, over path: String, telling tell: @escaping (WorkProgress) -> Void = { _ in },
    keeping keep: (_ lacking: Int?, _ backUp: (_ destination: String) throws -> Void) throws -> Void
  ) throws {
    if !exists(at: path) { try createFile(path) }
    try StoreError.translating {
      let queue = try DatabaseQueue(path: path, configuration: waiting(for: path))
      try queue.inDatabase { db in
        let isEmpty = try Schema.version(db) == 0
        // In exclusive mode SQLite keeps the lock that it has until the connection ends: nothing can be
        // recorded between the comparison and the copying. The lock is taken before, since in that mode two
        // that wait for each other would both keep what they have.
        try db.execute(sql: "BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE; COMMIT")
        if !isEmpty { try keep(lacking(copy, db)) { try Store.copy(db, to: $0, telling: tell) } }
        try DatabaseQueue(path: copy, configuration: waiting(for: copy, readonly: true)).inDatabase
        {
          try backUp($0, to: db, telling: tell)
        }
      }
      try queue.close()
    }
  }

  /// How many entries of the journal `copy` does not have; nil where the journal is damaged.
  private static func lacking(_ copy: String, _ db: Database) throws -> Int? {
    try db.execute(sql: "ATTACH ? AS copy", arguments: [copy])
    defer { try? db.execute(sql: "DETACH copy") }
    do {
      return try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM main.journal m WHERE NOT EXISTS (
            SELECT 1 FROM copy.journal c WHERE c.device = m.device AND c.seq = m.seq)
          """) ?? 0
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return nil
    }
  }

  /// Makes sure that `path` is a whole database of strop's that this program can read.
  ///
  /// `tell`: told how far it has come.
  /// - Throws: `StoreError`.
  package static func verify(
    _ path: String, telling tell: @escaping (WorkProgress) -> Void = { _ in }
  ) throws {
    guard exists(at: path) else { throw StoreError.missing }
    try StoreError.translating {
      try DatabaseQueue(path: path, configuration: waiting(for: path, readonly: true)).inDatabase {
        db in
        guard try Schema.version(db) > 0 else { throw StoreError.foreign }
        try checkIntegrity(db, telling: tell)
      }
    }
  }
}

// What SQLite leaves in files, without opening them.
extension Store {
  /// In bytes; 0 where there is no file.
  package static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Whether a file begins as SQLite's do.
  package static func isDatabase(at path: String) -> Bool {
    beginning(of: path, 16) == Data("SQLite format 3\0".utf8)
  }

  /// Whether a journal of SQLite's lies beside `path` that is of a database with something in it: that of a
  /// first run which another process is at says that it began with none.
  package static func hasJournal(besides path: String) -> Bool {
    if size(of: path + "-wal") > 0 { return true }
    // https://www.sqlite.org/fileformat.html#the_rollback_journal: eight bytes that mark it, and from the
    // 16th on four with the pages that the database had.
    let header = beginning(of: path + "-journal", 20)
    let mark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
    return header.count == 20 && header.starts(with: mark) && header.suffix(4) != Data(count: 4)
  }

  /// The database, and what SQLite may keep beside it.
  package static func files(of path: String) -> [String] {
    ["", "-journal", "-wal", "-shm"].map { path + $0 }
  }

  /// Moves a file, and what SQLite keeps beside it; what is empty or not there stays.
  ///
  /// - Throws: `StoreError.unreadable`.
  package static func move(_ path: String, to destination: String) throws {
    for (file, other) in zip(files(of: path), files(of: destination)) where size(of: file) > 0 {
      guard rename(file, other) == 0 else {
        throw StoreError.unreadable(String(cString: strerror(errno)))
      }
    }
  }

  private static func beginning(of path: String, _ count: Int) -> Data {
    FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: count) } ?? Data()
  }
}
