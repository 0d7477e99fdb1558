import Foundation
import StropCore
import StropStore

/// The copies of a database, in `backups/` beside it.
package struct Backups: Sendable {
  /// How many are kept.
  package static let kept = 14

  package let directory: String

  package init(databasePath: String) {
    directory =
      URL(fileURLWithPath: databasePath).deletingLastPathComponent()
      .appending(path: "backups").path
  }

  /// Whole paths, newest first.
  package var all: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: directory)
    // Without the suffix, so that a second's `…Z-2` comes after its `…Z`, and `…Z-10` after both.
    let stems: [String] = (files ?? []).filter { $0.hasPrefix("strop-") && $0.hasSuffix(".db") }
      .map { (file: String) in String(file.dropLast(3)) }
    let newestFirst: [String] = stems.sorted { (left: String, right: String) in
      left.compare(right, options: .numeric) == .orderedDescending
    }
    return newestFirst.map { (stem: String) in "\(directory)/\(stem).db" }
  }

  package var newest: String? { all.first }

  /// A path for a copy made at `instant`: `strop-20261123T133005Z.db`, with a number where that is
  /// taken.
  func path(at instant: Instant) -> String {
    let stamp: String = instant.utc.prefix(19).filter { $0 != "-" && $0 != ":" }
    let base = "\(directory)/strop-\(stamp)Z"
    var path = "\(base).db"
    var number = 1
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = "\(base)-\(number).db"
    }
    return path
  }

  /// Deletes all but the newest.
  func prune() throws {
    for path in all.dropFirst(Backups.kept) { try FileManager.default.removeItem(atPath: path) }
  }
}

extension Strop {
  /// Copies the database into `backups/`, checks the copy, and keeps the newest 14.
  ///
  /// - Returns: the copy's path.
  package func backUp() throws -> String {
    let backups = Backups(databasePath: store.path)
    let path = backups.path(at: environment.now)
    do {
      try store.backUp(to: path)
    } catch let error as StoreError {
      throw Failure.store(error, path: path, backup: nil)
    }
    do {
      try backups.prune()
    } catch {
      throw Failure.fileUnwritable(path: backups.directory, reason: "")
    }
    return path
  }
}
