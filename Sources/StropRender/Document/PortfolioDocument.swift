package import StropCore

extension Document {
  init(_ portfolio: Portfolio, _ language: Language) {
    let pages = PortfolioPages(portfolio: portfolio, language: language)
    self.init(language: language, title: pages.title, blocks: pages.blocks)
  }
}

extension TextRenderer {
  /// `strop portfolio`.
  package func portfolio(_ portfolio: Portfolio) -> String {
    text(Document(portfolio, language)) + (portfolio.isEmpty ? whatCanBeChecked(portfolio) : "")
  }

  /// `strop portfolio --out`; `path`: as shown.
  package func portfolioWritten(_ portfolio: Portfolio, to path: String) -> String {
    var screen = Screen()
    screen.add(prose(phrases.written(portfolio, to: path)))
    return text(screen)
  }

  private func whatCanBeChecked(_ portfolio: Portfolio) -> String {
    var screen = Screen()
    screen.add(
      portfolio.isOnlyVerified
        ? suggestion(phrases.verifySome, ["strop evidence verify"])
        : suggestion(phrases.recordIt, checkInCommands("papers")))
    return text(screen)
  }
}

extension MarkdownRenderer {
  /// `strop portfolio --format markdown`.
  package func portfolio(_ portfolio: Portfolio) -> String {
    markdown(Document(portfolio, language))
  }
}

extension HTMLRenderer {
  /// `strop portfolio --format html`.
  package func portfolio(_ portfolio: Portfolio) -> String { html(Document(portfolio, language)) }
}

/// The parts of a portfolio, in the order in which they are read.
private struct PortfolioPages {
  /// How many runs of an experiment are told one by one, the newest.
  private static let runsTold = 5

  let portfolio: Portfolio
  let phrases: PhraseBook

  init(portfolio: Portfolio, language: Language) {
    self.portfolio = portfolio
    // Whoever reads it does so in another year: every day has its own.
    phrases = PhraseBook(language: language, today: .first)
  }

  private var language: Language { phrases.language }

