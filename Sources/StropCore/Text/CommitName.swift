/// A commit as evidence and logbooks name it: `REPOSITORY@SHA`, or its SHA alone where its repository is not known.
package struct CommitName: Hashable, Sendable {
  /// Nil where it is not known.
  package let repository: String?
  package let sha: String

  package init(_ text: String) {
    let at = text.lastIndex(of: "@")
    repository = at.map { String(text[..<$0]) }
    sha = at.map { String(text[text.index(after: $0)...]) } ?? text
  }
}
