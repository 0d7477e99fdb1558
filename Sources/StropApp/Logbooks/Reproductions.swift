package import StropCore
import StropStore

/// A reproduction to start, as typed.
package struct ReproductionRequest: Sendable {
  package let name: String
  package let source: String
  /// Each `METRIC=VALUE`.
  package let claims: [String]
  /// One for all claims, or one each.
  package let better: [Claim.Better]
  /// None, one for all claims, or one each: `2%`, `0.5`.
  package let tolerances: [String]

  package init(
    name: String, source: String, claims: [String], better: [Claim.Better], tolerances: [String]
  ) {
    self.name = name
    self.source = source
    self.claims = claims
    self.better = better
    self.tolerances = tolerances
  }
}

/// A result, as typed.
package struct ResultRequest: Sendable {
  package let value: String
  package let metric: String?
  package let seed: Int?
  package let commit: String?
  package let repository: String?
  package let conditions: String?

  package init(
    value: String, metric: String?, seed: Int?, commit: String?, repository: String?,
    conditions: String?
  ) {
    self.value = value
    self.metric = metric
    self.seed = seed
    self.commit = commit
    self.repository = repository
    self.conditions = conditions
  }
}

extension Strop {
  /// How many numbers one reproduction is after.
  private static let claimLimit = 20

