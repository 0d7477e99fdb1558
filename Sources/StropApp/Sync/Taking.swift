import StropCore
import StropStore

extension Strop {
  /// How many entries are taken in at once: a check-in meanwhile waits for as many, some tenths of a second.
  private static let portion = 5_000

  /// Brings what the remote holds into the journal, each device's entries in portions.
  ///
  /// `isHurried`: whether its user waits for it, and for nothing else: all entries of a first time are then taken in at
  /// once, which takes two thirds of the time.
  /// - Returns: whether anything there has changed since the last time.
  /// - Throws: `Failure.sync` where anything but adding was done to it; what came before that in the order of devices
  ///   may be in the journal then.
  func takeIn(
    _ contents: SharedRepository.Contents, from repository: SharedRepository, isHurried: Bool,
    _ receipt: inout SyncReceipt
  ) async throws -> Bool {
    let (state, known, isShared) = try read { reader in
      (
        try reader.sharedState(), try reader.local(SyncFact.tip),
        try reader.local(SyncFact.remote) != nil
      )
    }
    guard let tip = contents.tip else {
      let held = state.newest.values.reduce(0, +)
      // Perhaps the branch has another name now, which a new clone would find.
      if held > 0, !contents.branches.isEmpty { throw SharedRepository.Trouble(says: "no branch") }
      guard held == 0 else { throw Failure.sync(.emptied(entries: held)) }
      guard contents.branches.isEmpty else {
        throw Failure.sync(.otherContents(remote: receipt.remote, contents.branches))
      }
      try begin(repository, at: nil)
      return false
    }
    if tip == known, isShared { return false }
    if known == nil { try await refuseOthers(at: tip, in: repository, receipt) }
    let changed = try await repository.changedFiles(from: known, to: tip)
    try await repository.checkOut(tip)
    let gone = state.lines.keys.map(\.path).filter { !repository.holds($0) }
    let added = try read { reader in
      try SharedReading(
        state: state, reader: reader, own: try reader.writingDevice(on: environment.machine),
        contents: repository.contents
      ).added(to: Array(Set(changed + gone)))
    }
    if known == nil, !added.isEmpty, try read({ try $0.journalCount() > 0 }) {
      receipt.copy = try environment.showingProgress { try backUp(telling: $0) }
    }
    try await takeIn(added, in: isHurried && known == nil ? .max : Strop.portion, &receipt)
    try begin(repository, at: tip)
    receipt.others += changed.filter { !SharedRepository.isOrdinary($0) && repository.holds($0) }
    return true
  }

  /// A repository of something else is not for journals.
  private func refuseOthers(
    at tip: String, in repository: SharedRepository, _ receipt: SyncReceipt
  ) async throws {
    let names = try await repository.topNames(of: tip)
    guard !names.contains(where: { $0 + "/" == SharedFile.directory }) else { return }
    let others = names.filter { !SharedRepository.isOrdinary($0) }
    guard others.isEmpty else {
      throw Failure.sync(.otherContents(remote: receipt.remote, others))
    }
  }

  /// `portion`: how many entries at most are taken in at once.
  private func takeIn(
    _ added: [String: [IncomingLine]], in portion: Int, _ receipt: inout SyncReceipt
  ) async throws {
    for (device, lines) in added.sorted(by: { $0.key < $1.key }) {
      var rest = lines[...]
      var taken = 0
      while !rest.isEmpty {
        taken += try takeIn(Array(rest.prefix(portion)), of: device)
        rest = rest.dropFirst(portion)
        // Who waits for the database gets it now.
        if !rest.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      }
      guard taken > 0 else { continue }
      receipt.taken += taken
      receipt.writers.append(try read { try name(of: device, $0) } ?? device)
    }
  }

  /// - Returns: how many of them were new.
  private func takeIn(_ lines: [IncomingLine], of device: String) throws -> Int {
    try write { transaction in
      let summary: ImportSummary
      do {
        summary = try environment.showingProgress { tell in
          try transaction.importLines(
            of: lines.map(\.line.text).joined(separator: "\n"), isExact: true, telling: tell)
        }
      } catch let error as ImportError {
        throw lines.failure(error)
      }
      for (file, lines) in Dictionary(grouping: lines, by: \.file) {
        try transaction.noteShared(lines.count, in: file)
      }
      if summary.taken > 0, device != transaction.device, let last = lines.last,
        let newest = try transaction.reader.line(of: device, last.line.sequence)
      {
        try transaction.noteClock(
          of: device, ahead: newest.at.milliseconds - environment.now.milliseconds)
      }
      return summary.taken
    }
  }

  /// What its user calls a device; nil where it never said.
  func name(of device: String, _ reader: Reader) throws -> String? {
    try reader.settings(device: device)[SettingKey.syncName.name]
  }

  /// Remembers that the files of a commit are in the journal, and, the first time, the remote, and what this
  /// machine is called there.
  private func begin(_ repository: SharedRepository, at tip: String?) throws {
    try write { transaction in
      try transaction.setLocal(SyncFact.tip, tip)
      guard try transaction.reader.local(SyncFact.remote) == nil else { return }
      try transaction.setLocal(SyncFact.remote, repository.remote)
      let host = environment.host
      guard try name(of: transaction.device, transaction.reader) == nil, !host.isEmpty,
        let name = SettingKey.syncName.normalized(host)
      else { return }
      try transaction.append(
        [Setting.patch(device: transaction.device, key: SettingKey.syncName.name, value: name)],
        command: nil)
    }
  }
}
