package import StropCore

extension TextRenderer {
  /// `strop skip list`.
  package func skips(_ skips: [Listed<Skip>]) -> String {
    var screen = Screen()
    guard !skips.isEmpty else {
      screen.add(prose(phrases.noSkips))
      screen.add(
        suggestion(
          phrases.skipSome,
          ["strop skip add --to sun --reason \"…\"", "strop skip add --to sun"],
          indent: 0))
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(), Table.Column(), Table.Column(), Table.Column(minimum: 6, drops: 1),
      ],
      rows: skips.map { listed in
        [
          Line(listed.shortID, .quiet), Line(phrases.range(listed.value.days)),
          Line(listed.value.skill ?? phrases.all), Line(listed.value.reason ?? "", .quiet),
        ]
      })
    screen.add(table.lines(within: columns))
    return text(screen)
  }

  /// What became of a skip.
  package func skip(_ receipt: Receipt<Listed<Skip>>) -> String {
    let skip = receipt.shown.value
    let days = skip.days.upperBound - skip.days.lowerBound + 1
    let what =
      (skip.skill ?? phrases.allSkills) + phrases.comma + phrases.range(skip.days)
      + phrases.comma + phrases.days(days)
    var screen = Screen()
    screen.add(
      prose("\(phrases.skipped(receipt.action)) \(receipt.shown.shortID)\(phrases.colon)\(what)"))
    if let reason = skip.reason { screen.add(prose(phrases.quoted(reason), indent: 2)) }
    return text(screen)
  }
}
