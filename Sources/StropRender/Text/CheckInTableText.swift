package import StropCore

extension TextRenderer {
  /// How many rows that were not taken are named.
  private static let named = 10

  /// `strop import --csv`.
  package func imported(_ summary: CheckInTableSummary) -> String {
    var screen = Screen()
    screen.add(prose(phrases.table(summary)))
    if !summary.unknownColumns.isEmpty {
      screen.add(prose(phrases.unknown(columns: summary.unknownColumns)))
    }
    let (evidence, rows) = (
      summary.passedOver.filter(\.isTaken), summary.passedOver.filter { !$0.isTaken }
    )
    add(rows, below: phrases.passedOver(rows: rows.count), to: &screen)
    add(evidence, below: phrases.passedOver(evidence: evidence.count), to: &screen)
    if !summary.passedOver.isEmpty { screen.blank() }
    screen.add(suggestion(phrases.seeThem, ["strop log"], indent: 0))
    return text(screen)
  }

  private func add(
    _ passedOver: [CheckInTableSummary.PassedOver], below heading: String, to screen: inout Screen
  ) {
    guard !passedOver.isEmpty else { return }
    screen.blank()
    screen.add(prose(heading))
    let named = passedOver.prefix(Self.named).map { (phrases.line($0.line), $0.reason[language]) }
    let width = named.map(\.0.displayWidth).max() ?? 0
    for (line, reason) in named {
      let head = Line("  " + line.padded(to: width) + "  ", .quiet)
      screen.add(hanging(head, reason, indent: width + 4))
    }
    if passedOver.count > Self.named {
      screen.add(Line("  … +\(passedOver.count - Self.named)", .quiet))
    }
  }
}
