import StropCore

// What each ability has to show.
extension PortfolioPages {
  /// How many runs of an experiment are told one by one, the newest.
  private static let runsTold = 5

  /// What an ability has to show, under its name; none where it has nothing.
  func part(_ ability: Ability) -> [Document.Block] {
    var blocks: [Document.Block]
    switch ability {
    case .papers: blocks = papers
    case .reproductions: blocks = reproductions
    case .bugs: blocks = entries(phrases.bugsPart, portfolio.bugs, level: \.level, bug)
    case .experiments:
      blocks =
        gpuHours
        + entries(phrases.experimentsPart, portfolio.experiments, level: \.level, experiment)
    }
    blocks += entries(
      phrases.itemsPart, portfolio.items.filter { $0.ability == ability }, level: \.level, item)
    guard !blocks.isEmpty else { return [] }
    return [.heading(phrases.ability(ability), level: 2)] + blocks
  }

  /// A part with what is backed, the best of it first; none where there is nothing.
  private func entries<Value>(
    _ title: String, _ values: [Value], level: (Value) -> EvidenceLevel,
    _ entry: (Value) -> Document.Entry
  ) -> [Document.Block] {
    let shown = backed(values, level)
    return shown.isEmpty ? [] : [.heading(title, level: 3)] + shown.map { .entry(entry($0)) }
  }

  /// What is verified, then what is evidenced.
  private func backed<Value>(_ values: [Value], _ level: (Value) -> EvidenceLevel) -> [Value] {
    values.filter { level($0) == .verified } + values.filter { level($0) == .evidenced }
  }

  private func mark(_ verdict: String?, _ level: EvidenceLevel) -> String {
    [verdict, phrases.level(level)].compactMap(\.self).joined(separator: " · ")
  }

  func fact(_ label: String, _ text: String?, url: String? = nil) -> Document.Fact? {
    text.map { Document.Fact(label: label, lines: [Document.Inline($0, url: url)]) }
  }

  private func fact(_ label: String, lines: [Document.Inline]) -> Document.Fact? {
    lines.isEmpty ? nil : Document.Fact(label: label, lines: lines)
  }

  private var papers: [Document.Block] {
    let score = portfolio.calibration
    let judged = score.resolved + portfolio.openJudgements + portfolio.withdrawnJudgements
    let facts = [
      portfolio.papersRead > 0
        ? phrases.papersRead(portfolio.papersRead, studied: portfolio.papersStudied) : nil,
      judged + portfolio.voidJudgements > 0
        ? phrases.scored(
          score, open: portfolio.openJudgements, withdrawn: portfolio.withdrawnJudgements,
          void: portfolio.voidJudgements) : nil,
    ].compactMap(\.self)
    var blocks: [Document.Block] =
      facts.isEmpty ? [] : [.paragraph(Document.Inline(phrases.sequence(facts)))]
    if score.resolved > 0 { blocks.append(.figures([figures.calibration(score)])) }
    return blocks
      + entries(phrases.judgementsPart, portfolio.judgements, level: \.level, judgement)
  }

  private func judgement(_ line: JudgementLine) -> Document.Entry {
    let judgement = line.judgement
    return Document.Entry(
      name: Document.Inline(phrases.quoted(judgement.claim)),
      mark: mark(judgement.resolution.map { phrases.outcome($0.outcome) }, line.level),
      isVerified: line.level == .verified,
      facts: [
        fact(phrases.foretoldLabel, phrases.foretold(judgement)),
        fact(phrases.paperLabel, line.paperTitle, url: address(judgement.paper)),
        fact(phrases.settledHowLabel, judgement.rule),
        fact(
          phrases.evidenceLabel, lines: line.evidence.map { cited(CitedEvidence($0)) }),
      ].compactMap(\.self))
  }

