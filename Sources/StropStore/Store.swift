import Foundation
import GRDB
import GRDBSQLite
package import StropCore

/// The database: the journal, the rows folded from it, the curriculum, and facts local to this machine.
///
/// Every write is one immediate transaction; its transaction type is the only way to write.
package final class Store: Sendable {
  package let path: String
  private let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Opens the database at `path`, bringing an older one up to date.
  ///
  /// `create`: make a new one (mode 0600, in directories of mode 0700) where there is none.
  /// `beforeChange`: called with the store before one that holds something is brought up to date; `tell`: told
  /// how far that has come.
  /// - Throws: `StoreError`.
  package static func open(
    _ path: String, create: Bool, beforeChange: (Store) -> Void = { _ in },
    telling tell: @escaping (WorkProgress) -> Void = { _ in }
  ) throws -> Store {
    if !exists(at: path) {
      guard create else { throw StoreError.missing }
      try createFile(path)
    } else {
      try refuseOthers(path)
      if create { makePrivate(path) }
    }
    return try StoreError.translating {
      let store = Store(
        path: path, queue: try DatabaseQueue(path: path, configuration: waiting(for: path)))
      let (version, isCurrent) = try store.queue.read { db in
        let version = try Schema.version(db)
        return (version, try version > 0 && Schema.isCurrent(db))
      }
      if !isCurrent {
        if version > 0 { beforeChange(store) }
        try store.queue.writeWithoutTransaction(prepareToWrite)
        try store.queue.inTransaction(.immediate) { db in
          try Schema.bringUpToDate(db, telling: tell)
          return .commit
        }
      }
      return store
    }
  }

  /// Whether there is nothing at `path`, where something could be: no dangling link, no name inside a file.
  package static func isFree(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 && errno == ENOENT
  }

  /// How databases are opened: each command waits for another's lock.
  static func waiting(for path: String, readonly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback(Waiting(for: path).goOn)
    configuration.readonly = readonly
    // By it GRDB follows what each statement reads and writes, for observers, which strop has none of; it is a
    // third of what compiling one costs (docs/performance.md).
    configuration.prepareDatabase { sqlite3_set_authorizer($0.sqliteConnection, nil, nil) }
    return configuration
  }

  /// An empty database in memory, gone with its last use, that stands for the one at `path`.
  package static func temporary(for path: String) throws -> Store {
    try StoreError.translating {
      let store = Store(path: path, queue: try DatabaseQueue())
      try store.queue.write { try Schema.bringUpToDate($0) }
      return store
    }
  }

  /// Whether there is a file at `path`.
  package static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Refuses another user's file: root, who could write into it, would leave journals there that its user cannot touch;
  /// and what another user can change is no history to trust.
  ///
  /// - Throws: `StoreError.othersFile`.
  package static func refuseOthers(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_uid != geteuid() else { return }
    throw StoreError.othersFile(owner: status.st_uid)
  }

  /// What is made of an empty file is for its user's eyes alone, as a new one is.
  private static func makePrivate(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 else {
      return
    }
    chmod(path, 0o600)
  }

  /// SQLite would create the file with the mode that the umask leaves.
  static func createFile(_ path: String) throws {
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.unreadable("cannot make the directory \(directory)")
    }
    let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      switch errno {
      case ENOSPC, EDQUOT: throw StoreError.full
      case EROFS, EACCES, EPERM: throw StoreError.readOnly
      default: throw StoreError.unreadable(String(cString: strerror(errno)))
      }
    }
    // The umask may have taken more than group and others.
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  /// Reads what one moment of the database holds.
  package func read<Result>(_ body: (Reader) throws -> Result) throws -> Result {
    try StoreError.translating {
      try queue.unsafeRead { db in
        var result: Result?
        try db.inTransaction(.deferred) {
          result = try body(Reader(db: db))
          return .commit
        }
        guard let result else { throw StoreError.other("the read was rolled back") }
        return result
      }
    }
  }

  /// Reads and writes in one immediate transaction: all of it is kept, or, where `body` throws, none.
  package func write<Result>(
    as author: Author, _ body: (Transaction) throws -> Result
  ) throws -> Result {
    try StoreError.translating {
      try queue.unsafeReentrantWrite { db in
        if !db.isInsideTransaction { try Store.prepareToWrite(db) }
        var result: Result?
        try db.inTransaction(.immediate) {
          let transaction = try Transaction(db: db, author: author)
          result = try body(transaction)
          return .commit
        }
        guard let result else { throw StoreError.other("the write was rolled back") }
        return result
      }
    }
  }

  /// Tries to write into the database at `path` and beside it, and leaves nothing of that behind.
  ///
  /// - Throws: `StoreError`.
  package static func probeWriting(_ path: String) throws {
    let probe = "\(path).\(UUID().uuidString).probe"
    defer { unlink(probe) }
    try createFile(probe)
    let file = Glibc.open(probe, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw StoreError.unreadable(String(cString: strerror(errno))) }
    defer { close(file) }
    let room = [UInt8](repeating: 1, count: probedRoom)
    let written = Glibc.write(file, room, room.count)
    // What is written in part is not written to its end for want of room.
    if (0..<room.count).contains(written) { throw StoreError.full }
    guard written == room.count, fsync(file) == 0 else {
      throw errno == ENOSPC || errno == EDQUOT
        ? StoreError.full : .unreadable(String(cString: strerror(errno)))
    }
    guard size(of: path) > 0 else { return }
    try StoreError.translating {
      try DatabaseQueue(path: path, configuration: waiting(for: path)).inDatabase { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        defer { try? db.execute(sql: "ROLLBACK") }
        try Schema.setLocal("probe", "", db)
      }
    }
  }

  /// What recording may take for its journal and its pages, in bytes.
  private static let probedRoom = 1 << 18

  /// Makes what is written durable, in one file that copies and that works on network homes. Reading needs
  /// none of it; and a file must be known to be strop's before, since this takes it out of WAL mode.
  private static func prepareToWrite(_ db: Database) throws {
    try db.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
  }

  /// Copies the database to `destination` with SQLite's online backup, mode 0600, and checks the copy.
  ///
  /// The copy has no device: opened as a database, it gets a new one, so that no two write as one.
  ///
  /// `tell`: told how far it has come.
  /// - Throws: `StoreError`; `.exists` where `destination` is taken, which is then left alone.
  package func backUp(
    to destination: String, telling tell: @escaping (WorkProgress) -> Void = { _ in }
  ) throws {
    try StoreError.translating {
      try queue.inDatabase { try Store.copy($0, to: destination, telling: tell) }
    }
  }

  /// See `backUp`.
  static func copy(
    _ db: Database, to destination: String, telling tell: @escaping (WorkProgress) -> Void
  ) throws {
    let partial = "\(destination).\(UUID().uuidString).partial"
    defer {
      unlink(partial)
      unlink(partial + "-journal")
    }
    try createFile(partial)
    let copy = try DatabaseQueue(path: partial)
    try copy.inDatabase { copied in
      try backUp(db, to: copied, telling: tell)
      // TRUNCATE would leave an empty journal of the partial file behind.
      try copied.execute(sql: "PRAGMA journal_mode = DELETE")
      try DeviceFact.retire(in: copied)
      try checkIntegrity(copied, telling: tell)
    }
    try copy.close()
    try place(partial, at: destination)
  }

  /// Copies all of one database over another, as it is at one moment.
  static func backUp(
    _ db: Database, to other: Database, telling tell: @escaping (WorkProgress) -> Void
  ) throws {
    try db.inTransaction(.deferred) {
      // This reads the file, and so keeps others from writing, which between two steps would start the copy over.
      try db.execute(sql: "SELECT 1 FROM sqlite_schema")
      let pageSize = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      try db.backup(to: other, pagesPerStep: pagesPerStep) { progress in
        tell(
          WorkProgress(
            .copying, Int64(progress.completedPageCount) * pageSize,
            of: Int64(progress.totalPageCount) * pageSize))
      }
      return .commit
    }
  }

  /// How many pages are copied before progress is told: 4 MB in SQLite's usual pages.
  private static let pagesPerStep: CInt = 1_024

  /// - Throws: `StoreError.damaged`.
  static func checkIntegrity(_ db: Database, telling tell: @escaping (WorkProgress) -> Void) throws
  {
    let size = try Int64.fetchOne(
      db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    tell(WorkProgress(.checking, 0, of: size ?? 0))
    let verdict = try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? ""
    guard verdict == "ok" else { throw StoreError.damaged(verdict) }
  }

  /// Gives a file another name, unless that is taken.
  ///
  /// The name is taken first, since a rename alone would replace what another process put there, and a link,
  /// which would not, is nothing that exFAT or every network mount has.
  private static func place(_ file: String, at destination: String) throws {
    let descriptor = Glibc.open(destination, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? StoreError.exists : .unreadable(String(cString: strerror(errno)))
    }
    close(descriptor)
    guard rename(file, destination) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(destination)
      throw StoreError.unreadable(reason)
    }
  }
}

/// Who writes: what an entry records beside the change itself.
package struct Author: Sendable {
  package let now: Instant
  package let zone: String
  /// Tells machines apart, so that a copied database gets a device of its own; nil where unknown.
  package let machine: String?
  package let random: @Sendable () -> String

  /// `random`: makes a new id (see `Identifier`).
  package init(
    now: Instant, zone: String, machine: String?, random: @escaping @Sendable () -> String
  ) {
    self.now = now
    self.zone = zone
    self.machine = machine
    self.random = random
  }
}
