/// Finding what the user meant by a name.
package enum NameMatch<Candidate: Sendable>: Sendable {
  case found(Candidate)
  /// More than one; never empty.
  case ambiguous([Candidate])
  /// None; the nearest slugs, best first.
  case unknown(nearest: [Candidate])

  /// In bytes: nothing that has a name has a longer one.
  private static var longestName: Int { 600 }

  /// Looks for an exact slug, then a unique beginning of one, then a unique part of either title.
  ///
  /// `name`: NFKC, case-folded.
  /// `candidates`: in the order to offer them.
  /// `slug`: the whole slug.
  /// `shortSlug`: another exact and prefix form, such as an item's slug without its skill.
  /// `titles`: NFKC, case-folded.
  package static func find(
    _ name: String, in candidates: [Candidate], slug: @escaping (Candidate) -> String,
    shortSlug: @escaping (Candidate) -> String? = { _ in nil },
    titles: @escaping (Candidate) -> [String]
  ) -> NameMatch {
    guard !name.isEmpty, name.utf8.count <= longestName else { return .unknown(nearest: []) }
    let steps: [(Candidate) -> Bool] = [
      { slug($0) == name },
      { shortSlug($0) == name },
      { slug($0).hasPrefix(name) },
      { shortSlug($0)?.hasPrefix(name) ?? false },
      { titles($0).contains { $0.contains(name) } },
    ]
    for matches in steps {
      let found = candidates.filter(matches)
      if let first = found.first { return found.count == 1 ? .found(first) : .ambiguous(found) }
    }
    let near = candidates.map { candidate in
      let forms = [slug(candidate), shortSlug(candidate)].compactMap(\.self)
      return (candidate, forms.map { editDistance($0, name) }.min() ?? .max)
    }
    let limit = max(2, name.count / 3)
    return .unknown(
      nearest: near.filter { $0.1 <= limit }.sorted { $0.1 < $1.1 }.prefix(3).map(\.0))
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other
/// (optimal string alignment distance).
package func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.unicodeScalars.prefix(64))
  let right = Array(right.unicodeScalars.prefix(64))
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var older = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  for row in 1...left.count {
    var current = [row] + [Int](repeating: 0, count: right.count)
    for column in 1...right.count {
      let cost = left[row - 1] == right[column - 1] ? 0 : 1
      current[column] = min(
        previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        current[column] = min(current[column], older[column - 2] + 1)
      }
    }
    older = previous
    previous = current
  }
  return previous[right.count]
}
