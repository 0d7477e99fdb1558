/// The ids of arXiv's papers, which are written in many ways.
package enum ArxivID {
  /// The id that a text names, without its version: of `2305.18290v2`, `arXiv:2305.18290`, an address of its abstract
  /// or its PDF, arXiv's own DOI; also of the scheme before April 2007, `math.GT/0309136`. Nil for anything else.
  package static func parse(_ text: String) -> String? {
    var rest = text[...]
    let lower = text.lowercased()
    if let scheme = ["https://", "http://"].first(where: lower.hasPrefix) {
      rest = rest.dropFirst(scheme.count)
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      var host = rest[..<slash].lowercased()
      if host.hasPrefix("www.") { host.removeFirst(4) }
      rest = rest[rest.index(after: slash)...]
      if host == "doi.org" || host == "dx.doi.org" { return parse(doi: rest) }
      guard host == "arxiv.org" || host.hasSuffix(".arxiv.org") || hosts.contains(host),
        let kind = rest.firstIndex(of: "/")
      else { return nil }
      rest = rest[rest.index(after: kind)...].prefix { $0 != "?" && $0 != "#" }
    }
    if rest.lowercased().hasPrefix("10.48550/") { return parse(doi: rest) }
    if rest.lowercased().hasPrefix("arxiv:") { rest = rest.dropFirst(6) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    if rest.lowercased().hasSuffix(".pdf") { rest = rest.dropLast(4) }
    return whole(rest)
  }

  /// The month in which a paper of an id came to arXiv, its first day; nil for what is no id.
  package static func month(of id: String) -> Day? {
    let digits = id.split(separator: "/").last?.prefix(4) ?? ""
    guard digits.count == 4, let year = Digits.number(digits.prefix(2)),
      let month = Digits.number(digits.suffix(2)), (1...12).contains(month)
    else { return nil }
    // The scheme before 2007 began in 1991.
    let century = id.contains("/") && year >= 91 ? 1900 : 2000
    return Day(iso: "\(century + year)-\(Digits.padded(month, 2))-01")
  }

  /// Others that show arXiv's papers under their ids.
  private static let hosts: Set = ["alphaxiv.org", "ar5iv.org", "huggingface.co"]

  private static func parse(doi: Substring) -> String? {
    guard doi.lowercased().hasPrefix("10.48550/arxiv.") else { return nil }
    return whole(doi.dropFirst("10.48550/arxiv.".count))
  }

  private static func whole(_ text: Substring) -> String? {
    var id = text
    if let v = id.lastIndex(of: "v") ?? id.lastIndex(of: "V") {
      let version = id[id.index(after: v)...]
      if !version.isEmpty, Digits.number(version) != nil { id = id[..<v] }
    }
    if Reference.isArxiv(id) { return String(id) }
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 7, Digits.number(parts[1]) != nil,
      let archive = parts[0].split(separator: ".").first,
      archive.count >= 2, archive.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }),
      parts[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-" || $0 == ".") })
    else { return nil }
    return String(id)
  }
}
