package import StropCore

extension TextRenderer {
  /// `strop show`: a record's fields, what is attached to it, and what became of it.
  package func record(_ card: RecordCard) -> String {
    var screen = Screen()
    let state = phrases.recordState(card.state)
    screen.add(
      ends(
        Line(card.kind.name[language] + " ") + Line(card.shortID),
        Line(state, card.state == .kept ? .plain : .bad)))
    screen.blank()
    screen.add(labelled(blocks(card)))
    screen.blank()
    screen.add("  " + Line(phrases.history(card.zone.name), .quiet))
    for event in card.history.events { screen.add(lines(event, card)) }
    if let command = nextCommand(card) {
      screen.blank()
      screen.add(suggestion(command.label, [command.text]))
    }
    return text(screen)
  }

  private func blocks(_ card: RecordCard) -> [Labelled] {
    var blocks = card.fields.compactMap { field in
      field.content.map { content in
        Labelled(phrases.label(of: field.name, in: card.kind)) { columns in
          lines(content, columns, card)
        }
      }
    }
    if let level = card.level {
      let tone: Tone = level == .verified ? .good : .plain
      blocks.append(Labelled(phrases.levelLabel, phrases.level(level), tone: tone))
    }
    for (index, evidence) in card.evidence.enumerated() {
      blocks.append(
        Labelled(index == 0 ? phrases.evidenceLabel : "") { columns in
          [self.evidence(evidence, within: columns)]
        })
    }
    return blocks
  }

  private func lines(
    _ content: RecordField.Content, _ columns: Int, _ card: RecordCard
  ) -> [Line] {
    let text = phrases.content(content, zone: card.recordZone, today: card.today)
    // The paragraphs of a note stay apart.
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      String($0).sanitized.wrapped(to: columns).map { Line($0) }
    }
  }

  private func lines(_ event: RecordHistory.Event, _ card: RecordCard) -> [Line] {
    let when = phrases.shortMoment(card.zone.clock(at: event.at), today: card.today)
    let machine =
      event.device == card.device
      ? phrases.thisMachine : phrases.machine(String(event.device.prefix(Identifier.shortest)))
    let head =
      Line("    " + when + "  ", .quiet) + Line(phrases.event(event)) + Line("  " + machine, .quiet)
    guard event.action != .written else { return [head] }
    let indent = 4 + when.displayWidth + 2
    return [head]
      + event.changes.map { .spaces(indent) + change($0, card, within: columns - indent) }
  }

  /// `minutes 45 → 60`.
  private func change(
    _ change: RecordHistory.Change, _ card: RecordCard, within columns: Int
  ) -> Line {
    let label = phrases.label(of: change.name, in: card.kind).fitted(to: columns / 3)
    let room = (min(columns, TextRenderer.comfortableWidth) - label.displayWidth - 4) / 2
    return Line(label + " ", .quiet)
      + Line(
        shown(change.old, within: room, today: card.today) + " → "
          + shown(change.new, within: room, today: card.today))
  }

  /// What a field held before, or after, it was changed.
  func shown(_ value: Value?, within columns: Int, today: Day?) -> String {
    switch value {
    case .text(let text)?:
      if Day(iso: text) != nil { return text }
      if let moment = CivilDateTime(text) {
        return phrases.shortMoment(moment, today: today ?? moment.day)
      }
      let room = columns - phrases.quoted("").displayWidth
      return phrases.quoted(text.sanitized.fitted(to: room))
    case let value?: return value.json.compact
    case nil: return phrases.none
    }
  }

  /// What one types next of a record that counts.
  private func nextCommand(_ card: RecordCard) -> (label: String, text: String)? {
    guard card.state == .kept else { return nil }
    if let command = card.kind.editing(card.shortID) { return (phrases.toChange, command) }
    return (card.kind.showing(card.shortID) ?? parent(card)).map { (phrases.seeIt, $0) }
  }

  /// The command that shows what a piece of evidence backs.
  private func parent(_ card: RecordCard) -> String? {
    guard case .value(.text(let name)) = card.fields.first(where: { $0.name == "parent" })?.content,
      let parent = Subject(name)
    else { return nil }
    return parent.type == ItemProgress.type
      ? "strop item show " + parent.key.sanitized : "strop show " + parent.key.sanitized
  }
}
