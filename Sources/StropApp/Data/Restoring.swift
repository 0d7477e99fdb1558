import Foundation
package import StropCore
import StropStore

extension Strop {
  /// The copies of the database, newest first, whatever state it is in itself.
  package func copies() -> CopyList {
    CopyList(
      copies: Backups(databasePath: store.path).all.map(copy), zone: zone, today: today,
      option: environment.option(for: store.path))
  }

  /// Puts a copy in the place of the database, which is kept, as another copy where it can be read.
  ///
  /// `name`: a file among the copies, or any path; `force`: though the database has entries that the copy
  /// lacks.
  /// - Throws: `Failure.unknownCopy`, `.restoreLoses`, `.store`.
  package func restore(_ name: String, force: Bool) throws -> RestoreReceipt {
    try environment.showingProgress { try restore(name, force: force, telling: $0) }
  }

  private func restore(
    _ name: String, force: Bool, telling tell: @escaping (WorkProgress) -> Void
  ) throws -> RestoreReceipt {
    let path = store.path
    let source = try copyPath(name)
    try Strop.naming(source) { try Store.verify(source, telling: tell) }
    let kept = try Strop.naming(path) {
      try Store.refuseOthers(path)
      var kept = try setAside(path)
      try Store.restore(source, over: path, telling: tell) { lacking, backUp in
        if let lacking, lacking > 0, !force {
          throw Failure.restoreLoses(
            entries: lacking, copy: name, option: environment.option(for: path))
        }
        kept = try lacking == nil ? copyAsItIs(path) : keep(path, backUp)
      }
      return kept
    }
    return RestoreReceipt(
      copy: copy(source), kept: kept, today: today,
      option: environment.option(for: path))
  }

  /// Says of which file the store speaks.
  private static func naming<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as StoreError {
      throw Failure.store(error, path: path, restoring: nil)
    }
  }

  /// Copies what is to be replaced to the other copies, or as it is where it is damaged.
  private func keep(
    _ path: String, _ backUp: (_ destination: String) throws -> Void
  ) throws -> String {
    let copy = Backups(databasePath: path).path(at: environment.now)
    do {
      try backUp(copy)
      return copy
    } catch StoreError.damaged {
      return try copyAsItIs(path)
    }
  }

  private func copy(_ path: String) -> DatabaseCopy {
    let name = (path as NSString).lastPathComponent
    let holdings = try? Store.holdings(of: path)
    return DatabaseCopy(
      path: path, name: name, made: Backups.moment(of: name), entries: holdings?.entries,
      lastCheckIn: holdings?.lastCheckIn)
  }

  private func copyPath(_ name: String) throws -> String {
    let copies = Backups(databasePath: store.path).all
    if let copy = copies.first(where: { ($0 as NSString).lastPathComponent == name }) {
      return copy
    }
    let path = environment.absolute(name)
    guard Store.exists(at: path) else {
      throw Failure.unknownCopy(
        name, hasCopies: !copies.isEmpty, option: environment.option(for: store.path))
    }
    return path
  }

  /// Moves what is no database out of the way.
  ///
  /// - Returns: where the file is now; nil where there was none, or where it is a database.
  private func setAside(_ path: String) throws -> String? {
    guard !Store.isDatabase(at: path) else { return nil }
    let aside = path + ".damaged-" + Backups.stamp(environment.now)
    try Store.move(path, to: aside)
    return Store.exists(at: aside) ? aside : nil
  }

  /// Copies the file as it is, for one that is damaged. Closing it gives SQLite's lock on it up, since POSIX
  /// locks are a process's; but nobody records into what is damaged.
  private func copyAsItIs(_ path: String) throws -> String {
    let aside = path + ".damaged-" + Backups.stamp(environment.now)
    do {
      try FileManager.default.copyItem(atPath: path, toPath: aside)
    } catch {
      throw Failure.fileUnwritable(path: aside)
    }
    return aside
  }

  /// Refuses to take a file that went missing, or was emptied, for a first run.
  ///
  /// - Throws: `Failure.vanished` where copies of it are there, or a journal of SQLite's own.
  static func refuseVanished(_ path: String, _ environment: Environment) throws {
    guard Store.size(of: path) == 0 else { return }
    let newest = Backups(databasePath: path).newestGood(now: environment.now)
    guard newest != nil || Store.hasJournal(besides: path) else { return }
    throw Failure.vanished(
      path: environment.abbreviated(path), isEmpty: Store.exists(at: path),
      restoring: environment.restoring(newest, path))
  }
}

extension Environment {
  /// The command that brings a copy back; nil without one.
  func restoring(_ copy: String?, _ path: String) -> String? {
    copy.map { "strop restore\(option(for: path)) " + ($0 as NSString).lastPathComponent }
  }

  /// What a command line needs to be about the database at `path`: ` --db PATH`, or nothing for the usual one.
  func option(for path: String) -> String {
    path == databasePath(option: nil) ? "" : " --db " + abbreviated(path)
  }
}
