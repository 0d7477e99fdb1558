import StropCore

extension Document {
  init(_ portfolio: Portfolio, _ language: Language) {
    let pages = PortfolioPages(portfolio: portfolio, language: language)
    self.init(language: language, title: pages.title, blocks: pages.blocks)
  }
}

/// The parts of a portfolio, in the order in which they are read.
struct PortfolioPages {
  let portfolio: Portfolio
  let phrases: PhraseBook

  init(portfolio: Portfolio, language: Language) {
    self.portfolio = portfolio
    // Whoever reads it does so in another year: every day has its own.
    phrases = PhraseBook(language: language, today: .first)
  }

  var language: Language { phrases.language }
  var figures: Figures { Figures(phrases: phrases) }

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

  private var hours: [Document.Block] {
    let levels = portfolio.isOnlyVerified ? [] : told
    func hours(_ minutes: Int) -> Document.Inline {
      Document.Inline(minutes == 0 ? phrases.none : phrases.decimal(Double(minutes) / 60))
    }
    guard portfolio.minutes() > 0 else { return [] }
    let year = portfolio.calendar.map {
      Document.Block.figures([figures.calendar($0.calendar, $0.practised)])
    }
    return [.heading(phrases.hoursBySkill, level: 2)] + (year.map { [$0] } ?? []) + [
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
          }))
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
