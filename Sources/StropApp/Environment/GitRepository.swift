import StropCore

/// A repository of git's, asked through the real git.
struct GitRepository: Sendable {
  /// The path of git.
  let git: String
  let directory: String
  /// What runs it: for how long at most.
  var runner = ProcessRunner.system

  /// What git answers, without space around it; nil where it fails.
  ///
  /// - Throws: `Failure.programNotRun`.
  func ask(_ arguments: String...) async throws -> String? { try await ask(arguments) }

  /// As `ask` with the same arguments.
  func ask(_ arguments: [String]) async throws -> String? {
    let outcome = try await run(arguments)
    return outcome.status == 0 ? outcome.output.trimmed : nil
  }

  /// How git ends with these arguments, and what it prints.
  ///
  /// `input`: its standard input; `variables`: to set, or with nil to take away.
  /// - Throws: `Failure.programNotRun`.
  func run(
    _ arguments: [String], input: String = "", with variables: [String: String?] = [:]
  ) async throws -> ProcessRunner.Outcome {
    do {
      return try await runner.run(
        git, ["-C", directory] + arguments, input,
        GitRepository.ambient.merging(variables) { _, wanted in wanted })
    } catch {
      throw Failure.programNotRun("git", reason: "\(error)")
    }
  }

  /// What names a repository to every git, as those of `git rev-parse --local-env-vars` do: a hook of git's sets
  /// them, and a strop that is called by one must not take that repository for its own.
  private static let ambient: [String: String?] = Dictionary(
    uniqueKeysWithValues: [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
      "GIT_NAMESPACE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS", "GIT_QUARANTINE_PATH",
    ].map { ($0, nil) })

  /// Why a commit does not hold as its user's own; nil where it does.
  ///
  /// `address`: the user's e-mail, as git knows it here.
  func problem(with commit: String, by address: String) async throws -> Evidence.Problem? {
    guard let authors = try await ask("show", "-s", "--format=%ae%n%aE", commit + "^{commit}")
    else {
      return .noCommit
    }
    let own = address.lowercased()
    guard authors.split(separator: "\n").contains(where: { $0.lowercased() == own }) else {
      return .otherAuthor
    }
    let holders = try await ask(
      "for-each-ref", "--contains", commit, "--count=1", "--format=%(refname)")
    if holders?.isEmpty == false { return nil }
    // A head that is on no branch.
    let isBelowHead = try await ask("merge-base", "--is-ancestor", commit, "HEAD") != nil
    return isBelowHead ? nil : .unreachable
  }
}
