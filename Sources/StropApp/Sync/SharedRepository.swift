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
    /// The commit of the branch `main`; nil where there is none.
    let tip: String?
    /// All branches.
    let branches: [String]
  }

  /// Git failed here, for no fault of the remote's: the clone can be made anew.
  struct Trouble: Error {
    let says: String
  }

  /// `databasePath`: the clone is in `sync/` beside it, in a directory of its name.
  init(
    program: String, databasePath: String, remote: String, runner: ProcessRunner, isAttended: Bool
  ) {
    let place = SharedRepository.place(of: databasePath)
    git = GitRepository(git: program, directory: place, runner: runner)
    self.remote = remote
    self.isAttended = isAttended
  }

  static func place(of databasePath: String) -> String {
    let database = URL(fileURLWithPath: databasePath)
    return database.deletingLastPathComponent().path + "/sync/" + database.lastPathComponent
  }

  private var place: String { git.directory }
  private var markPath: String { place + "/.git/strop-remote" }

  /// Makes the clone, unless there is one of this remote.
  ///
  /// - Throws: `Trouble`, `Failure.programNotRun`, `.fileUnwritable`.
  func prepare() async throws {
    let mark = try? String(contentsOfFile: markPath, encoding: .utf8)
    if mark != remote { try await remake() }
  }

  /// Makes a clone that holds nothing yet, in the place of what is there.
  ///
  /// - Throws: as `prepare`.
  func remake() async throws {
    try remove()
    let fresh = place + ".new"
    let parent = URL(fileURLWithPath: place).deletingLastPathComponent().path
    let outside = GitRepository(git: git.git, directory: parent, runner: git.runner)
    let made = try await outside.run(["init", "-q", "--template=", fresh])
    guard made.status == 0 else { throw Trouble(says: made.telling) }
    let inside = GitRepository(git: git.git, directory: fresh, runner: git.runner)
    let hasUser = try await inside.ask("config", "user.email") != nil
    for arguments in [
      ["symbolic-ref", "HEAD", "refs/heads/main"],
      ["config", "remote.origin.url", remote],
    ] {
      let outcome = try await inside.run(arguments)
      guard outcome.status == 0 else { throw Trouble(says: outcome.telling) }
    }
    do {
      let configuration = fresh + "/.git/config"
      let written = try String(contentsOfFile: configuration, encoding: .utf8)
      try (written + SharedRepository.settings + (hasUser ? "" : SharedRepository.user))
        .write(toFile: configuration, atomically: true, encoding: .utf8)
      try remote.write(toFile: fresh + "/.git/strop-remote", atomically: true, encoding: .utf8)
      try FileManager.default.moveItem(atPath: fresh, toPath: place)
    } catch {
      throw Failure.fileUnwritable(path: place)
    }
  }

  /// Takes the clone away, and what a process that died left of one.
  func remove() throws {
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
  private static let settings = """
    [core]
    \tautocrlf = false
    \tsafecrlf = false
    \tattributesFile = /dev/null
    \texcludesFile = /dev/null
    \thooksPath = /dev/null
    \tsymlinks = false
    \tfsmonitor = false
    [remote "origin"]
    \tfetch = +refs/heads/*:refs/remotes/origin/*
    \ttagOpt = --no-tags
    [submodule]
    \trecurse = false

    """

  /// Who commits where git knows no user.
  private static let user = "[user]\n\tname = strop\n\temail = strop@localhost\n"

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
      if try await isBroken() { throw Trouble(says: outcome.telling) }
      throw Failure.sync(.unreachable(remote: remote, says: outcome.telling))
    }
    let listed = try await local([
      "for-each-ref", "--format=%(objectname) %(refname:lstrip=3)", "refs/remotes/origin",
    ])
    let references = listed.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
      .filter { $0.count == 2 && $0[1] != "HEAD" }
    return Contents(
      tip: references.first { $0[1] == "main" }.map { String($0[0]) },
      branches: references.map { String($0[1]) })
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

  /// Sends a commit to the remote's `main`.
  ///
  /// - Returns: what git says where it was not taken; nil where it was.
  func push(_ commit: String) async throws -> String? {
    let outcome = try await git.run(
      ["push", "-q", "origin", commit + ":refs/heads/main"], with: variables)
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
