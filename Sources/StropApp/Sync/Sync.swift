import Foundation
package import StropCore
import StropStore
import SystemPackage

/// Facts about sharing the journal, local to this machine.
enum SyncFact {
  /// The remote, as git takes it; not there where the journal is not shared.
  static let remote = "sync-remote"
  /// The commit whose files are in the journal.
  static let tip = "sync-tip"
  /// When all went well last.
  static let last = "sync-last"
  /// When it first failed since.
  static let failing = "sync-failing"
  /// Why it failed last, in both languages, a line each.
  static let reason = "sync-reason"
  /// The day on which it was last said that it goes on failing.
  static let told = "sync-told"

  static let all = [remote, tip, last, failing, reason, told]
}

/// Who asks for the journal to be shared: how long git may take, and whether it may ask something.
package enum SyncCaller: Sendable {
  /// A user at a terminal, who can answer and who can stop it.
  case terminal
  case script
  /// A tick, which is not to take longer than one of its deliveries.
  case tick

  fileprivate var runner: ProcessRunner {
    switch self {
    case .terminal: .attended
    case .script: .system(within: .seconds(600))
    case .tick: .system(within: .seconds(30))
    }
  }

  /// How long another process that shares the same journal may take before this one gives up.
  fileprivate var patience: Duration { self == .tick ? .zero : .seconds(5) }

  /// How often others may be faster.
  fileprivate var tries: Int { self == .tick ? 2 : 20 }
}

extension Strop {
  /// Shares the journal through a git remote from now on, together with the machines that do already.
  ///
  /// `typed`: its address, as git takes it; `describing`: the sentence for a failure, as it is kept.
  /// - Throws: `Failure.sync`; `.programNotRun`, `.fileUnwritable`.
  package func startSync(
    with typed: String, for caller: SyncCaller, describing: (Failure) -> LocalizedText
  ) async throws -> SyncReceipt {
    let remote = try remote(typed)
    return try await holdingSyncLock(for: caller) {
      if let former = try read({ try $0.local(SyncFact.remote) }) {
        guard former == remote else {
          throw Failure.sync(.otherRemote(SecretMask.masked(former)))
        }
      } else {
        // Of a remote that was left, or of a join that was not finished.
        try write { try forgetSync($0) }
      }
      var receipt = try await share(with: remote, for: caller, describing)
      receipt.vagueZone = zone.isGeographic ? nil : zone.name
      return receipt
    }
  }

  /// Takes in what other machines wrote, and sends what this one has and the remote has not.
  ///
  /// `describing`: the sentence for a failure, as it is kept.
  /// - Throws: `Failure.sync`; `.programNotRun`, `.fileUnwritable`.
  package func sync(
    for caller: SyncCaller, describing: (Failure) -> LocalizedText
  ) async throws -> SyncReceipt {
    _ = try sharedRemote()
    return try await holdingSyncLock(for: caller) {
      // It may have been removed while another process held the lock.
      try await share(with: try sharedRemote(), for: caller, describing)
    }
  }

  /// - Throws: `SyncFailure.notSetUp`.
  private func sharedRemote() throws -> String {
    guard let remote = try read({ try $0.local(SyncFact.remote) }) else {
      throw Failure.sync(.notSetUp)
    }
    return remote
  }

  /// Shares the journal no more: the clone goes, and what is known of the remote; the journal and the remote stay as
  /// they are.
  ///
  /// - Returns: the remote, without passwords.
  /// - Throws: `SyncFailure.notSetUp`, `.locked`; `Failure.fileUnwritable`.
  package func endSync() async throws -> String {
    let remote = try sharedRemote()
    return try await holdingSyncLock(for: .script) {
      try write { try forgetSync($0) }
      try SharedRepository.remove(at: SharedRepository.place(of: store.path))
      return SecretMask.masked(remote)
    }
  }

  private func forgetSync(_ transaction: Transaction) throws {
    for fact in SyncFact.all { try transaction.setLocal(fact, nil) }
    try transaction.forgetShared()
  }