  private var reproductions: [Document.Block] {
    let cards = backed(portfolio.reproductions, \.level)
    guard !cards.isEmpty else { return [] }
    let rows = cards.flatMap { card in
      card.claims.enumerated().map { index, standing in
        row(standing, of: card, isFirst: index == 0, isLast: index == card.claims.count - 1)
      }
    }
    let claims = figures.claims(cards)
    return [.heading(phrases.reproductionsPart, level: 3)]
      + (claims.drawings.isEmpty ? [] : [.figures([claims])]) + [
        .table(
          Document.Table(
            columns: [
              Document.Table.Column(label: phrases.reproductionLabel, minimum: 10),
              Document.Table.Column(label: phrases.metricLabel, minimum: 8, drops: 1),
              Document.Table.Column(label: phrases.claimLabel, alignment: .right),
              Document.Table.Column(label: phrases.meanLabel, alignment: .right),
              Document.Table.Column(label: phrases.seedsLabel, alignment: .right),
              Document.Table.Column(label: phrases.verdictLabel),
              Document.Table.Column(label: phrases.levelLabel, drops: 2),
              Document.Table.Column(label: phrases.conditionsLabel, isBelow: true),
              Document.Table.Column(label: phrases.linkLabel, isBelow: true),
            ], rows: rows))
      ]
  }

  private func row(
    _ standing: ClaimStanding, of card: ReproductionCard, isFirst: Bool, isLast: Bool
  ) -> [Document.Inline] {
    let verdict = card.verdict == .abandoned ? card.verdict : standing.verdict
    return [
      Document.Inline(isFirst ? card.reproduction.title : ""),
      Document.Inline(standing.claim.metric),
      Document.Inline(phrases.figure(standing.claim.value)),
      Document.Inline(phrases.mean(standing)),
      Document.Inline("\(standing.runs.count)"), Document.Inline(phrases.verdict(verdict)),
      Document.Inline(isFirst ? phrases.level(card.level) : ""),
      isLast ? Document.Inline(phrases.sequence(conditions(card))) : "",
      isLast ? links(card) : "",
    ]
  }

  /// What differed from the source, each once, and why it was ended.
  private func conditions(_ card: ReproductionCard) -> [String] {
    let all =
      card.runs.compactMap(\.entry.conditions)
      + [card.reproduction.ending?.reason].compactMap(\.self)
    return each(all)
  }

