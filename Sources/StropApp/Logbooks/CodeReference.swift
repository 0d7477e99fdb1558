import StropCore

/// A commit that an entry of a logbook names, or an address of one.
struct CodeReference {
  /// As it is kept.
  let value: String
  /// What it backs the check-in with; nil for a commit of a repository that is not on this machine.
  let attachment: Attachment?
}

extension Strop {
  /// Reads a commit, as `SHA` or `REPOSITORY@SHA`, or a URL; nil for nothing.
  ///
  /// A commit that is not in this directory's repository is kept as typed: the work may have been done on another
  /// machine. One whose repository is named must be there.
  ///
  /// - Throws: `Failure.badEvidence`, `.programNotRun`.
  func codeReference(
    _ text: String?, repository: String? = nil
  ) async throws -> CodeReference? {
    guard let text = try self.text(text) else { return nil }
    let isURL = text.lowercased().hasPrefix("http")
    let commit = "commit:" + (repository.map { $0 + "@" } ?? "") + text
    do {
      let attachment = try await attachment(isURL ? text : commit)
      return CodeReference(value: attachment.value, attachment: attachment)
    } catch Failure.badEvidence(let typed, let problem) {
      let isElsewhere =
        switch problem {
        case .noRepository, .noCommit, .noGit: true
        case .unreadable, .noFile, .directory, .notWhole, .notRepository, .noAddress: false
        }
      let isSHA = (7...64).contains(text.count) && text.allSatisfy(\.isHexDigit)
      guard isElsewhere, isSHA, repository == nil else {
        throw Failure.badEvidence(isURL ? typed : text, problem)
      }
      return CodeReference(value: text.lowercased(), attachment: nil)
    }
  }
}
