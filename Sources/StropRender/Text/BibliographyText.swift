package import StropCore

extension TextRenderer {
  /// How many entries that were not taken are named.
  private static let named = 10

  /// `strop import` of BibTeX.
  package func imported(_ summary: BibliographySummary) -> String {
    var screen = Screen()
    screen.add(prose(phrases.bibliography(summary)))
    let passedOver = summary.passedOver
    if !passedOver.isEmpty {
      screen.blank()
      screen.add(prose(phrases.passedOver(entries: passedOver.count)))
      screen.add(
        Table(
          columns: [Table.Column(), Table.Column(minimum: 8), Table.Column()],
          rows: passedOver.prefix(TextRenderer.named).map { entry in
            [
              Line(phrases.line(entry.line), .quiet), Line(entry.key ?? "–"),
              Line(phrases.reason(entry.reason)),
            ]
          }
        ).lines(within: columns))
      if passedOver.count > TextRenderer.named {
        screen.add(Line("  … +\(passedOver.count - TextRenderer.named)", .quiet))
      }
      screen.blank()
    }
    screen.add(suggestion(phrases.seeThem, ["strop paper list"], indent: 0))
    return text(screen)
  }
}