  /// Starts to reproduce somebody's numbers. It is practice where something was typed about that.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func startReproduction(
    _ request: ReproductionRequest, _ practice: WorkRequest
  ) async throws -> Recorded<ReproductionCard> {
    let reproduction = Reproduction(
      id: newID(), title: try required(request.name, "NAME", limit: Strop.titleLimit),
      source: try source(request.source), started: moment(on: today))
    let claims = try claims(request, of: reproduction.id)
    let work = practice.isEmpty ? nil : try await work(practice, of: .reproductions)
    return try write { transaction in
      let reader = transaction.reader
      let name = reproduction.title.foldedName
      if let same = try reader.reproductions().first(where: { $0.title.foldedName == name }) {
        throw Failure.logbook(.reproductionExists(same.title))
      }
      try transaction.append(
        [reproduction.creation] + claims.map(\.creation)
          + (work.map { patches($0, backedBy: .reproduction, reproduction.id) } ?? []),
        command: "repro start")
      return try recorded(card(of: reproduction, reader), work, reader)
    }
  }

  /// Records what a run gave.
  ///
  /// A result takes an abandoned reproduction up again.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func addResult(
    _ name: String, _ request: ResultRequest, _ practice: WorkRequest
  ) async throws -> Recorded<ReproductionCard> {
    let value = try number(request.value)
    let conditions = try text(request.conditions)
    let commit = try await codeReference(request.commit, repository: request.repository)
    var work = try await work(practice, of: .reproductions)
    work.evidence += [commit?.attachment].compactMap(\.self)
    return try write { transaction in
      let reader = transaction.reader
      let old = try reproduction(named: name, reader)
      var new = old
      if old.state == .abandoned { new.ending = nil }
      let result = RunResult(
        id: newID(), reproduction: old.id,
        metric: try metric(request.metric, among: reader.claims(of: old.id)), value: value,
        seed: request.seed, commit: commit?.value, conditions: conditions,
        moment: work.checkIn.moment, checkIn: work.checkIn.id)
      try transaction.append(
        [result.creation] + new.changes(from: old)
          + patches(work, backedBy: .reproduction, old.id),
        command: "repro result")
      return try recorded(card(of: new, reader), work, reader)
    }
  }

  /// Ends a reproduction: with the verdict that its results give, or by abandoning it.
  ///
  /// - Throws: `Failure`; `.noResult` where there is nothing to conclude.
  package func endReproduction(
    _ name: String, isAbandoned: Bool, reason: String?, _ practice: WorkRequest
  ) async throws -> Recorded<ReproductionCard> {
    let reason = try text(reason)
    let work = practice.isEmpty ? nil : try await work(practice, of: .reproductions)
    return try write { transaction in
      let reader = transaction.reader
      let old = try reproduction(named: name, reader)
      if let ending = old.ending, ending.isAbandoned == isAbandoned {
        throw Failure.logbook(.reproductionEnded(old.title, ending.day))
      }
      let lacking = try card(of: old, reader).claims.first { $0.runs.isEmpty }
      if !isAbandoned, let lacking {
        throw Failure.logbook(.noResult(reproduction: old.title, metric: lacking.claim.metric))
      }
      var new = old
      new.ending = Reproduction.Ending(
        isAbandoned: isAbandoned, at: environment.now, day: today, reason: reason)
      try transaction.append(
        new.changes(from: old)
          + (work.map { patches($0, backedBy: .reproduction, old.id) } ?? []),
        command: isAbandoned ? "repro abandon" : "repro finish")
      return try recorded(card(of: new, reader), work, reader)
    }
  }

  /// Reproductions that are not removed: ended ones as they ended, then open ones as they were started.
  package func reproductions() throws -> [ReproductionCard] {
    try read { reader in try reader.reproductions().map { try card(of: $0, reader) } }
  }

  /// A reproduction with its claims and its results.
  ///
  /// - Throws: `LogbookFailure.unknownEntry`, `.ambiguousEntry`, `.ambiguousID`.
  package func reproduction(_ name: String) throws -> ReproductionCard {
    try read { reader in try card(of: reproduction(named: name, reader), reader) }
  }

  private func reproduction(named name: String, _ reader: Reader) throws -> Reproduction {
    let all = try reader.reproductions()
    return try reader.entry(
      name, of: .reproduction, among: [all.filter { $0.ending == nil }, all], text: \.title)
  }

  /// A reproduction with its results; `last`: as it stood on that day.
  func card(
    of reproduction: Reproduction, until last: Day? = nil, _ reader: Reader
  ) throws -> ReproductionCard {
    func hasCome(_ day: Day) -> Bool { last.map { day <= $0 } ?? true }
    var reproduction = reproduction
    if let ending = reproduction.ending, !hasCome(ending.day) { reproduction.ending = nil }
    let results = try reader.results(of: reproduction.id).filter { hasCome($0.moment.day) }
    let claims = try reader.claims(of: reproduction.id).map { claim in
      ClaimStanding(claim, results: results.filter { $0.metric == claim.metric })
    }
    let runs = try results.map { try reader.step($0, checkIn: $0.checkIn) }
    return ReproductionCard(
      listed: try reader.listed(reproduction, .reproduction),
      sourceTitle: try reader.paperTitle(reproduction.source), claims: claims, runs: runs,
      zone: zone, today: today)
  }

  /// An arXiv id without version, or a URL.
  ///
  /// - Throws: `LogbookFailure.badSource`.
  private func source(_ text: String) throws -> String {
    let trimmed = try required(text, "--source")
    if let arxiv = ArxivID.parse(trimmed) { return arxiv }
    guard Strop.isURL(trimmed) else { throw Failure.logbook(.badSource(text)) }
    return trimmed
  }

  private func claims(_ request: ReproductionRequest, of reproduction: String) throws -> [Claim] {
    let texts = request.claims
    try bound(texts.count, of: "--claim", to: Strop.claimLimit)
    guard request.better.count == 1 || request.better.count == texts.count else {
      throw Failure.logbook(.unpairedClaims("--better"))
    }
    guard [0, 1, texts.count].contains(request.tolerances.count) else {
      throw Failure.logbook(.unpairedClaims("--tolerance"))
    }
    var seen: Set<String> = []
    return try texts.enumerated().map { index, text in
      guard let equals = text.lastIndex(of: "="),
        let metric = try self.text(String(text[..<equals]), limit: Strop.titleLimit),
        seen.insert(metric.foldedName).inserted
      else { throw Failure.logbook(.badClaim(text)) }
      guard let value = Strop.number(String(text[text.index(after: equals)...])) else {
        throw Failure.logbook(.badClaim(text))
      }
      let tolerances = request.tolerances
      let tolerance = tolerances.count == 1 ? tolerances[0] : tolerances.dropFirst(index).first
      return Claim(
        id: newID(), reproduction: reproduction, metric: metric, value: value,
        better: request.better.count == 1 ? request.better[0] : request.better[index],
        tolerance: try tolerance.map(self.tolerance), position: index)
    }
  }

  private func tolerance(_ text: String) throws -> Claim.Tolerance {
    guard let amount = Strop.number(text), amount >= 0 else {
      throw Failure.logbook(.badTolerance(text))
    }
    return Claim.Tolerance(amount: amount, isRelative: text.trimmed.hasSuffix("%"))
  }

  /// - Throws: `Failure.badNumber`.
  private func number(_ text: String) throws -> Double {
    guard let number = Strop.number(text) else { throw Failure.badNumber(text) }
    return number
  }

  /// A number as typed, `71.2`, `71.2%` as `71.2`; nil for what is none.
  private static func number(_ text: String) -> Double? {
    let trimmed = text.trimmed
    return Number.parse(trimmed.hasSuffix("%") ? String(trimmed.dropLast()).trimmed : trimmed)
  }

  /// The metric that a result is of; without a name the only one.
  ///
  /// - Throws: `LogbookFailure.metricMissing`, `.unknownMetric`.
  private func metric(_ name: String?, among claims: [Claim]) throws -> String {
    let metrics = claims.map(\.metric)
    guard let name else {
      guard metrics.count == 1 else { throw Failure.logbook(.metricMissing(metrics)) }
      return metrics[0]
    }
    let folded = name.foldedName
    let exact = metrics.filter { $0.foldedName == folded }
    let found = exact.isEmpty ? metrics.filter { $0.foldedName.hasPrefix(folded) } : exact
    guard found.count == 1, !folded.isEmpty else {
      throw Failure.logbook(.unknownMetric(name, metrics))
    }
    return found[0]
  }
}
