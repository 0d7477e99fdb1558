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
    do {
      let outcome = try await runner.run(git, ["-C", directory] + arguments, "", [:])
      return outcome.status == 0 ? outcome.output.trimmed : nil
    } catch {
      throw Failure.programNotRun("git", reason: "\(error)")
    }
  }

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
