import Foundation
import StropCore
import StropStore

/// Evidence that was looked at and can be attached.
struct Attachment: Hashable, Sendable {
  let kind: Evidence.Kind
  let value: String
  let sha256: String?

  /// Whether `evidence` is this already; a file only while it holds the same.
  func isSame(as evidence: Evidence) -> Bool {
    (kind, value, sha256) == (evidence.kind, evidence.value, evidence.sha256)
  }
}

/// Why a text is no evidence.
package enum EvidenceProblem: Sendable {
  /// It has none of the forms that evidence has.
  case unreadable
  case noFile(path: String)
  case directory(path: String)
  case noRepository(directory: String)
  case noCommit(String, repository: String)
  case noGit
  /// A commit in a table, which is taken as it stands there.
  case notWhole
  /// What commits were to be collected from.
  case notRepository(directory: String)
  /// One in which git does not know who the user is.
  case noAddress(repository: String)
}

extension Strop {
  /// Reads each piece of evidence that was typed, the same one once.
  ///
  /// - Throws: `Failure.tooMany`, and what `attachment` throws.
  func attachments(_ texts: [String]) async throws -> [Attachment] {
    try bound(texts.count, of: "-e", to: Strop.evidenceLimit)
    return try await texts.asyncMap(attachment).uniqued()
  }

  /// Reads evidence as typed: `url:…`, `arxiv:…`, `file:PATH`, `commit:[REPOSITORY@]SHA`, or bare: an
  /// http(s) URL, an arXiv id, an existing path, a commit of this directory's repository.
  ///
  /// - Throws: `Failure.badEvidence`, `.fileUnreadable`, `.programNotRun`.
  func attachment(_ text: String) async throws -> Attachment {
    try await read(text, commit: knownCommit)
  }

  /// Reads evidence that somebody else may have written: no program is asked. A commit is one as an export writes it,
  /// `commit:/REPOSITORY@SHA` with both whole.
  ///
  /// - Throws: `Failure.badEvidence`, `.fileUnreadable`.
  func writtenAttachment(_ text: String) async throws -> Attachment {
    try await read(text, commit: wholeCommit)
  }

  private func read(
    _ text: String, commit: (String) async throws -> Attachment?
  ) async throws -> Attachment {
    let trimmed = text.trimmed
    let parts = trimmed.split(separator: ":", maxSplits: 1).map(String.init)
    let found: Attachment?
    if parts.count == 2, let kind = Evidence.Kind(rawValue: parts[0].lowercased()) {
      let rest = parts[1].trimmed
      found =
        switch kind {
        case .url: url(rest)
        case .arxiv: arxiv(rest)
        case .file: try file(rest)
        case .commit: try await commit(rest)
        case .paper, .judgement, .reproduction, .bug, .experiment, .run:
          try logbookEntry(rest, kind)
        }
    } else if let web = url(trimmed) ?? arxiv(trimmed) {
      found = web
    } else if environment.isThere(trimmed) {
      found = try file(trimmed)
    } else if let commit = try await commit(trimmed) {
      found = commit
    } else {
      // What looks like a path was meant as one.
      found = trimmed.contains { "/.~".contains($0) } ? try file(trimmed) : nil
    }
    guard let found else { throw Failure.badEvidence(text, .unreadable) }
    return found
  }

  /// A logbook's entry, by the beginning of its id.
  private func logbookEntry(_ id: String, _ kind: Evidence.Kind) throws -> Attachment? {
    let key: String? = try read { reader in
      switch kind {
      case .paper: try paper(named: id, reader)
      case .judgement: try reader.id(id, in: .judgement)
      case .bug: try reader.id(id, in: .bug)
      case .reproduction: try reader.id(id, in: .reproduction)
      case .experiment: try reader.id(id, in: .experiment)
      case .run: try reader.id(id, in: .run)
      case .url, .arxiv, .file, .commit: nil
      }
    }
    return key.map { Attachment(kind: kind, value: $0, sha256: nil) }
  }

  /// What attaches evidence to what has `old` attached: a file that has changed since stands for its older form.
  func patches(
    attaching evidence: [Attachment], to parent: Subject, beside old: [Evidence] = []
  ) -> [Patch] {
    let new = evidence.filter { one in !old.contains(where: one.isSame) }
    let outdated = old.filter { old in
      new.contains { ($0.kind, $0.value) == (old.kind, old.value) }
    }
    return patches(takingOff: outdated)
      + new.map {
        Evidence(id: newID(), parent: parent, kind: $0.kind, value: $0.value, sha256: $0.sha256)
          .creation
      }
  }

