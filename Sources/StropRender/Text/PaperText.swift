package import StropCore

extension TextRenderer {
  /// `strop paper list`.
  package func papers(_ list: PaperList) -> String {
    var screen = Screen()
    if list.papers.isEmpty {
      screen.add(prose(list.isFiltered ? phrases.noSuchPapers : phrases.noPapers))
    }
    screen.add(
      Table(
        indent: 0,
        columns: [
          Table.Column(minimum: 10, isCutLast: true), Table.Column(minimum: 20),
          Table.Column(drops: 2), Table.Column(drops: 1), Table.Column(drops: 3), Table.Column(),
        ],
        rows: list.papers.map(row)
      ).lines(within: columns))
    screen.blank()
    if list.moreListed > 0 { screen.add(prose(phrases.moreListed(list.moreListed), tone: .quiet)) }
    let unread = list.papers.first { $0.readings.isEmpty }?.shortID ?? "2305.18290"
    let others = [(phrases.listOfSkill, "strop paper list --skill dpo --unread")]
    screen.add(
      commands(
        (list.isFiltered ? [] : others) + [(phrases.readIt, "strop paper read \(unread) -m 45")],
        indent: 0))
    return text(screen)
  }

  private func row(_ line: PaperLine) -> [Line] {
    [
      Line(line.shortID, .quiet, url: line.url), Line(line.title), Line(line.skill ?? "", .quiet),
      Line(line.lagMonths.map { phrases.lag(months: $0) } ?? "", .quiet),
      Line(phrases.judged(line.judgements.count), .quiet),
      Line(phrases.readings(line), line.readings.isEmpty ? .quiet : .plain),
    ]
  }

  /// `strop paper show`.
  package func paper(_ card: PaperCard) -> String {
    var screen = Screen()
    screen.add(heading(card))
    if !card.steps.isEmpty { screen.blank() }
    for step in card.steps {
      let facts = [
        phrases.day(step.entry.moment.day), phrases.read, step.entry.pass.map(phrases.pass),
        step.minutes.map(phrases.minutes),
      ]
      screen.add("  " + Line(facts.compactMap(\.self).joined(separator: "  ")))
      if let note = step.note { screen.add(prose(phrases.quoted(note), indent: 4)) }
    }
    if !card.judgements.isEmpty { screen.blank() }
    for line in card.judgements { screen.add(lines(line, naming: false)) }
    screen.blank()
    screen.add(next(card, indent: 2))
    return text(screen)
  }

  /// What a command made of a paper.
  package func paper(_ recorded: Recorded<PaperCard>) -> String {
    var screen = Screen()
    screen.add(heading(recorded.shown))
    var after = Screen()
    after.add(next(recorded.shown, indent: 0))
    return text(screen) + practice(recorded.practice) + text(after)
  }

  private func heading(_ card: PaperCard) -> [Line] {
    let line = card.line
    var lines = ends(Line(line.shortID, url: line.url), Line(phrases.readings(line), .quiet))
    lines += prose(line.title, indent: 2)
    let facts = [
      line.authors, line.year.map(String.init), line.skill,
      line.lagMonths.map { phrases.lag(months: $0) },
    ].compactMap(\.self)
    lines += prose(facts.joined(separator: " · "), indent: 2, tone: .quiet)
      .filter { !$0.plain.allSatisfy { $0 == " " } }
    if let former = card.formerTitle { lines += prose(phrases.formerTitle(former), indent: 2) }
    if let other = card.otherTitle { lines += prose(phrases.otherTitle(line.key, other)) }
    return lines
  }

  private func next(_ card: PaperCard, indent: Int) -> [Line] {
    let id = card.line.shortID
    return card.line.readings.isEmpty
      ? suggestion(phrases.readIt, ["strop paper read \(id) --pass 1 -m 45"], indent: indent)
      : suggestion(
        phrases.judgeIt, [judging(id)], indent: indent)
  }

