extension String {
  /// The whole characters that fit into `limit` bytes of UTF-8, with `…` where some are left out.
  package func cut(bytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = startIndex
    var size = "…".utf8.count
    for index in indices {
      size += self[index].utf8.count
      if size > limit { break }
      end = self.index(after: index)
    }
    return self[..<end] + "…"
  }
}
