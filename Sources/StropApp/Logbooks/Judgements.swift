package import StropCore
import StropStore

/// A judgement of a paper, as typed.
package struct JudgementRequest: Sendable {
  package let claim: String
  /// In percent: `70`, `70%`.
  package let probability: String
  package let by: String
  package let rule: String?

  package init(claim: String, probability: String, by: String, rule: String?) {
    self.claim = claim
    self.probability = probability
    self.by = by
    self.rule = rule
  }
}

extension Strop {
  /// Foretells something of a paper, before the outcome is known.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func judge(
    _ name: String, _ request: JudgementRequest, _ practice: WorkRequest
  ) async throws -> Recorded<JudgementLine> {
    let claim = try required(request.claim, "CLAIM")
    let rule = try text(request.rule)
    let probability = try probability(request.probability)
    let by = try day(request.by, weekday: .earliest)
    guard by >= today else { throw Failure.logbook(.judgedTooLate(by: by, today: today)) }
    let work = try await work(practice, of: .papers)
    return try write { transaction in
      let reader = transaction.reader
      let paper = try paper(named: name, reader)
      let judgement = Judgement(
        id: newID(), paper: paper, claim: claim, probability: probability, by: by, rule: rule,
        moment: moment(on: today), checkIn: work.checkIn.id)
      try transaction.append(
        [judgement.creation] + takingUp(paper, reader)
          + patches(work, backedBy: .judgement, judgement.id),
        command: "paper judge")
      return try recorded(line(of: judgement, reader), work, reader)
    }
  }

  /// Says how a judgement came out. A second time takes the place of the first.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func resolve(
    _ name: String, _ outcome: Judgement.Outcome, evidence: [String]
  ) async throws -> JudgementLine {
    let evidence = try await attachments(evidence)
    return try write { transaction in
      let reader = transaction.reader
      let all = try reader.judgements()
      let old = try reader.entry(
        name, of: .judgement, among: [all.filter(\.isOpen), all], text: \.claim)
      if let withdrawn = old.withdrawn {
        throw Failure.logbook(.judgementWithdrawn(zone.clock(at: withdrawn).day))
      }
      let attached = try reader.attached(to: old.subject)
      let added = patches(attaching: evidence, to: old.subject, beside: attached)
      if let resolution = old.resolution, resolution.outcome == outcome, added.isEmpty {
        throw Failure.logbook(.judgementIsSo(outcome, resolution.day))
      }
      var new = old
      if old.resolution?.outcome != outcome {
        new.resolution = Judgement.Resolution(outcome: outcome, at: environment.now, day: today)
      }
      try transaction.append(new.changes(from: old) + added, command: "paper resolve")
      return try line(of: new, reader)
    }
  }

  /// How well judgements were calibrated, with those that wait and those that were withdrawn.
  package func judgementScore() throws -> ScoreCard {
    try read { reader in
      let all = try reader.judgements()
      let open = all.filter(\.isOpen).sorted { ($0.by, $0.id) < ($1.by, $1.id) }
      let withdrawn = all.filter { $0.withdrawn != nil }
      return ScoreCard(
        score: JudgementScore(all), open: try open.map { try line(of: $0, reader) },
        withdrawn: try withdrawn.map { try line(of: $0, reader) },
        void: all.count { $0.withdrawn == nil && $0.resolution?.outcome == .void }, zone: zone)
    }
  }

  func line(of judgement: Judgement, _ reader: Reader) throws -> JudgementLine {
    JudgementLine(
      listed: try reader.listed(judgement, .judgement),
      paperTitle: try paperTitle(judgement.paper, reader),
      evidence: try reader.evidence(of: judgement.subject), today: today)
  }

  /// - Throws: `LogbookFailure.badProbability`.
  private func probability(_ text: String) throws -> Int {
    let folded = text.foldedName
    let digits = folded.hasSuffix("%") ? String(folded.dropLast()).trimmed : folded
    guard let percent = Int(digits), (0...100).contains(percent),
      digits.allSatisfy(\.isNumber)
    else { throw Failure.logbook(.badProbability(text)) }
    return percent
  }
}