  /// With a day half a year ahead.
  private func judging(_ id: String) -> String {
    let by = phrases.today.map { ($0 + 180).iso } ?? "…"
    return "strop paper judge \(id) \"…\" --p 70 --by \(by)"
  }

  /// A judgement: what was said, with which probability, and how it stands.
  private func lines(_ line: JudgementLine, naming: Bool) -> [Line] {
    let judgement = line.judgement
    let state = Line(phrases.standing(line), line.isOverdue ? .bad : .quiet)
    var lines = ends(
      "  " + Line(line.listed.shortID + "  ", .quiet) + Line(phrases.forecast(judgement)), state)
    lines += prose(phrases.quoted(judgement.claim), indent: 8)
    if naming {
      lines.append(
        .spaces(8)
          + Line("\(judgement.paper)  \(line.paperTitle)".sanitized.fitted(to: columns - 8), .quiet)
      )
    }
    if let rule = judgement.rule {
      lines += prose(phrases.settledBy + phrases.gap + rule, indent: 8, tone: .quiet)
    }
    for evidence in line.evidence {
      lines.append(.spaces(8) + self.evidence(evidence, within: columns - 8))
    }
    return lines
  }

  /// What a command made of a judgement.
  package func judgement(_ line: JudgementLine) -> String {
    var screen = Screen()
    screen.add(lines(line, naming: true))
    screen.add(
      line.judgement.isOpen
        ? resolution(line) : suggestion(phrases.seeScore, ["strop paper score"], indent: 0))
    return text(screen)
  }

  package func judgement(_ recorded: Recorded<JudgementLine>) -> String {
    var screen = Screen()
    screen.add(lines(recorded.shown, naming: true))
    var after = Screen()
    after.add(resolution(recorded.shown))
    return text(screen) + practice(recorded.practice) + text(after)
  }

  private func resolution(_ line: JudgementLine, indent: Int = 0) -> [Line] {
    let command = "strop paper resolve \(line.listed.shortID) "
    return suggestion(
      phrases.resolveIt, [command + "yes|no|void -e …", command + "yes"], indent: indent)
  }

  /// `strop paper score`: what waits and what was withdrawn is always in sight.
  package func score(_ card: ScoreCard) -> String {
    var screen = Screen()
    guard card.score.resolved + card.open.count + card.withdrawn.count + card.void > 0 else {
      screen.add(prose(phrases.noJudgements))
      screen.add(
        suggestion(
          phrases.judgeIt, [judging("2305.18290")], indent: 0)
      )
      return text(screen)
    }
    screen.add(prose(phrases.scored(card)))
    let score = card.score
    if let brier = score.brier, let rate = score.baseRate, let rateScore = score.baseRateBrier {
      screen.blank()
      screen.add(
        labelled([
          Labelled(
            phrases.brierLabel, phrases.brier(brier, baseRate: rate, baseRateScore: rateScore))
        ]))
      screen.blank()
      screen.add(calibration(score).lines(within: columns))
    }
    for (title, lines) in [
      (phrases.overdue, card.overdue), (phrases.open, card.open.filter { !$0.isOverdue }),
      (phrases.withdrawn, card.withdrawn),
    ] where !lines.isEmpty {
      screen.blank()
      screen.add(Line(title, .quiet))
      for line in lines { screen.add(self.lines(line, naming: true)) }
    }
    if let first = card.open.first {
      screen.blank()
      screen.add(resolution(first))
    }
    return text(screen)
  }

  private func calibration(_ score: JudgementScore) -> Table {
    let right = Table.Column(alignment: .right)
    return Table(
      columns: [right, right, right, right],
      rows: [
        [phrases.bucketSaid, phrases.bucketCount, phrases.bucketMean, phrases.bucketTrue].map {
          Line($0, .quiet)
        }
      ]
        + score.buckets.map { bucket in
          [
            Line(phrases.bucket(bucket)),
            Line("\(bucket.count)"), Line(phrases.percent(bucket.meanForecast)),
            Line(phrases.percent(bucket.frequency)),
          ]
        })
  }
}
