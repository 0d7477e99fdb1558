package import StropCore

extension TextRenderer {
  /// The focus with its numbers and how it stands, for a check-in's first question.
  package func skillChoices(_ today: Today) -> String {
    var screen = Screen()
    screen.add(skillTable(today, isNumbered: true).lines(within: columns))
    return text(screen)
  }

  /// `default`: what Enter takes; nil where nothing is in the focus.
  package func skillQuestion(_ default: String?) -> String {
    question(phrases.skillAsked, default: `default`)
  }

  /// `last`: what Enter takes; nil where no minutes were ever given.
  package func minutesQuestion(_ last: Int?) -> String {
    question(phrases.minutesAsked, default: last.map(String.init), isOptional: true)
  }

  package var noteQuestion: String {
    question(phrases.noteAsked, default: nil, isOptional: true)
  }

  package var evidenceQuestion: String {
    question(phrases.evidenceLabel, default: nil, isOptional: true)
  }

  /// Items with their numbers, for a check-in's question.
  package func itemChoices(_ items: [NextItem]) -> String {
    var screen = Screen()
    let table = Table(
      columns: [
        Table.Column(), Table.Column(minimum: 10, isCutLast: true), Table.Column(minimum: 14),
      ],
      rows: items.enumerated().map { index, item in
        [Line("\(index + 1)"), Line(item.slug), Line(item.title[language], .quiet)]
      })
    screen.add(table.lines(within: columns))
    return text(screen)
  }

  /// `inWork`: what Enter takes; nil where no item is in work.
  package func itemQuestion(_ inWork: String?) -> String {
    question(phrases.itemAsked, default: inWork, isOptional: true)
  }

  /// `minutes [40], - for none: `, with its space at the end.
  func question(
    _ asked: String, default: String?, isOptional: Bool = false
  ) -> String {
    let taken = `default`.map { " [" + $0.sanitized + "]" } ?? ""
    let none = isOptional ? phrases.orNone(hasDefault: `default` != nil) : ""
    return asked + taken + none + phrases.colon
  }

  /// An answer that will not do, and why.
  package func wrongAnswer(_ sentence: String, _ hint: String?) -> String {
    var screen = Screen()
    screen.add(prose(sentence + (hint.map { phrases.colon + $0 } ?? ""), indent: 2))
    return text(screen)
  }

  /// What became of a check-in whose questions were answered.
  package func answered(_ receipt: Receipt<ChangedCheckIn>) -> String {
    var screen = Screen()
    screen.add(suggestion(phrases.undoIt, ["strop undo"], indent: 0))
    return "\n" + checkIn(receipt) + text(screen)
  }

  /// What the first run made, in one line: where another command than today ran first.
  package func firstRunLine(_ firstRun: FirstRun) -> String {
    prose(phrases.made(firstRun)).map(\.plain).joined(separator: "\n") + "\n"
  }

  /// The same without colour: for a file.
  package var plain: TextRenderer {
    TextRenderer(language: language, columns: columns, color: false, glyphs: glyphs)
  }
}