  /// Each once, in the order of first appearance.
  private func each(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Where it comes from, and the code that ran.
  private func links(_ card: ReproductionCard) -> Document.Inline {
    let source = address(card.reproduction.source)
    let commits = each(card.runs.compactMap(\.entry.commit).map(namedCommit))
    let told = commits.prefix(3).joined(separator: phrases.say(", ", "、"))
    let name =
      ArxivID.parse(card.reproduction.source) == nil ? source : "arXiv " + card.reproduction.source
    return Document.Inline(name, url: source)
      + Document.Inline(commits.isEmpty ? "" : " · " + told + (commits.count > 3 ? " …" : ""))
  }

  private func bug(_ card: BugCard) -> Document.Entry {
    let closing = card.bug.closing
    return Document.Entry(
      name: Document.Inline(card.bug.symptom), mark: phrases.level(card.level),
      isVerified: card.level == .verified,
      facts: [
        fact(
          phrases.causeLabel,
          closing.map {
            $0.cause + phrases.say(" (", "（") + phrases.bugClass($0.bugClass)
              + phrases.say(")", "）")
          }),
        fact(phrases.triedLabel, lines: card.steps.flatMap(tried)),
        fact(phrases.fixLabel, closing?.fix.map(namedCommit), url: closing?.fix),
        fact(phrases.tookLabel, phrases.took(card.bug)),
      ].compactMap(\.self))
  }

  private func tried(_ step: Step<Hypothesis>) -> [Document.Inline] {
    let facts = [
      phrases.result(step.entry.result), step.minutes.map(phrases.minutes),
    ].compactMap(\.self).joined(separator: phrases.comma)
    return [
      Document.Inline(
        phrases.datedDay(step.entry.moment.day) + "  " + step.entry.text
          + phrases.say(" (\(facts))", "（\(facts)）"))
    ] + (step.note.map { paragraphs(phrases.quoted($0)) } ?? [])
  }

  private var gpuHours: [Document.Block] {
    let figure = figures.gpuHours(
      portfolio.experiments.map {
        Figures.Hours(
          name: $0.experiment.title, planned: $0.experiment.gpuHours, used: $0.gpuHours)
      })
    return figure.drawings.isEmpty ? [] : [.figures([figure])]
  }

  private func experiment(_ card: ExperimentCard) -> Document.Entry {
    let experiment = card.experiment
    let runs = card.runs.suffix(Self.runsTold).map { Document.Inline(run($0)) }
    let earlier = card.runs.count - runs.count
    return Document.Entry(
      name: Document.Inline(experiment.title) + Document.Inline(" (\(experiment.skill))"),
      mark: mark(experiment.ending.map { phrases.verdict($0.verdict) }, card.level),
      isVerified: card.level == .verified,
      facts: [
        fact(phrases.hypothesisLabel, experiment.hypothesis),
        fact(
          phrases.predictionLabel,
          experiment.prediction.map { prediction in
            prediction.text
              + (card.predictedBeforeRun.map {
                let when = phrases.predicted(before: $0)
                return phrases.say(" (\(when))", "（\(when)）")
              } ?? "")
          }),
        fact(
          phrases.outcomeLabel,
          experiment.ending.map { ending in
            phrases.verdict(ending.verdict) + phrases.comma + phrases.datedDay(ending.day)
          }),
        fact(phrases.learntLabel, lines: card.conclusion?.note.map(paragraphs) ?? []),
        fact(phrases.usedLabel, card.runs.isEmpty ? nil : used(card)),
        fact(
          phrases.runsLabel,
          lines: runs + (earlier > 0 ? [Document.Inline(phrases.earlierRuns(earlier))] : [])),
      ].compactMap(\.self))
  }

  private func used(_ card: ExperimentCard) -> String {
    let planned = card.experiment.gpuHours.map {
      phrases.say("planned \(phrases.gpuHours($0))", "计划 \(phrases.gpuHours($0))")
    }
    return [phrases.used(card), planned].compactMap(\.self).joined(
      separator: phrases.say("; ", "；"))
  }

  private func run(_ watched: WatchedRun) -> String {
    let run = watched.run
    var facts = [phrases.datedDay(run.started.day), phrases.outcome(watched)]
    if let end = run.end {
      facts.append(
        phrases.seconds(Double(end.at.milliseconds - run.started.at.milliseconds) / 1_000))
    }
    if let gpus = run.gpus, gpus.count > 0 { facts.append(phrases.gpus(gpus.count)) }
    if !run.host.isEmpty { facts.append(run.host) }
    if let code = run.code { facts.append(commit(code)) }
    return (facts + watched.metrics.prefix(3).map(phrases.metric)).joined(separator: phrases.comma)
  }

  private func item(_ item: PortfolioItem) -> Document.Entry {
    let progress = item.progress
    return Document.Entry(
      name: Document.Inline(item.title[language] + " (\(item.slug))"),
      mark: phrases.level(item.level), isVerified: item.level == .verified,
      facts: [
        fact(phrases.doneWhenLabel, item.doneWhen?[language]),
        fact(
          phrases.valueLabel,
          progress.value.map { value in
            value + (progress.match.map { phrases.comma + phrases.answer(isKnown: $0) } ?? "")
          }),
        fact(
          phrases.predictionLabel,
          progress.prediction.map { phrases.prediction($0, of: progress.state) }),
        fact(phrases.unaided, progress.unaided == true ? phrases.byWord : nil),
        fact(phrases.evidenceLabel, lines: item.evidence.map(cited)),
        fact(phrases.finishedLabel, progress.finished.map { phrases.datedDay($0.day) }),
      ].compactMap(\.self))
  }
}
