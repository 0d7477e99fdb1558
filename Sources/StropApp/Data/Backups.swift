import Foundation
import StropCore
import StropStore

/// The copies of a database, in `backups/` beside it.
package struct Backups: Sendable {
  /// How many are kept, beside one a month for a year.
  package static let kept = 14

  package let directory: String
  /// Begins the name of every copy, so that two databases in one directory keep theirs apart: `strop-` for
  /// `strop.db`, `strop.sqlite-` for `strop.sqlite`, `strop.-` for `strop`.
  private let prefix: String

  package init(databasePath: String) {
    let database = URL(fileURLWithPath: databasePath)
    directory = database.deletingLastPathComponent().appending(path: "backups").path
    prefix =
      switch database.pathExtension {
      case "db": database.deletingPathExtension().lastPathComponent + "-"
      case "": database.lastPathComponent + ".-"
      default: database.lastPathComponent + "-"
      }
  }

  /// What keeps copies from being made or found: who owns the directory, its mode; nil where nothing does.
  var problem: LocalizedText? {
    guard Store.exists(at: directory) else { return nil }
    if access(directory, R_OK | X_OK) != 0 {
      return LocalizedText(english: "cannot be read", chinese: "读不了")
    }
    return access(directory, W_OK) == 0
      ? nil : LocalizedText(english: "cannot be written", chinese: "不可写")
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

  /// `20261123T133005Z`.
  static func stamp(_ instant: Instant) -> String {
    instant.utc.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// When a copy was made, as its file's name says.
  ///
  /// `name`: with or without its path.
  static func moment(of name: String) -> Instant? {
    let stamp = (name as NSString).lastPathComponent.split(separator: "-").last {
      $0.count > 15 && $0.dropFirst(8).first == "T"
    }
    guard let digits = stamp?.prefix(15).filter(\.isNumber), digits.count == 14 else { return nil }
    let parts = Array(digits).map(String.init)
    func part(_ range: Range<Int>) -> String { parts[range].joined() }
    return Instant(
      rfc3339: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T"
        + "\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
  }

  /// A path for a copy made at `instant`: `strop-20261123T133005Z.db`, with a number where that is
  /// taken.
  func path(at instant: Instant) -> String {
    let base = "\(directory)/\(prefix)\(Backups.stamp(instant))"
    var path = "\(base).db"
    var number = 1
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = "\(base)-\(number).db"
    }
    return path
  }

  /// Deletes what the rotation does not keep: not the newest 14, the one just made among them; not the last
  /// one of each of the twelve months before this one; and none that is fuller than all of those.
  func prune(keeping made: String, now: Instant) {
    let copies = [made] + inOrder(now: now).filter { $0 != made }
    var kept = Set(copies.prefix(Backups.kept))
    var months: Set<Int> = []
    for copy in copies {
      let monthsAgo = Backups.month(now) - Backups.month(Backups.moment(of: copy) ?? now)
      if (1...12).contains(monthsAgo), months.insert(monthsAgo).inserted { kept.insert(copy) }
    }
    let others = copies.filter { !kept.contains($0) }
    if !others.isEmpty {
      let fullest = kept.compactMap(Backups.entries).max() ?? 0
      for path in others where Backups.entries(path) ?? 0 <= fullest {
        // Another process may have deleted it already.
        try? FileManager.default.removeItem(atPath: path)
      }
    }
    for path in abandoned(now: now) { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Deletes a copy that a later one of the same database stands for, unless it is the fuller one.
  func replace(_ former: String, by copy: String) {
    guard former != copy, let held = Backups.entries(former), let holds = Backups.entries(copy),
      held <= holds
    else { return }
    try? FileManager.default.removeItem(atPath: former)
  }

  /// The newest first; those that are dated after `now` come last, since a clock that ran ahead must not
  /// push out what is made by the right one.
  private func inOrder(now: Instant) -> [String] {
    let dayAhead = Instant(milliseconds: now.milliseconds + 86_400_000)
    let all = all
    let isAhead = { (path: String) in Backups.moment(of: path).map { $0 > dayAhead } ?? false }
    return all.filter { !isAhead($0) } + all.filter(isAhead)
  }

  /// Months since the year 0, in UTC.
  private static func month(_ instant: Instant) -> Int {
    let parts = instant.utc.split(separator: "-").prefix(2).compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] : 0
  }

  /// Of a copy's journal; nil where it cannot be read.
  private static func entries(_ path: String) -> Int? { try? Store.holdings(of: path).entries }

  /// The newest copy that can be read and holds something, none dated after `now` before one that is not; the
  /// newest of all where none does.
  func newestGood(now: Instant) -> String? {
    let copies = inOrder(now: now)
    return copies.first { Backups.entries($0) ?? 0 > 0 } ?? copies.first
  }

  /// What copies that were cut short left behind, once no process can be at work on it any more.
  private func abandoned(now: Instant) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let dayAgo = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000 - 86_400)
    return files.filter { $0.hasPrefix(prefix) && $0.contains(".partial") || isCopy($0) }
      .map { (file: String) in "\(directory)/\(file)" }
      .filter { path in
        // An empty copy is a name that was taken for one which then never came.
        guard path.contains(".partial") || Store.size(of: path) == 0 else { return false }
        let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        return (changed as? Date).map { $0 < dayAgo } ?? false
      }
  }
}

extension Character {
  fileprivate var isStamp: Bool { isASCII && (isNumber || self == "T") }
}

extension Backups {
  /// Copies the database into `backups/`, checks the copy, and deletes what need not be kept any more.
  ///
  /// `tell`: told how far it has come.
  /// - Returns: the copy's path.
  /// - Throws: `Failure.notBackedUp`.
  func make(
    of store: Store, now: Instant, telling tell: @escaping (WorkProgress) -> Void
  ) throws -> String {
    while true {
      let path = path(at: now)
      do {
        try store.backUp(to: path, telling: tell)
        prune(keeping: path, now: now)
        return path
      } catch StoreError.exists {
        continue
      } catch let error as StoreError {
        throw Failure.notBackedUp(error, directory: directory)
      }
    }
  }
}

extension Strop {
  /// Copies the database into `backups/`.
  ///
  /// - Returns: the copy's path.
  package func backUp() throws -> String {
    try environment.showingProgress { try backUp(telling: $0) }
  }

  /// See `backUp`; `tell`: told how far it has come.
  func backUp(telling tell: @escaping (WorkProgress) -> Void) throws -> String {
    try Backups(databasePath: store.path)
      .make(of: store, now: environment.now, telling: tell)
  }
}
