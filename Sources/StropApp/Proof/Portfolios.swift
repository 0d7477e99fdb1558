package import StropCore
import StropStore

/// What a portfolio is to hold.
package struct PortfolioRequest: Sendable {
  /// The first and the last day, as typed; nil for the first ever, and today.
  package let from: String?
  package let to: String?
  package let isRedacted: Bool
  package let isOnlyVerified: Bool

  package init(from: String?, to: String?, isRedacted: Bool, isOnlyVerified: Bool) {
    self.from = from
    self.to = to
    self.isRedacted = isRedacted
    self.isOnlyVerified = isOnlyVerified
  }
}

extension Strop {
  /// What was done that another engineer can check.
  ///
  /// - Throws: `Failure.badDay`, `.futureDay`, `.reversedRange`.
  package func portfolio(_ request: PortfolioRequest) throws -> Portfolio {
    let from = try request.from.map { try pastDay($0) }
    let to = try pastDay(request.to)
    if let from, from > to { throw Failure.reversedRange(from: from, to: to) }
    var portfolio = try read { try self.portfolio(from: from, to: to, $0) }
    if request.isOnlyVerified { portfolio = portfolio.onlyVerified }
    return request.isRedacted ? portfolio.redacted : portfolio
  }

  private func portfolio(from: Day?, to: Day, _ reader: Reader) throws -> Portfolio {
    let days = (from ?? .first)...to
    func isOver(_ day: Day?) -> Bool { day.map { $0 <= to } ?? false }
    func isIn(_ day: Day?) -> Bool { day.map(days.contains) ?? false }
    func withdrawn(_ judgement: Judgement) -> Day? {
      judgement.withdrawn.map { zone.day(at: $0, dayStart: settings.dayStart) }
    }
    let readings = try reader.readings(in: days)
    let judgements = try reader.judgements()
    let resolved = judgements.filter { $0.withdrawn == nil && isIn($0.resolution?.day) }
    let reproductions = try reader.reproductions(touchedIn: days)
    let bugs = try reader.bugs().filter { isIn($0.closing?.day) }
    let experiments = try reader.experiments().filter { isIn($0.ending?.day) }
    let items = try reader.finishedItems(in: days)
    let beginnings =
      [try reader.firstDay(), try reader.start()].compactMap(\.self)
      + items.compactMap(\.finished?.day)
    let first = from ?? beginnings.min() ?? to
    return Portfolio(
      days: min(first, to)...to, zone: zone, today: today,
      practice: try practisedSkills(in: days, reader),
      activeDays: try reader.activeDays(in: days),
      verifiedDays: try reader.verifiedDays(in: days),
      calendar: try calendar(until: to, within: days, reader),
      items: try items.map { try portfolioItem($0, reader) },
      papersRead: Set(readings.map(\.paper)).count,
      papersStudied: Set(readings.filter { $0.pass ?? 0 >= 2 }.map(\.paper)).count,
      judgements: try resolved.filter(\.isWhole).map { try line(of: $0, reader) },
      calibration: JudgementScore(resolved),
      openJudgements: judgements.count {
        $0.moment.day <= to && !isOver($0.resolution?.day) && !isOver(withdrawn($0))
      },
      voidJudgements: resolved.count { !$0.isWhole },
      withdrawnJudgements: judgements.count { isIn(withdrawn($0)) },
      reproductions: try reproductions.map { try card(of: $0, until: to, reader) },
      bugs: try bugs.map { try card(of: $0, reader) },
      experiments: try experiments.map { try card(of: $0, reader) })
  }

  /// The days of `days` in the year up to `last`.
  private func calendar(
    until last: Day, within days: ClosedRange<Day>, _ reader: Reader
  ) throws -> PortfolioCalendar {
    let year = (last.week - (PracticeCalendar.weekCount - 1)).monday...last
    let practised = try reader.practice(in: max(year.lowerBound, days.lowerBound)...last)
      .byDay(in: year)
    return PortfolioCalendar(
      calendar: PracticeCalendar(
        endingIn: last.week, last: last, practised: DaySet(practised.map(\.day))),
      practised: practised)
  }

  private func practisedSkills(
    in days: ClosedRange<Day>, _ reader: Reader
  ) throws -> [Portfolio.PractisedSkill] {
    let levels = try reader.practisedLevels(in: days)
    let practice = try reader.practice(in: days)
    let known = try reader.skills()
    let unknown = Set(levels.keys).subtracting(known.map(\.slug)).sorted()
    return
      (known.map { ($0.slug, $0.title) } + unknown.map { ($0, LocalizedText($0)) })
      .compactMap { slug, title in
        levels[slug].map {
          Portfolio.PractisedSkill(
            slug: slug, title: title, days: practice.practised(slug, in: days).count, levels: $0)
        }
      }
  }

  private func portfolioItem(_ progress: ItemProgress, _ reader: Reader) throws -> PortfolioItem {
    let item = try reader.item(progress.slug)
    let evidence = try reader.evidence(ofItem: progress.slug)
    return PortfolioItem(
      slug: progress.slug, title: item?.title ?? LocalizedText(progress.slug),
      doneWhen: item?.doneWhen, progress: progress,
      level: EvidenceLevel(of: evidence, answer: progress.match),
      evidence: try evidence.map { try cited($0, reader) })
  }

  /// Evidence with what a logbook calls it, or what was run.
  func cited(_ evidence: Evidence, _ reader: Reader) throws -> CitedEvidence {
    let key = evidence.value
    switch evidence.kind {
    case .url, .arxiv, .commit, .file: return CitedEvidence(evidence)
    case .paper: return CitedEvidence(evidence, title: try paperTitle(key, reader))
    case .judgement:
      return CitedEvidence(evidence, title: try reader.one(.judgement, key)?.claim)
    case .reproduction:
      return CitedEvidence(evidence, title: try reader.one(.reproduction, key)?.title)
    case .bug: return CitedEvidence(evidence, title: try reader.one(.bug, key)?.symptom)
    case .experiment:
      return CitedEvidence(evidence, title: try reader.one(.experiment, key)?.title)
    case .run: return CitedEvidence(evidence, run: try reader.one(.run, key))
    }
  }
}
