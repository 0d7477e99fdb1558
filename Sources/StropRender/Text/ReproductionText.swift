package import StropCore

extension TextRenderer {
  /// `strop repro list`: those that go on last, where the eye is.
  package func reproductions(_ cards: [ReproductionCard]) -> String {
    var screen = Screen()
    guard let last = cards.last else {
      screen.add(prose(phrases.noReproductions))
      screen.add(
        suggestion(
          phrases.startOne,
          [
            "strop repro start dpo-hh --source 2305.18290 --claim win-rate=61 --better higher",
            "strop repro start --help",
          ], indent: 0))
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(minimum: 12, isCutLast: true), Table.Column(minimum: 16, drops: 2),
        Table.Column(minimum: 14, drops: 3), Table.Column(drops: 1), Table.Column(),
      ],
      rows: cards.map { card in
        let first = card.claims.first
        let more = card.claims.count > 1 ? " (+\(card.claims.count - 1))" : ""
        return [
          Line(card.reproduction.title),
          Line(
            first.map { $0.claim.metric + " " + phrases.figure($0.claim.value) + more } ?? "",
            .quiet),
          Line(first.map { phrases.measured($0) } ?? ""),
          Line(phrases.standing(card.reproduction), .quiet),
          verdict(card.verdict),
        ]
      })
    screen.add(table.lines(within: columns))
    screen.blank()
    screen.add(
      suggestion(
        phrases.seeReproduction, ["strop repro show " + typedName(last)]))
    return text(screen)
  }

  /// `strop repro show`.
  package func reproduction(_ card: ReproductionCard) -> String {
    var screen = Screen()
    screen.add(heading(card))
    screen.blank()
    for standing in card.claims { screen.add(lines(standing, isOnly: card.claims.count == 1)) }
    if !card.runs.isEmpty { screen.blank() }
    screen.add(
      trail(
        card.zone, card.today,
        card.runs.map { run in
          (run.entry.moment.at, { self.lines(run, card, within: $0) })
        }))
    if let reason = card.reproduction.ending?.reason {
      screen.blank()
      screen.add(
        prose(phrases.standing(card.reproduction) + phrases.colon + reason, indent: 2))
    }
    if card.reproduction.state != .finished {
      screen.blank()
      screen.add(next(card, indent: 2))
    }
    return text(screen)
  }

  /// What a command made of a reproduction.
  package func reproduction(_ recorded: Recorded<ReproductionCard>) -> String {
    let card = recorded.shown
    var screen = Screen()
    screen.add(ends(Line(card.reproduction.title), verdict(card.verdict)))
    for standing in card.claims { screen.add(lines(standing, isOnly: card.claims.count == 1)) }
    var after = Screen()
    after.add(next(card, indent: 0))
    return text(screen) + practice(recorded.practice) + text(after)
  }

  private func heading(_ card: ReproductionCard) -> [Line] {
    let reproduction = card.reproduction
    let isArxiv = ArxivID.parse(reproduction.source) != nil
    let url = isArxiv ? Reference.arxiv(reproduction.source).url : reproduction.source
    let source = [reproduction.source, card.sourceTitle].compactMap(\.self)
    return ends(Line(reproduction.title), verdict(card.verdict))
      + [
        "  "
          + Line(source.joined(separator: "  ").fitted(to: columns - 2), .quiet, url: url),
        "  "
          + Line(
            card.listed.shortID + " · " + phrases.standing(reproduction), .quiet),
      ]
  }

  private func verdict(_ verdict: ClaimStanding.Verdict) -> Line {
    let tone: Tone =
      switch verdict {
      case .reproduced: .good
      case .notReproduced: .bad
      case .inProgress, .singleSeed, .abandoned: .plain
      }
    return Line(phrases.verdict(verdict), tone)
  }

  /// A claim: what was claimed, what came out, how far that is off.
  ///
  /// `isOnly`: whether its reproduction's verdict is its own, which stands above.
  private func lines(_ standing: ClaimStanding, isOnly: Bool) -> [Line] {
    var lines = ends(
      "  " + Line(standing.claim.metric + "  ") + Line(phrases.claimed(standing.claim), .quiet),
      isOnly ? "" : verdict(standing.verdict))
    var facts = [phrases.measured(standing), phrases.gap(standing)].compactMap(\.self)
    if let caution = phrases.caution(standing.verdict) { facts.append(caution) }
    lines += prose(phrases.sequence(facts), indent: 4)
    return lines
  }

  private func lines(
    _ run: Step<RunResult>, _ card: ReproductionCard, within columns: Int
  ) -> [Line] {
    let result = run.entry
    let isReplaced = card.isReplaced(result)
    let metric = card.claims.count > 1 ? result.metric + " " : ""
    let facts = [
      result.seed.map(phrases.seed), result.commit.map { shortCommit($0) },
      run.minutes.map(phrases.minutes), result.conditions,
      isReplaced ? phrases.replaced : nil,
    ].compactMap(\.self)
    var lines = [Line(metric + phrases.figure(result.value), isReplaced ? .quiet : .plain)]
    lines += facts.joined(separator: " · ").sanitized.wrapped(to: columns - 2)
      .filter { !$0.isEmpty }.map { "  " + Line($0, .quiet) }
    if let note = run.note {
      lines += phrases.quoted(note).sanitized.wrapped(to: columns - 2).map { "  " + Line($0) }
    }
    return lines
  }

  private func typedName(_ card: ReproductionCard) -> String {
    typedName(card.reproduction.title, card.listed.shortID)
  }

  private func next(_ card: ReproductionCard, indent: Int) -> [Line] {
    let name = typedName(card)
    let seed = (card.runs.compactMap(\.entry.seed).filter { $0 < 1_000_000 }.max() ?? 0) + 1
    let named = card.claims.count > 1 ? card.claims[0].claim.metric : nil
    let metric = named.map { " --metric " + (plainWord($0) ?? "\"…\"") } ?? ""
    switch card.reproduction.state {
    case .open, .abandoned:
      let isFirst = card.runs.isEmpty
      let result = suggestion(
        isFirst ? phrases.addResult : phrases.anotherSeed,
        ["strop repro result \(name) VALUE\(metric) --seed \(seed) -m 60"], indent: indent)
      let isDone = [.reproduced, .notReproduced].contains(card.verdict)
      return isDone
        ? suggestion(phrases.concludeIt, ["strop repro finish \(name)"], indent: indent) : result
    case .finished:
      return suggestion(phrases.seeReproduction, ["strop repro show \(name)"], indent: indent)
    }
  }
}
