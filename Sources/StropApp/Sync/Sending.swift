import Foundation
import StropCore
import StropStore

/// What this machine has and the remote has not.
struct SyncParcel {
  /// By the files that they belong into, in the order in which they were written.
  fileprivate(set) var lines: [SharedFile: [JournalLine]] = [:]
  /// How many lines those files have there.
  fileprivate(set) var known: [SharedFile: Int64] = [:]

  var count: Int { lines.values.map(\.count).reduce(0, +) }
}

extension Strop {
  /// Of each device whose entries are here, what comes next there: of another device, too, which an import
  /// brought. What lies behind a gap waits until that is filled.
  func parcel(_ reader: Reader) throws -> SyncParcel {
    let state = try reader.sharedState()
    var parcel = SyncParcel(known: state.lines)
    for newest in try reader.newestLines() {
      let known = state.newest[newest.device] ?? 0
      guard newest.sequence > known else { continue }
      var next = known + 1
      for line in try reader.lines(of: newest.device, after: known) {
        guard line.sequence == next else { break }
        parcel.lines[SharedFile(device: line.device, at: line.at), default: []].append(line)
        next += 1
      }
    }
    return parcel
  }

  /// - Returns: the commit that adds a parcel to what the remote holds.
  func commit(
    _ parcel: SyncParcel, onto tip: String?, to repository: SharedRepository
  ) async throws -> String {
    try await repository.checkOut(tip)
    var files: [String: Data] = [:]
    for (file, lines) in parcel.lines {
      let former = parcel.known[file] == nil ? nil : repository.contents(of: file.path)
      files[file.path] = (former ?? Data()) + Data(lines.map { $0.text + "\n" }.joined().utf8)
    }
    for (path, text) in texts(beside: tip, in: repository) { files[path] = Data(text.utf8) }
    let device = try read { reader in
      try reader.device(on: environment.machine).map { try name(of: $0, reader) ?? $0 }
    }
    return try await repository.commit(
      files, onto: tip,
      message: "\(device ?? "strop"): \(parcel.count) \(parcel.count == 1 ? "entry" : "entries")")
  }

  /// The texts that the repository lacks.
  private func texts(beside tip: String?, in repository: SharedRepository) -> [String: String] {
    func isThere(_ path: String) -> Bool { tip != nil && repository.holds(path) }
    var texts: [String: String] = [:]
    if !isThere(SyncReadme.attributesPath) {
      texts[SyncReadme.attributesPath] = SyncReadme.attributes
    }
    if !isThere(SyncReadme.path) {
      texts[SyncReadme.path] = SyncReadme.text
    } else if repository.contents(of: SyncReadme.path)?.starts(with: SyncReadme.title.utf8) != true,
      !isThere(SyncReadme.besideJournals)
    {
      texts[SyncReadme.besideJournals] = SyncReadme.text
    }
    return texts
  }

  /// Remembers that the remote has a parcel now.
  func rememberSync(_ parcel: SyncParcel, as commit: String) throws {
    try write { transaction in
      for (file, lines) in parcel.lines { try transaction.noteShared(lines.count, in: file) }
      try transaction.setLocal(SyncFact.tip, commit)
      try noteSuccess(transaction)
    }
  }

  /// Remembers that all went well.
  func rememberSync() throws { try write(noteSuccess) }

  private func noteSuccess(_ transaction: Transaction) throws {
    try transaction.setLocal(SyncFact.last, String(environment.now.milliseconds))
    for fact in [SyncFact.failing, SyncFact.reason, SyncFact.told] {
      try transaction.setLocal(fact, nil)
    }
  }

  /// Remembers that it failed, since when, and why the last time.
  func noteFailure(_ reason: LocalizedText, _ transaction: Transaction) throws {
    guard try transaction.reader.local(SyncFact.remote) != nil else { return }
    if try transaction.reader.local(SyncFact.failing) == nil {
      try transaction.setLocal(SyncFact.failing, String(environment.now.milliseconds))
    }
    try transaction.setLocal(SyncFact.reason, reason.english + "\n" + reason.chinese)
  }
}
