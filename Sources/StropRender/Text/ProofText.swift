package import StropCore

// What backs the practice.
extension TextRenderer {
  /// How much of what lies elsewhere is named.
  private static let namedElsewhere = 5

  /// `strop evidence verify`.
  package func verification(_ summary: VerificationSummary) -> String {
    var screen = Screen()
    if summary.checked + summary.elsewhere.count + summary.links == 0, summary.since == nil {
      screen.add(prose(phrases.nothingToVerify))
      screen.add(
        suggestion(
          phrases.attachSome, ["strop checkin papers -m 30 -e notes.md", "strop checkin --help"],
          indent: 0))
      return text(screen)
    }
    screen.add(prose(phrases.verified(summary), tone: summary.failed.isEmpty ? .good : .bad))
    if !summary.failed.isEmpty {
      screen.blank()
      screen.add(failures(summary))
      if !summary.incompleteKinds.isEmpty { screen.blank() }
      for kind in summary.incompleteKinds {
        screen.add(prose(phrases.whole(kind), indent: 2, tone: .quiet))
      }
    }
    if !summary.elsewhere.isEmpty {
      screen.blank()
      screen.add("  " + Line(phrases.elsewhereLabel, .quiet))
      screen.add(
        evidenceTable(Array(summary.elsewhere.prefix(TextRenderer.namedElsewhere))) { _ in "" })
      let more = summary.elsewhere.count - TextRenderer.namedElsewhere
      if more > 0 { screen.add("  " + Line(phrases.more(elsewhere: more), .quiet)) }
    }
    if summary.links > 0 {
      screen.blank()
      screen.add(prose(phrases.unchecked(links: summary.links), indent: 2, tone: .quiet))
    }
    if let first = summary.failed.first {
      screen.blank()
      screen.add(suggestion(phrases.seeWhatItBacks, ["strop show \(first.shortID)"]))
    }
    return text(screen)
  }

  /// What does not hold, each thing once with how often it is attached.
  private func failures(_ summary: VerificationSummary) -> [Line] {
    func thing(_ listed: Listed<Evidence>) -> [String] {
      [listed.value.kind.rawValue, listed.value.value]
    }
    let counts = Dictionary(summary.failed.map { (thing($0), 1) }, uniquingKeysWith: +)
    var seen: Set<[String]> = []
    let once = summary.failed.filter { seen.insert(thing($0)).inserted }
    return evidenceTable(once, titles: summary.titles) { listed in
      let problem = listed.value.verification?.problem.map(phrases.problem) ?? ""
      let count = counts[thing(listed)] ?? 1
      return Line(problem + (count > 1 ? " ×\(count)" : ""), .bad)
    }
  }

  private func evidenceTable(
    _ evidence: [Listed<Evidence>], titles: [String: String] = [:],
    _ last: (Listed<Evidence>) -> Line
  ) -> [Line] {
    Table(
      columns: [
        Table.Column(), Table.Column(), Table.Column(minimum: 12), Table.Column(),
      ],
      rows: evidence.map { listed in
        [
          Line(listed.shortID, .quiet), Line(listed.value.kind.rawValue, .quiet),
          Line(titles[listed.value.value] ?? shown(listed.value)), last(listed),
        ]
      }
    ).lines(within: columns)
  }

  /// What it is, with a commit as people say it.
  private func shown(_ evidence: Evidence) -> String {
    guard evidence.kind == .commit, let repository = CommitName(evidence.value).repository else {
      return evidence.value
    }
    return repository + "@" + shortCommit(evidence.value)
  }
}
