package import StropCore

extension TextRenderer {
  /// `strop bug list`: the open ones last, where the eye is.
  package func bugs(_ list: BugList) -> String {
    var screen = Screen()
    guard !list.bugs.isEmpty else {
      screen.add(prose(list.isFiltered ? phrases.noSuchBugs : phrases.noBugs))
      screen.add(suggestion(phrases.openOne, ["strop bug open \"…\""], indent: 0))
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(), Table.Column(minimum: 16), Table.Column(drops: 2),
        Table.Column(drops: 1), Table.Column(), Table.Column(alignment: .right),
      ],
      rows: list.bugs.map { line in
        let bug = line.bug
        return [
          Line(line.listed.shortID, .quiet), Line(bug.symptom),
          Line(bug.closing.map { phrases.bugClass($0.bugClass) } ?? "", .quiet),
          Line(phrases.tried(line.hypotheses), .quiet),
          Line(phrases.state(bug), bug.closing == nil ? .plain : .quiet),
          Line(phrases.duration(hours: bug.hours(at: list.now)), .quiet),
        ]
      })
    screen.add(table.lines(within: columns))
    if let last = list.bugs.last {
      screen.blank()
      screen.add(next(last))
    }
    return text(screen)
  }

  /// `strop bug show`: the trail, as a notebook has it.
  package func bug(_ card: BugCard) -> String {
    var screen = Screen()
    let bug = card.bug
    screen.add(
      ends(
        Line("bug ") + Line(card.shortID),
        Line(phrases.standing(bug, now: card.now), .quiet)))
    screen.add(prose(bug.symptom, indent: 2))
    screen.blank()
    screen.add(trail(card))
    if bug.closing == nil {
      screen.blank()
      screen.add(next(card.line))
      screen.add(closing(card.line))
    }
    return text(screen)
  }

  private func trail(_ card: BugCard) -> [Line] {
    var entries: [(at: Instant, lines: (Int) -> [Line])] = [
      (card.bug.opened.at, { _ in [Line(self.phrases.opened, .quiet)] })
    ]
    entries += card.steps.map { step in
      (step.entry.moment.at, { self.lines(step, within: $0) })
    }
    if let closing = card.bug.closing {
      entries.append((closing.at, { self.lines(closing, card.bug, within: $0) }))
    }
    return trail(card.zone, card.today, entries)
  }

  private func lines(_ step: Step<Hypothesis>, within columns: Int) -> [Line] {
    let hypothesis = step.entry
    var lines = hypothesis.text.sanitized.wrapped(to: columns - 2).enumerated().map {
      Line($0.offset == 0 ? mark(hypothesis.result) + " " : "  ") + Line($0.element)
    }
    let facts = [phrases.result(hypothesis.result), step.minutes.map(phrases.minutes)]
    lines.append("  " + Line(facts.compactMap(\.self).joined(separator: " · "), .quiet))
    if let note = step.note {
      lines += phrases.quoted(note).sanitized.wrapped(to: columns - 2).map { "  " + Line($0) }
    }
    return lines
  }

  private func mark(_ result: Hypothesis.Result) -> String {
    switch result {
    case .ruledOut: "×"
    case .confirmed: "✓"
    case .unclear: "?"
    }
  }

  private func lines(_ closing: Bug.Closing, _ bug: Bug, within columns: Int) -> [Line] {
    var lines = [Line(phrases.closedAfter(bug.hours(at: closing.at)), .quiet)]
    lines += phrases.cause(closing).sanitized.wrapped(to: columns).map { Line($0) }
    if let fix = closing.fix {
      lines += (phrases.fixLabel + phrases.colon + fix).sanitized.wrapped(to: columns).map {
        Line($0)
      }
    }
    return lines
  }

  /// What a command made of a bug.
  package func bug(_ recorded: Recorded<BugCard>) -> String {
    let card = recorded.shown
    var screen = Screen()
    let head = Line("bug ") + Line(card.shortID) + Line(phrases.colon)
    if let closing = card.bug.closing {
      screen.add(
        ends(
          head + Line(card.bug.symptom.sanitized.fitted(to: max(12, columns - head.width - 30))),
          Line(phrases.closedAfter(card.bug.hours(at: closing.at)), .good)))
      screen.add(lines(closing, card.bug, within: columns - 2).dropFirst().map { "  " + $0 })
      if closing.fix.map({ !$0.contains("@") && !$0.contains(":") }) == true {
        screen.add(prose(phrases.commitNotFound, indent: 2, tone: .quiet))
      }
    } else if let step = card.steps.last {
      screen.add((head + Line(card.bug.symptom)).fitted(to: columns))
      screen.add(
        "  " + Line(mark(step.entry.result) + " ")
          + Line(step.entry.text.sanitized.fitted(to: columns - 20))
          + Line("  " + phrases.result(step.entry.result), .quiet))
    } else {
      screen.add((head + Line(card.bug.symptom)).fitted(to: columns))
    }
    var after = Screen()
    if card.bug.closing != nil {
      after.add(
        suggestion(phrases.seeTrail, ["strop bug show \(card.shortID)"], indent: 0))
    } else if card.steps.last?.entry.result == .confirmed {
      after.add(closing(card.line, indent: 0))
    } else {
      after.add(next(card.line, indent: 0))
    }
    return text(screen) + practice(recorded.practice) + text(after)
  }

  private func next(_ line: BugLine, indent: Int = 2) -> [Line] {
    guard line.bug.closing == nil else {
      return suggestion(phrases.seeTrail, ["strop bug show \(line.listed.shortID)"], indent: indent)
    }
    let command = "strop bug try \(line.listed.shortID) \"…\" --result "
    return suggestion(
      phrases.tryIt, [command + "ruled-out|confirmed|unclear", command + "ruled-out"],
      indent: indent)
  }

  private func closing(_ line: BugLine, indent: Int = 2) -> [Line] {
    suggestion(
      phrases.closeIt,
      ["strop bug close \(line.listed.shortID) --cause \"…\" --class loss-mask"], indent: indent)
  }

  /// `strop bug stats`.
  package func bugStatistics(_ statistics: BugStatistics) -> String {
    var screen = Screen()
    guard statistics.closed + statistics.open > 0 else {
      screen.add(prose(phrases.noBugs))
      screen.add(suggestion(phrases.openOne, ["strop bug open \"…\""], indent: 0))
      return text(screen)
    }
    screen.add(prose(phrases.bugs(closed: statistics.closed, open: statistics.open)))
    screen.blank()
    let median = statistics.medianHours.map { phrases.duration(hours: $0) } ?? phrases.noMedian
    screen.add(
      labelled(
        [
          Labelled(phrases.medianLabel, median),
          Labelled("", phrases.medianMethod, tone: .quiet),
        ]
          + (statistics.hypothesesPerBug.map {
            [Labelled(phrases.hypothesesPerBug, phrases.decimal($0))]
          } ?? [])))
    if !statistics.byClass.isEmpty {
      screen.blank()
      let most = statistics.byClass.map(\.closed).max() ?? 1
      screen.add(
        Table(
          columns: [
            Table.Column(), Table.Column(drops: 1), Table.Column(alignment: .right),
            Table.Column(alignment: .right),
          ],
          rows: statistics.byClass.map { line in
            let bar = String(repeating: "█", count: max(1, line.closed * 20 / max(most, 20)))
            return [
              Line(phrases.bugClass(line.bugClass)), Line(bar, .quiet), Line("\(line.closed)"),
              Line(phrases.tried(line.hypothesesPerBug), .quiet),
            ]
          }
        ).lines(within: columns))
    }
    return text(screen)
  }
}
