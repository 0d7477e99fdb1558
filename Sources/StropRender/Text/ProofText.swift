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
      screen.add(
        evidenceTable(summary.failed) { evidence in
          Line(evidence.verification?.problem.map(phrases.problem) ?? "", .bad)
        })
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

  private func evidenceTable(
    _ evidence: [Listed<Evidence>], _ last: (Evidence) -> Line
  ) -> [Line] {
    Table(
      columns: [
        Table.Column(), Table.Column(), Table.Column(minimum: 12), Table.Column(),
      ],
      rows: evidence.map { listed in
        [
          Line(listed.shortID, .quiet), Line(listed.value.kind.rawValue, .quiet),
          Line(shown(listed.value)), last(listed.value),
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