  var title: String { phrases.portfolioTitle + " · " + phrases.range(portfolio.days) }

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [.heading(title, level: 1)]
    guard !portfolio.isEmpty else {
      let isFiltered = portfolio.isOnlyVerified
      return blocks + [
        .paragraph(Document.Inline(isFiltered ? phrases.nothingVerified : phrases.nothingToShow))
      ]
    }
    blocks += overview
    for ability in Ability.allCases { blocks += part(ability) }
    blocks += hours
    blocks += claimed
    return blocks + levels
  }

  /// The best first.
  private var told: [EvidenceLevel] {
    portfolio.isOnlyVerified ? [.verified] : EvidenceLevel.allCases.reversed()
  }

  // MARK: The first page

  private var overview: [Document.Block] {
    let facts = [
      portfolio.activeDays > 0
        ? phrases.practised(days: portfolio.activeDays, minutes: portfolio.minutes()) : nil,
      portfolio.isOnlyVerified ? phrases.onlyVerifiedShown : phrases.verifiedFirst,
      portfolio.isRedacted ? phrases.redactedNote : nil,
    ]
    let abilities = Ability.allCases.filter {
      portfolio.levels(of: $0).total + portfolio.minutes(of: $0) > 0
    }
    let rows = abilities.map { ability in
      let counts = portfolio.levels(of: ability)
      return [Document.Inline(phrases.ability(ability))]
        + told.map { Document.Inline("\(counts[$0])") }
        + [Document.Inline(phrases.decimal(Double(portfolio.minutes(of: ability)) / 60))]
    }
    return [
      .paragraph(Document.Inline(facts.compactMap(\.self).joined(separator: phrases.say(" ", "")))),
      .table(
        Document.Table(
          columns: [Document.Table.Column(label: phrases.abilityLabel, minimum: 16)]
            + told.map { Document.Table.Column(label: phrases.level($0), alignment: .right) }
            + [
              Document.Table.Column(label: phrases.hoursLabel, alignment: .right, drops: 1)
            ], rows: rows)),
    ]
  }

  // MARK: Abilities

  private func part(_ ability: Ability) -> [Document.Block] {
    var blocks: [Document.Block]
    switch ability {
    case .papers: blocks = papers
    case .reproductions: blocks = reproductions
    case .bugs: blocks = entries(phrases.bugsPart, portfolio.bugs, level: \.level, bug)
    case .experiments:
      blocks = entries(
        phrases.experimentsPart, portfolio.experiments, level: \.level, experiment)
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

  private func fact(_ label: String, _ text: String?, url: String? = nil) -> Document.Entry.Fact? {
    text.map { Document.Entry.Fact(label: label, lines: [Document.Inline($0, url: url)]) }
  }

  private func fact(_ label: String, lines: [Document.Inline]) -> Document.Entry.Fact? {
    lines.isEmpty ? nil : Document.Entry.Fact(label: label, lines: lines)
  }

  /// A text of the user's, each of its lines a paragraph.
  private func paragraphs(_ text: String) -> [Document.Inline] {
    text.split(whereSeparator: \.isNewline).map { Document.Inline(String($0)) }
  }

  // MARK: Papers

  private var papers: [Document.Block] {
    let score = portfolio.calibration
    let judged = score.resolved + portfolio.openJudgements + portfolio.withdrawnJudgements
    let facts = [
      portfolio.papersRead > 0
        ? phrases.papersRead(portfolio.papersRead, studied: portfolio.papersStudied) : nil,
      judged + portfolio.voidJudgements > 0 ? phrases.judgements(portfolio) : nil,
    ].compactMap(\.self)
    var blocks: [Document.Block] =
      facts.isEmpty ? [] : [.paragraph(Document.Inline(phrases.sequence(facts)))]
    if let brier = score.brier, let rate = score.baseRate, let rateScore = score.baseRateBrier {
      blocks.append(.heading(phrases.calibrationPart, level: 3))
      blocks.append(
        .paragraph(
          Document.Inline(
            phrases.brierLabel + phrases.colon
              + phrases.brier(brier, baseRate: rate, baseRateScore: rateScore))))
      blocks.append(.table(calibration(score)))
    }
    return blocks
      + entries(phrases.judgementsPart, portfolio.judgements, level: \.level, judgement)
  }

  private func calibration(_ score: JudgementScore) -> Document.Table {
    Document.Table(
      columns: [
        phrases.bucketSaid, phrases.bucketCount, phrases.bucketMean, phrases.bucketTrue,
      ].map { Document.Table.Column(label: $0, alignment: .right) },
      rows: score.buckets.map { bucket in
        [
          phrases.bucket(bucket), "\(bucket.count)", phrases.percent(bucket.meanForecast),
          phrases.percent(bucket.frequency),
        ].map { Document.Inline($0) }
      })
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

  // MARK: Reproductions

  private var reproductions: [Document.Block] {
    let cards = backed(portfolio.reproductions, \.level)
    guard !cards.isEmpty else { return [] }
    let rows = cards.flatMap { card in
      card.claims.enumerated().map { index, standing in
        row(standing, of: card, isFirst: index == 0, isLast: index == card.claims.count - 1)
      }
    }
    return [
      .heading(phrases.reproductionsPart, level: 3),
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
          ], rows: rows)),
    ]
  }

  private func row(
    _ standing: ClaimStanding, of card: ReproductionCard, isFirst: Bool, isLast: Bool
  ) -> [Document.Inline] {
    let mean = standing.mean.map { phrases.figure($0) } ?? phrases.none
    let spread = standing.standardDeviation.map { " ± " + phrases.figure($0, digits: 2) } ?? ""
    let verdict = card.verdict == .abandoned ? card.verdict : standing.verdict
    return [
      Document.Inline(isFirst ? card.reproduction.title : ""),
      Document.Inline(standing.claim.metric),
      Document.Inline(phrases.figure(standing.claim.value)), Document.Inline(mean + spread),
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

  // MARK: Bugs

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

  // MARK: Experiments

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

  // MARK: Items

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

  // MARK: Evidence

  private func cited(_ cited: CitedEvidence) -> Document.Inline {
    let evidence = cited.evidence
    let text = Document.Inline(named(cited), url: evidence.url)
    guard let problem = evidence.verification?.problem else { return text }
    return text + Document.Inline(phrases.comma + phrases.problem(problem))
  }

  private func named(_ cited: CitedEvidence) -> String {
    let evidence = cited.evidence
    switch evidence.kind {
    case .url: return evidence.value
    case .arxiv: return "arXiv " + evidence.value
    case .file:
      let digest = evidence.sha256.map { phrases.comma + "SHA-256 " + $0.prefix(12) } ?? ""
      return (evidence.value.split(separator: "/").last ?? "") + digest
    case .commit: return namedCommit(evidence.value)
    case .run:
      guard let run = cited.run else { return Run.name[language] }
      let exit = run.end.map { phrases.say("exit \($0.exit)", "退出码 \($0.exit)") }
      return [
        run.command.isEmpty ? Run.name[language] : run.command, exit, run.code.map(commit),
      ].compactMap(\.self).joined(separator: phrases.comma)
    case .paper: return named(Paper.name, cited.title)
    case .judgement: return named(Judgement.name, cited.title)
    case .reproduction: return named(Reproduction.name, cited.title)
    case .bug: return named(Bug.name, cited.title)
    case .experiment: return named(Experiment.name, cited.title)
    }
  }

  private func named(_ kind: LocalizedText, _ title: String?) -> String {
    kind[language] + (title.map { phrases.colon + $0 } ?? "")
  }

  private func commit(_ code: Run.Code) -> String {
    namedCommit(code.repository + "@" + code.commit)
      + (code.isDirty ? phrases.say(" ", "，") + phrases.withChanges : "")
  }

  /// Where a paper or a source lies on the web, if it does: an arXiv id or an address.
  private func address(_ source: String) -> String {
    ArxivID.parse(source) == nil ? source : Reference.arxiv(source).url
  }

  /// `REPOSITORY@SHA` as `repository@3f2a91cc`, which a reader of it has too.
  private func namedCommit(_ commit: String) -> String {
    guard let at = commit.lastIndex(of: "@"), !commit.contains("://") else { return commit }
    let repository = commit[..<at].split(separator: "/").last ?? ""
    return repository + "@" + commit[commit.index(after: at)...].prefix(8)
  }

  // MARK: The last pages

  private var hours: [Document.Block] {
    let levels = portfolio.isOnlyVerified ? [] : told
    func hours(_ minutes: Int) -> Document.Inline {
      Document.Inline(minutes == 0 ? phrases.none : phrases.decimal(Double(minutes) / 60))
    }
    guard portfolio.minutes() > 0 else { return [] }
    return [
      .heading(phrases.hoursBySkill, level: 2),
      .table(
        Document.Table(
          columns: [
            Document.Table.Column(label: phrases.skillLabel, minimum: 12),
            Document.Table.Column(label: phrases.daysLabel, alignment: .right, drops: 1),
            Document.Table.Column(label: phrases.hoursLabel, alignment: .right),
          ]
            + levels.map {
              Document.Table.Column(
                label: phrases.level($0), alignment: .right, drops: $0 == .verified ? 4 : 3)
            },
          rows: portfolio.practice.map { skill in
            [
              Document.Inline(skill.title[language]),
              Document.Inline("\(skill.days)"), hours(skill.levels.minutes.total),
            ] + levels.map { hours(skill.levels.minutes[$0]) }
          })),
    ]
  }

  private var claimed: [Document.Block] {
    guard !portfolio.isOnlyVerified else { return [] }
    var rows: [(what: String, ability: Ability, day: Day?)] = []
    for item in portfolio.items where item.level == .claimed {
      rows.append(
        (item.title[language] + " (\(item.slug))", item.ability, item.progress.finished?.day))
    }
    for card in portfolio.reproductions where card.level == .claimed {
      let verdict = phrases.verdict(card.verdict)
      rows.append(
        (
          card.reproduction.title + phrases.comma + verdict, .reproductions,
          card.reproduction.started.day
        ))
    }
    for card in portfolio.bugs where card.level == .claimed {
      rows.append((card.bug.symptom, .bugs, card.bug.closing?.day))
    }
    for card in portfolio.experiments where card.level == .claimed {
      let verdict = card.experiment.ending.map { phrases.comma + phrases.verdict($0.verdict) } ?? ""
      rows.append((card.experiment.title + verdict, .experiments, card.experiment.ending?.day))
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(phrases.claimedPart, level: 2),
      .paragraph(Document.Inline(phrases.claimedNote)),
      .table(
        Document.Table(
          columns: [
            Document.Table.Column(label: phrases.whatLabel, minimum: 16),
            Document.Table.Column(label: phrases.abilityLabel, drops: 1),
            Document.Table.Column(label: phrases.dayLabel),
          ],
          rows: rows.map { row in
            [
              row.what, phrases.ability(row.ability), row.day.map(phrases.datedDay) ?? "",
            ].map { Document.Inline($0) }
          })),
    ]
  }

  private var levels: [Document.Block] {
    [.heading(phrases.levelsPart, level: 2)]
      + told.map { level in
        let meaning = phrases.meaning(level)
        return .entry(
          Document.Entry(
            name: Document.Inline(phrases.level(level)), mark: "", isVerified: level == .verified,
            facts: [
              fact(phrases.saysLabel, meaning.says), fact(phrases.saysNotLabel, meaning.saysNot),
            ].compactMap(\.self)))
      }
      + [
        .paragraph(
          Document.Inline(
            phrases.recordNote + phrases.say(" ", "") + phrases.made(on: portfolio.today)))
      ]
  }
}
