package import StropCore

extension TextRenderer {
  /// `strop restore`.
  package func copies(_ list: CopyList) -> String {
    var screen = Screen()
    guard let newest = list.copies.first else {
      screen.add(prose(phrases.noCopies))
      screen.add(suggestion(phrases.makeOne, ["strop backup" + list.option.sanitized], indent: 0))
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(), Table.Column(drops: 2), Table.Column(alignment: .right, drops: 1),
        Table.Column(),
      ],
      rows: list.copies.map { copy in
        let made = copy.made.map {
          phrases.shortMoment(list.zone.clock(at: $0), today: list.today)
        }
        return [
          Line(copy.name.sanitized), Line(made ?? "", .quiet),
          Line(copy.entries.map(phrases.entries) ?? ""),
          copy.entries == nil
            ? Line(phrases.unreadable, .bad)
            : Line(phrases.lastCheckIn(copy.lastCheckIn, today: list.today), .quiet),
        ]
      })
    screen.add(table.lines(within: columns))
    screen.blank()
    screen.add(
      suggestion(
        phrases.bringOneBack, ["strop restore\(list.option) \(newest.name)".sanitized], indent: 0))
    return text(screen)
  }

  /// `strop restore COPY`; `kept`: where what was replaced lies, as shown.
  package func restored(_ receipt: RestoreReceipt, kept: String?) -> String {
    let copy = receipt.copy
    var screen = Screen()
    let parts = [
      copy.entries.map(phrases.entries),
      phrases.lastCheckIn(copy.lastCheckIn, today: receipt.today),
    ].compactMap(\.self)
    screen.add(
      prose(
        phrases.restored(copy.name.sanitized) + phrases.colon
          + parts.joined(separator: phrases.comma),
        tone: .good))
    if let kept {
      screen.add(suggestion(phrases.replacedIsKept, [kept.sanitized], indent: 0))
    }
    screen.add(suggestion(phrases.goOn, ["strop today" + receipt.option.sanitized], indent: 0))
    return text(screen)
  }
}
