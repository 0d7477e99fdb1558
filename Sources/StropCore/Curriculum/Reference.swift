/// Where an item's reference points.
package enum Reference: Hashable, Sendable {
  /// An id without version.
  case arxiv(String)
  case doi(String)
  /// `commit` is nil where none is pinned.
  case github(repository: String, commit: String?, path: String)
  case url(String)

  /// Reads `arxiv:2305.18290`, `doi:10.1145/…`, `github:OWNER/NAME@COMMIT:PATH`, `url:https://…`.
  package init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let rest = String(text[text.index(after: colon)...])
    guard !rest.isEmpty, !rest.contains(where: \.isWhitespace) else { return nil }
    switch text[..<colon] {
    case "arxiv":
      guard Reference.isArxiv(rest) else { return nil }
      self = .arxiv(rest)
    case "doi":
      guard rest.hasPrefix("10."), rest.contains("/") else { return nil }
      self = .doi(rest)
    case "url":
      guard rest.hasPrefix("https://") || rest.hasPrefix("http://") else { return nil }
      self = .url(rest)
    case "github":
      let parts = rest.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      let pinned = parts[0].split(separator: "@").map(String.init)
      guard (1...2).contains(pinned.count), pinned[0].split(separator: "/").count == 2 else {
        return nil
      }
      self = .github(
        repository: pinned[0], commit: pinned.count == 2 ? pinned[1] : nil, path: parts[1])
    default: return nil
    }
  }

  /// Whether `text` is an arXiv id of the scheme in use since 2007, without version.
  package static func isArxiv(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, (4...5).contains(parts[1].utf8.count),
      Digits.number(parts[1]) != nil, let month = Digits.number(parts[0].suffix(2))
    else { return false }
    return Digits.number(parts[0]) != nil && (1...12).contains(month)
  }
}
