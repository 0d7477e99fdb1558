import Foundation
import StropCore

/// The clone of the shared repository, beside the database.
///
/// Nothing depends on what it holds: the journal and `SharedState` are what this machine knows. A clone that is gone,
/// damaged, or of another remote is made anew, and a process that dies in the midst of anything leaves nothing to
/// mend.
struct SharedRepository: Sendable {
  /// Git, in the directory of the clone.
  let git: GitRepository
  /// What git fetches from and pushes to.
  let remote: String
  /// Whether git may ask the user for a passphrase or a password.
  let isAttended: Bool

  /// What the remote holds.
  struct Contents {
    /// The commit of the branch that journals are on; nil where there is none.
    let tip: String?
    /// All branches.
    let branches: [String]
  }

  /// Git failed here, for no fault of the remote's: the clone can be made anew.
  struct Trouble: Error {
    let says: String
  }

  /// Where the clone of a database's journal is: in `sync/` beside it, in a directory of its name.
  static func place(of databasePath: String) -> String {
    let database = URL(fileURLWithPath: databasePath)
    return database.deletingLastPathComponent().path + "/sync/" + database.lastPathComponent
  }

  private var place: String { git.directory }

  /// What strop notes in the clone: the remote, and the branch that journals are on, a line each.
  private var note: String { place + "/.git/strop" }

  private var noted: [String] {
    (try? String(contentsOfFile: note, encoding: .utf8))?.split(separator: "\n").map(String.init)
      ?? []
  }

  /// Makes the clone, unless there is one of this remote.
  ///
  /// - Returns: whether it was made, and so holds what the remote does.
  /// - Throws: `SyncFailure.unreachable`; `Trouble`; `Failure.programNotRun`, `.fileUnwritable`.
  func prepare() async throws -> Bool {
    if noted.count == 2, noted[0] == remote { return false }
    try await remake()
    return true
  }

  /// Clones the remote, in the place of what is there.
  ///
  /// - Throws: as `prepare`.
  func remake() async throws {
    try SharedRepository.remove(at: place)
    let fresh = place + ".new"
    let parent = URL(fileURLWithPath: place).deletingLastPathComponent().path
    let outside = GitRepository(git: git.git, directory: parent, runner: git.runner)
    let options = [
      "-q", "--no-checkout", "--no-hardlinks", "--no-tags", "--origin", "origin", "--template=",
    ]
    let made = try await outside.run(
      // The branch that the remote would have, where it says so, and else the same everywhere.
      ["-c", "init.defaultBranch=main", "clone"] + options
        + SharedRepository.settings.flatMap { ["-c", $0] } + ["--", remote, fresh],
      with: variables)
    guard made.status == 0 else { throw unreachable(made) }
    let inside = SharedRepository(
      git: GitRepository(git: git.git, directory: fresh, runner: git.runner), remote: remote,
      isAttended: isAttended)
    let branches = try await inside.references().map(\.branch)
    let head = try await inside.local(["symbolic-ref", "--short", "HEAD"])
    let branch =
      ([head, "main", "master"] + branches.prefix(1)).first(where: branches.contains) ?? head
    // Who commits where git knows no user.
    for (key, value) in [("user.name", "strop"), ("user.email", "strop@localhost")]
    where try await inside.git.ask("config", key) == nil {
      _ = try await inside.local(["config", key, value])
    }
    do {
      try "\(remote)\n\(branch)\n".write(toFile: inside.note, atomically: true, encoding: .utf8)
      try FileManager.default.moveItem(atPath: fresh, toPath: place)
    } catch {
      throw Failure.fileUnwritable(path: place)
    }
  }

  /// Takes a clone away, and what a process that died left of one.
  ///
  /// - Throws: `Failure.fileUnwritable`.
  static func remove(at place: String) throws {
    for path in [place, place + ".new", place + ".old"] where Strop.exists(at: path) {
      do {
        // A git that a strop which died has left may still be at work in it.
        let old = place + ".old"
        if path != old { try FileManager.default.moveItem(atPath: path, toPath: old) }
        try FileManager.default.removeItem(atPath: old)
      } catch {
        throw Failure.fileUnwritable(path: path)
      }
    }
  }

  /// What keeps the user's own ways with git from files that must be kept to the byte, and from running programs.
  private static let settings = [
    "core.autocrlf=false", "core.safecrlf=false", "core.attributesFile=/dev/null",
    "core.excludesFile=/dev/null", "core.hooksPath=/dev/null", "core.symlinks=false",
    "core.fsmonitor=false", "submodule.recurse=false",
  ]

  /// What keeps git, ssh and what they start from asking anybody.
  private var variables: [String: String?] {
    isAttended
      ? [:]
      : [
        "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": nil, "SSH_ASKPASS": nil,
        "SSH_ASKPASS_REQUIRE": "never",
      ]
  }

  /// Fetches, and tells what is there.
  ///
  /// - Throws: `Trouble`; `SyncFailure.unreachable`.
  func fetch() async throws -> Contents {
    let outcome = try await git.run(["fetch", "-q", "--prune", "origin"], with: variables)
    guard outcome.status == 0 else {
      throw try await isBroken() ? Trouble(says: outcome.telling) : unreachable(outcome)
    }
    return try await fetched()
  }

