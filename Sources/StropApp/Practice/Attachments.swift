import Foundation
import StropCore

/// Evidence that was looked at and can be attached.
struct Attachment: Sendable {
  let kind: Evidence.Kind
  let value: String
  let sha256: String?
}

extension Strop {
  /// Reads each piece of evidence that was typed.
  ///
  /// - Throws: `Failure.tooMany`, and what `attachment` throws.
  func attachments(_ texts: [String]) async throws -> [Attachment] {
    try bound(texts.count, of: "-e", to: Strop.evidenceLimit)
    return try await texts.asyncMap(attachment)
  }

  /// Reads evidence as typed: `url:…`, `arxiv:…`, `file:PATH`, `commit:[REPOSITORY@]SHA`, or bare: an
  /// http(s) URL, an arXiv id, an existing path, a commit of this directory's repository.
  ///
  /// - Throws: `Failure.badEvidence`, `.fileUnreadable`, `.programNotRun`.
  func attachment(_ text: String) async throws -> Attachment {
    let trimmed = text.trimmed
    let parts = trimmed.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let kind = Evidence.Kind(rawValue: parts[0].lowercased()) {
      let rest = parts[1].trimmed
      let found: Attachment? =
        switch kind {
        case .url: url(rest)
        case .arxiv: arxiv(rest)
        case .file: try file(rest)
        case .commit: try await commit(rest)
        }
      guard let found else { throw Failure.badEvidence(text) }
      return found
    }
    if let found = try url(trimmed) ?? arxiv(trimmed) ?? file(trimmed) { return found }
    if let found = try await commit(trimmed) { return found }
    throw Failure.badEvidence(text)
  }

  func patches(attaching evidence: [Attachment], to parent: Subject) -> [Patch] {
    evidence.map {
      Evidence(id: newID(), parent: parent, kind: $0.kind, value: $0.value, sha256: $0.sha256)
        .creation
    }
  }

  private func url(_ text: String) -> Attachment? {
    let lower = text.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      !text.contains(where: \.isWhitespace), let url = URL(string: text), url.host() != nil
    else { return nil }
    return Attachment(kind: .url, value: text, sha256: nil)
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
    guard environment.regularSize(of: path) != nil else { return nil }
    guard !environment.isBelowUnnamed(path) else { throw Failure.pathNotText(text) }
    guard let digest = try environment.digest(ofFile: path) else {
      throw Failure.fileUnreadable(path: environment.abbreviated(path))
    }
    return Attachment(kind: .file, value: path, sha256: digest)
  }

  /// A commit that git knows, as `REPOSITORY@SHA` with both whole.
  ///
  /// - Throws: `Failure.programNotRun`.
  private func commit(_ text: String) async throws -> Attachment? {
    let at = text.lastIndex(of: "@")
    let repository = at.map { environment.absolute(String(text[..<$0])) }
    let name = at.map { String(text[text.index(after: $0)...]) } ?? text
    let isName = name == "HEAD" || (4...64).contains(name.count) && name.allSatisfy(\.isHexDigit)
    guard isName,
      let git = environment.program("git")
    else { return nil }
    let directory = repository ?? environment.workingDirectory.path
    func ask(_ arguments: [String]) async throws -> String? {
      do {
        let outcome = try await ProcessRunner.system.run(
          git, ["-C", directory] + arguments, "", [:])
        return outcome.status == 0 ? outcome.output.trimmed : nil
      } catch {
        throw Failure.programNotRun("git", reason: "\(error)")
      }
    }
    guard let root = try await ask(["rev-parse", "--show-toplevel"]),
      let whole = try await ask(["rev-parse", "--verify", "--quiet", name + "^{commit}"])
    else { return nil }
    return Attachment(kind: .commit, value: root + "@" + whole, sha256: nil)
  }
}
