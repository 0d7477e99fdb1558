package import StropCore

extension TextRenderer {
  /// `strop item list`: a line an item, under its skill.
  package func items(_ list: ItemList) -> String {
    var screen = Screen()
    guard !list.items.isEmpty else {
      screen.add(prose(phrases.noItems))
      return text(screen)
    }
    var rows = itemTable(list.items).lines(within: columns)[...]
    var rest = list.items[...]
    while let skill = rest.first?.item.skill {
      let group = rest.prefix { $0.item.skill == skill }
      rest = rest.dropFirst(group.count)
      let done = group.count { $0.state == .done }
      screen.blank()
      screen.add(
        ends(Line(skill), Line(phrases.itemsDone(done, of: group.count), .quiet)))
      screen.add(Array(rows.prefix(group.count)))
      rows = rows.dropFirst(group.count)
    }
    return text(screen)
  }

  /// A row an item, without the skill's slug before the items': a heading names it.
  func itemTable(_ items: [ListedItem]) -> Table {
    Table(
      columns: [
        Table.Column(), Table.Column(minimum: 16, isCutLast: true),
        Table.Column(minimum: 16, drops: 3),
        Table.Column(alignment: .right, drops: 2), Table.Column(drops: 1), Table.Column(),
      ],
      rows: items.map { listed in
        let item = listed.item
        let slug = String(item.slug.dropFirst(item.skill.count + 1))
        let isOver = listed.state == .done || listed.state == .dropped
        return [
          Line(mark(listed.state), listed.state == .done ? .good : .plain),
          Line(slug), Line(item.title[language], isOver ? .quiet : .plain),
          Line(phrases.hours(item.hours), .quiet), Line(phrases.hardware(item.hardware), .quiet),
          state(listed),
        ]
      })
  }

  /// One character for a state; the word stands at the line's end.
  private func mark(_ state: ItemProgress.State) -> String {
    switch state {
    case .todo: "○"
    case .doing: "◐"
    case .done: "●"
    case .dropped: "×"
    }
  }

  /// The state in a word, or how well a finished item is backed; nothing for what is to do.
  private func state(_ listed: ListedItem) -> Line {
    switch listed.state {
    case .todo: ""
    case .doing, .dropped: Line(phrases.state(listed.state), .quiet)
    case .done: Line(phrases.level(listed.level), listed.level == .verified ? .good : .quiet)
    }
  }

  /// `strop item show`, and what start, reopen and drop leave behind.
  package func item(_ listed: ListedItem) -> String {
    let item = listed.item
    var screen = Screen()
    screen.add(prose(item.title[language]))
    var right = phrases.state(listed.state)
    if listed.state == .done { right += phrases.comma + phrases.level(listed.level) }
    screen.add(ends(Line(item.slug, .quiet), Line(right, .quiet)))
    screen.blank()
    screen.add(labelled(details(listed)))
    screen.blank()
    let done = "strop item done " + item.slug.sanitized
    let proof = item.expect == nil ? " -e …" : " --value …"
    switch listed.state {
    case .todo, .doing: screen.add(suggestion(phrases.finishIt, [done + proof, done]))
    case .done, .dropped: break
    }
    return text(screen)
  }

  private func details(_ listed: ListedItem) -> [Labelled] {
    let item = listed.item
    var check = phrases.check(item.check)
    if item.expect != nil { check += phrases.comma + phrases.knownAnswer }
    if item.predictFirst { check += phrases.comma + phrases.predictFirst }
    var blocks = [
      Labelled(phrases.doneWhenLabel, item.doneWhen[language]),
      Labelled(
        phrases.effortLabel,
        phrases.effort(hours: item.hours, hardware: item.hardware)),
      Labelled(phrases.checkLabel, check),
    ]
    for (index, slug) in item.prerequisites.enumerated() {
      let isOpen = listed.openPrerequisites.contains(slug)
      blocks.append(
        Labelled(
          index == 0 ? phrases.afterLabel : "",
          slug + phrases.comma + (isOpen ? phrases.stillOpen : phrases.state(.done))))
    }
    for (index, reference) in item.references.enumerated() {
      blocks.append(
        Labelled(index == 0 ? phrases.readLabel : "") { self.reference(reference, columns: $0) })
    }
    if let finished = listed.progress?.finished {
      blocks.append(Labelled(phrases.finishedLabel, phrases.longDay(finished.day)))
    }
    if let value = listed.progress?.value {
      blocks.append(Labelled(phrases.valueLabel, value))
    }
    for (index, evidence) in listed.evidence.enumerated() {
      blocks.append(
        Labelled(
          index == 0 ? phrases.evidenceLabel : "",
          evidence.kind.rawValue + " " + evidence.value + phrases.comma
            + phrases.level(evidence.level)))
    }
    return blocks
  }

  /// A reference is a thing to copy: one without spaces is never broken.
  private func reference(_ reference: String, columns: Int) -> [Line] {
    let text = reference.sanitized
    guard !text.contains(" ") else { return text.wrapped(to: columns).map { Line($0, .quiet) } }
    var line = Line(text, .quiet)
    line.mayOverflow = true
    return [line]
  }

  /// `strop item done`.
  package func itemDone(_ receipt: ItemReceipt) -> String {
    let listed = receipt.listed
    var screen = Screen()
    let level = Line(phrases.level(listed.level), listed.level == .verified ? .good : .quiet)
    screen.add(
      ends(Line(phrases.state(.done) + phrases.colon + listed.item.slug), level))
    if let value = listed.progress?.value {
      switch listed.progress?.match {
      case true: screen.add(prose(phrases.matched(value), indent: 2, tone: .good))
      case false: screen.add(prose(phrases.mismatched(value), indent: 2, tone: .bad))
      case nil: screen.add(prose(phrases.valueLabel + phrases.colon + value, indent: 2))
      }
    }
    for evidence in listed.evidence { screen.add(self.evidence(evidence)) }
    if listed.level == .claimed {
      let command = "strop item done " + listed.item.slug.sanitized
      screen.add(suggestion(phrases.attachProof, [command + " -e …", command], indent: 0))
    }
    if let next = receipt.next {
      let effort = phrases.effort(hours: next.hours, hardware: next.hardware)
      screen.add(
        Line(phrases.nextOne, .quiet) + Line(phrases.gap) + Line(next.slug) + "   "
          + Line(effort, .quiet))
    }
    return text(screen)
  }
}