  /// What makes the evidence of `parent` that which was typed, and no other.
  func patches(
    replacing old: [Evidence], with evidence: [Attachment], of parent: Subject
  ) -> [Patch] {
    let kept = old.filter { old in evidence.contains { $0.isSame(as: old) } }
    let gone = old.filter { old in !kept.contains { $0.id == old.id } }
    return patches(takingOff: gone) + patches(attaching: evidence, to: parent, beside: kept)
  }

  private func patches(takingOff evidence: [Evidence]) -> [Patch] {
    evidence.map { Patch($0.subject, [Field.removed: .bool(true)]) }
  }

  private func url(_ text: String) -> Attachment? {
    Strop.isURL(text) ? Attachment(kind: .url, value: text, sha256: nil) : nil
  }

  /// Whether a text is the address of something on the web.
  static func isURL(_ text: String) -> Bool {
    let lower = text.lowercased()
    return (lower.hasPrefix("http://") || lower.hasPrefix("https://"))
      && !text.contains(where: \.isWhitespace) && URL(string: text)?.host() != nil
  }

  /// An id of either version, without its version: `2305.18290`.
  private func arxiv(_ text: String) -> Attachment? {
    let id = text.prefix { $0 != "v" }
    let version = text.dropFirst(id.count + 1)
    guard Reference.isArxiv(id), version.allSatisfy(\.isNumber) else { return nil }
    return Attachment(kind: .arxiv, value: String(id), sha256: nil)
  }

  /// An existing regular file, by its absolute path, with what it holds now.
  private func file(_ text: String) throws -> Attachment? {
    guard !text.isEmpty else { return nil }
    let path = environment.absolute(text)
    guard !environment.isDanglingLink(path) else { throw Failure.danglingLink(path: text) }
    guard environment.regularSize(of: path) != nil else {
      let shown = environment.abbreviated(path)
      throw Failure.badEvidence(
        text, environment.isThere(text) ? .directory(path: shown) : .noFile(path: shown))
    }
    guard !environment.isBelowUnnamed(path) else { throw Failure.pathNotText(text) }
    guard let digest = try environment.digest(ofFile: path) else {
      throw Failure.fileUnreadable(path: environment.abbreviated(path))
    }
    return Attachment(kind: .file, value: path, sha256: digest)
  }

  /// The parts of `REPOSITORY@SHA`, or of a name alone; nil for what can be no commit.
  private func commitParts(_ text: String) -> (repository: String?, name: String)? {
    let at = text.lastIndex(of: "@")
    let name = at.map { String(text[text.index(after: $0)...]) } ?? text
    let isName = name == "HEAD" || (4...64).contains(name.count) && name.allSatisfy(\.isHexDigit)
    return isName ? (at.map { String(text[..<$0]) }, name) : nil
  }

  /// A commit as it is written; nil for what can be none.
  ///
  /// - Throws: `Failure.badEvidence`.
  private func wholeCommit(_ text: String) throws -> Attachment? {
    guard let (repository, name) = commitParts(text) else { return nil }
    // SHA-1, or SHA-256.
    guard let repository, repository.hasPrefix("/"), [40, 64].contains(name.count) else {
      throw Failure.badEvidence(text, .notWhole)
    }
    return Attachment(kind: .commit, value: repository + "@" + name.lowercased(), sha256: nil)
  }

  /// A commit that git knows, as `REPOSITORY@SHA` with both whole; nil for what can be none.
  ///
  /// - Throws: `Failure.badEvidence`, `.programNotRun`.
  private func knownCommit(_ text: String) async throws -> Attachment? {
    guard let (repository, name) = commitParts(text) else { return nil }
    guard let git = environment.program("git") else { throw Failure.badEvidence(text, .noGit) }
    let directory = repository.map(environment.absolute) ?? environment.workingDirectory.path
    let asked = GitRepository(git: git, directory: directory)
    guard let root = try await asked.ask("rev-parse", "--show-toplevel") else {
      let shown = environment.abbreviated(directory)
      throw Failure.badEvidence(text, .noRepository(directory: shown))
    }
    guard let whole = try await asked.ask("rev-parse", "--verify", "--quiet", name + "^{commit}")
    else {
      throw Failure.badEvidence(
        text, .noCommit(name, repository: environment.abbreviated(root)))
    }
    return Attachment(kind: .commit, value: root + "@" + whole, sha256: nil)
  }
}