  /// What was there when it was fetched last.
  ///
  /// - Throws: `Trouble`.
  func fetched() async throws -> Contents {
    let references = try await references()
    return Contents(
      tip: references.first { $0.branch == noted.last }?.commit, branches: references.map(\.branch))
  }

  /// The branches of the remote as they were fetched.
  private func references() async throws -> [(commit: String, branch: String)] {
    try await local([
      "for-each-ref", "--format=%(objectname) %(refname:lstrip=3)", "refs/remotes/origin",
    ]).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return parts.count == 2 && parts[1] != "HEAD" ? (parts[0], parts[1]) : nil
    }
  }

  private func unreachable(_ outcome: ProcessRunner.Outcome) -> Failure {
    .sync(.unreachable(remote: SecretMask.masked(remote), says: outcome.telling))
  }

  /// Whether the clone itself is what git fails at: damaged, or left locked by a git that was killed.
  private func isBroken() async throws -> Bool {
    let all = FileManager.default.enumerator(atPath: place + "/.git")?.compactMap { $0 as? String }
    if all?.contains(where: { $0.hasSuffix(".lock") }) ?? true { return true }
    return try await git.run(["fsck", "--connectivity-only", "--no-dangling"]).status != 0
  }

  /// The names at the top of a commit.
  func topNames(of commit: String) async throws -> [String] {
    try await names(["ls-tree", "-z", "--name-only", commit])
  }

  /// Whether a file, or the name of one at the top, may well lie beside journals.
  static func isOrdinary(_ path: String) -> Bool {
    path.hasPrefix(SharedFile.directory) || path.hasPrefix(".git") || path.hasPrefix("README")
      || path.hasPrefix("LICENSE")
  }

  /// The files that two commits have differently; all of the second's where the first is nil or not here any more.
  func changedFiles(from former: String?, to commit: String) async throws -> [String] {
    if let former {
      let outcome = try await git.run(
        ["diff-tree", "-r", "-z", "--name-only", "--no-renames", former, commit])
      if outcome.status == 0 { return SharedRepository.names(outcome.output) }
    }
    return try await names(["ls-tree", "-r", "-z", "--name-only", commit])
  }

  private func names(_ arguments: [String]) async throws -> [String] {
    SharedRepository.names(try await local(arguments))
  }

  private static func names(_ output: String) -> [String] {
    output.split(separator: "\0").map(String.init)
  }

  /// Makes the files here those of a commit; with nil the index is emptied.
  func checkOut(_ commit: String?) async throws {
    if let commit {
      _ = try await local(["reset", "-q", "--hard", commit])
    } else {
      _ = try await local(["read-tree", "--empty"])
    }
  }

  /// Whether the clone has a file of this path.
  func holds(_ path: String) -> Bool { Strop.exists(at: place + "/" + path) }

  /// A file of the clone; nil where it is not there.
  func contents(of path: String) -> Data? {
    try? Data(contentsOf: URL(fileURLWithPath: place + "/" + path))
  }

  /// Commits files beside those of a commit.
  ///
  /// `files`: by their paths, whole; `parent`: nil for the first commit of all.
  /// - Returns: the commit, which no branch holds yet.
  func commit(_ files: [String: Data], onto parent: String?, message: String) async throws -> String
  {
    for (path, contents) in files {
      let file = URL(fileURLWithPath: place + "/" + path)
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try contents.write(to: file)
      } catch {
        throw Failure.fileUnwritable(path: file.path)
      }
    }
    _ = try await local(
      ["update-index", "--add", "-z", "--stdin"],
      input: files.keys.sorted().map { $0 + "\0" }.joined())
    let tree = try await local(["write-tree"])
    return try await local(
      ["commit-tree", tree] + (parent.map { ["-p", $0] } ?? []) + ["-m", message])
  }

  /// Sends a commit to the remote's branch.
  ///
  /// - Returns: what git says where it was not taken; nil where it was.
  func push(_ commit: String) async throws -> String? {
    let outcome = try await git.run(
      ["push", "-q", "origin", "\(commit):refs/heads/\(noted.last ?? "main")"], with: variables)
    return outcome.status == 0 ? nil : outcome.telling
  }

  /// What a git that needs no remote answers.
  ///
  /// - Throws: `Trouble`.
  private func local(_ arguments: [String], input: String = "") async throws -> String {
    let outcome = try await git.run(arguments, input: input)
    guard outcome.status == 0 else { throw Trouble(says: outcome.telling) }
    return outcome.output.trimmed
  }
}

extension ProcessRunner.Outcome {
  /// The line of git's that tells most: what the other side says, else the first.
  fileprivate var telling: String {
    let lines = errors.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty && !$0.hasPrefix("To ") && !$0.hasPrefix("@@") }
    let rejection = lines.first { $0.hasPrefix("! [") }
    let remote = lines.first { $0.hasPrefix("remote:") && $0.count > "remote: ".count }
    return SecretMask.masked(remote ?? rejection ?? lines.first ?? "git: exit \(status)")
  }
}
