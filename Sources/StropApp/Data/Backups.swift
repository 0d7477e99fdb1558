import Foundation
import StropCore
import StropStore

/// The copies of a database, in `backups/` beside it.
package struct Backups: Sendable {
  /// How many are kept.
  package static let kept = 14

  package let directory: String
  /// Begins the name of every copy, so that two databases in one directory keep theirs apart.
  private let prefix: String

  package init(databasePath: String) {
    let database = URL(fileURLWithPath: databasePath)
    directory = database.deletingLastPathComponent().appending(path: "backups").path
    prefix = database.deletingPathExtension().lastPathComponent + "-"
  }

  /// Whole paths, newest first.
  package var all: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: directory)
    // Without the suffix, so that a second's `…Z-2` comes after its `…Z`, and `…Z-10` after both.
    let stems: [String] = (files ?? []).filter { isCopy($0) }
      .map { (file: String) in String(file.dropLast(3)) }
    let newestFirst: [String] = stems.sorted { (left: String, right: String) in
      left.compare(right, options: .numeric) == .orderedDescending
    }
    return newestFirst.map { (stem: String) in "\(directory)/\(stem).db" }
  }

  package var newest: String? { all.first }

  /// Whether a file's name is `PREFIX20261123T133005Z….db`.
  private func isCopy(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(".db") else { return false }
    let stamp = name.dropFirst(prefix.count).prefix(16)
    return stamp.count == 16 && stamp.hasSuffix("Z") && stamp.dropLast().allSatisfy(\.isStamp)
  }

  /// A path for a copy made at `instant`: `strop-20261123T133005Z.db`, with a number where that is
  /// taken.
  func path(at instant: Instant) -> String {
    let stamp: String = instant.utc.prefix(19).filter { $0 != "-" && $0 != ":" }
    let base = "\(directory)/\(prefix)\(stamp)Z"
    var path = "\(base).db"
    var number = 1
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = "\(base)-\(number).db"
    }
    return path
  }

  /// Deletes all but the newest and the one just made, whatever its name says of the clock.
  func prune(keeping made: String, now: Instant) {
    for path in all.filter({ $0 != made }).dropFirst(Backups.kept - 1) {
      // Another process may have deleted it already.
      try? FileManager.default.removeItem(atPath: path)
    }
    for path in abandoned(now: now) { try? FileManager.default.removeItem(atPath: path) }
  }

  /// What copies that were cut short left behind, once no process can be at work on it any more.
  private func abandoned(now: Instant) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let dayAgo = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000 - 86_400)
    return files.filter { $0.hasPrefix(prefix) && $0.contains(".partial") }
      .map { (file: String) in "\(directory)/\(file)" }
      .filter { path in
        let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        return (changed as? Date).map { $0 < dayAgo } ?? false
      }
  }
}

extension Character {
  fileprivate var isStamp: Bool { isASCII && (isNumber || self == "T") }
}

extension Backups {
  /// Copies the database into `backups/`, checks the copy, and keeps the newest 14.
  ///
  /// - Returns: the copy's path.
  /// - Throws: `Failure.store`.
  func make(of store: Store, now: Instant) throws -> String {
    while true {
      let path = path(at: now)
      do {
        try store.backUp(to: path)
        prune(keeping: path, now: now)
        return path
      } catch StoreError.exists {
        continue
      } catch let error as StoreError {
        throw Failure.store(error, path: path, backup: nil)
      }
    }
  }
}

extension Strop {
  /// Copies the database into `backups/`.
  ///
  /// - Returns: the copy's path.
  package func backUp() throws -> String {
    try Backups(databasePath: store.path).make(of: store, now: environment.now)
  }
}