  /// What git is given for an address as it was typed: a path that leads from here leads from everywhere then.
  private func remote(_ typed: String) throws -> String {
    let typed = typed.trimmed
    guard !typed.isEmpty, !typed.hasPrefix("-"),
      !typed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw Failure.sync(.badRemote(typed)) }
    if typed.contains("://") { return typed }
    // As git does: `host:path`, unless that is a directory here.
    let path = environment.absolute(typed)
    let colon = typed.firstIndex(of: ":")
    let isAddress = colon.map { !typed[..<$0].contains("/") } ?? false
    return isAddress && !Strop.exists(at: path) ? typed : path
  }

  /// Only one process of a database's shares it at a time. Nothing of the database is locked meanwhile.
  private func holdingSyncLock<Result>(
    for caller: SyncCaller, _ body: () async throws -> Result
  ) async throws -> Result {
    // What git makes is for its user's eyes alone, too.
    let mask = umask(0o077)
    defer { umask(mask) }
    let place = SharedRepository.place(of: store.path)
    let directory = URL(fileURLWithPath: place).deletingLastPathComponent().path
    mkdir(directory, 0o700)
    let path = place + ".lock"
    guard
      let file = try? FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .closeOnExec],
        permissions: [.ownerReadWrite])
    else { throw Failure.fileUnwritable(path: path) }
    guard let lock = await PatientLock(on: file, patience: caller.patience) else {
      throw Failure.sync(.locked)
    }
    let result = try await body()
    _ = consume lock
    return result
  }

  private func share(
    with remote: String, for caller: SyncCaller, _ describing: (Failure) -> LocalizedText
  ) async throws -> SyncReceipt {
    do {
      return try await share(with: remote, for: caller)
    } catch let failure as Failure {
      // Where this cannot be kept, the failure is the news.
      try? write { try noteFailure(describing(failure), $0) }
      throw failure
    }
  }

  private func share(with remote: String, for caller: SyncCaller) async throws -> SyncReceipt {
    guard let git = environment.program("git") else { throw Failure.sync(.noGit) }
    let repository = SharedRepository(
      git: GitRepository(
        git: git, directory: SharedRepository.place(of: store.path), runner: caller.runner),
      remote: remote, isAttended: caller == .terminal)
    var receipt = SyncReceipt(
      remote: SecretMask.masked(remote), isAutomatic: settings.sharesByItself)
    do {
      do {
        let isNew = try await repository.prepare()
        try await share(through: repository, isNew: isNew, for: caller, &receipt)
      } catch is SharedRepository.Trouble {
        try await repository.remake()
        try await share(through: repository, isNew: true, for: caller, &receipt)
      }
    } catch let trouble as SharedRepository.Trouble {
      throw Failure.sync(.cloneUnusable(path: repository.git.directory, says: trouble.says))
    }
    return receipt
  }

  /// `isNew`: whether the clone was made just now, so that nothing has to be fetched.
  private func share(
    through repository: SharedRepository, isNew: Bool, for caller: SyncCaller,
    _ receipt: inout SyncReceipt
  ) async throws {
    // Pushes that the remote refused although nobody else had pushed.
    var refusals = 0
    var refusal = ""
    for attempt in 0..<caller.tries {
      let contents = try await isNew && attempt == 0 ? repository.fetched() : repository.fetch()
      let isChanged = try await takeIn(
        contents, from: repository, isHurried: caller != .tick, &receipt)
      if isChanged { refusals = 0 }
      let parcel = try read(parcel)
      guard parcel.count > 0 || contents.tip == nil else { return try rememberSync() }
      guard refusals < 2 else {
        throw Failure.sync(.notSent(entries: parcel.count, remote: receipt.remote, says: refusal))
      }
      let commit = try await commit(parcel, onto: contents.tip, to: repository)
      if let says = try await repository.push(commit) {
        (refusals, refusal) = (refusals + 1, says)
        // Those who were refused at once are not to come back at once.
        try await Task.sleep(for: .milliseconds(Int.random(in: 10...(50 * (attempt + 1)))))
        continue
      }
      receipt.sent = parcel.count
      return try rememberSync(parcel, as: commit)
    }
    throw Failure.sync(.outrun(entries: try read(parcel).count))
  }
}
