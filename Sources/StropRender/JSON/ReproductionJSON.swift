package import StropCore

extension JSONRenderer {
  /// `strop repro start`, `result`, `finish` and `abandon`.
  package func reproduction(_ recorded: Recorded<ReproductionCard>) -> JSON {
    root([
      ("reproduction", .object(members(recorded.shown))),
      ("checkin", recorded.practice.map { checkIn($0.shown.logged) } ?? .null),
    ])
  }

  /// `strop repro show`.
  package func reproduction(_ card: ReproductionCard) -> JSON {
    root([("reproduction", .object(members(card)))])
  }

  /// `strop repro list`.
  package func reproductions(_ cards: [ReproductionCard]) -> JSON {
    root([("reproductions", .array(cards.map { .object(members($0)) }))])
  }

  func members(_ card: ReproductionCard) -> [(name: String, value: JSON)] {
    let reproduction = card.reproduction
    return [
      ("id", .string(reproduction.id)),
      ("name", .string(reproduction.title)),
      ("source", .string(reproduction.source)),
      ("state", .string(reproduction.state.rawValue)),
      ("verdict", .string(card.verdict.rawValue)),
      ("started", instant(reproduction.started.at, card.zone)),
      ("ended", reproduction.ending.map { instant($0.at, card.zone) } ?? .null),
      ("reason", .optional(reproduction.ending?.reason)),
      ("metrics", .array(card.claims.map(metric))),
      ("results", .array(card.runs.map { run($0, card) })),
    ]
  }

  /// Gaps are the mean less the claim: in the metric's unit, as a part of the claim, in standard errors of the mean.
  private func metric(_ standing: ClaimStanding) -> JSON {
    .object([
      ("name", .string(standing.claim.metric)),
      ("better", .string(standing.claim.better.rawValue)),
      ("claim", .real(standing.claim.value)),
      ("tolerance", .optional(standing.claim.tolerance.map { _ in standing.tolerance })),
      ("n", .number(standing.runs.count)),
      ("mean", .optional(standing.mean)),
      ("sd", .optional(standing.standardDeviation)),
      ("gap", .optional(standing.gap)),
      ("relativeGap", .optional(standing.relativeGap)),
      ("gapInStandardErrors", .optional(standing.gapInStandardErrors)),
      ("verdict", .string(standing.verdict.rawValue)),
    ])
  }

  /// `counts`: false where a later run of the same seed stands for it.
  private func run(_ run: Step<RunResult>, _ card: ReproductionCard) -> JSON {
    let result = run.entry
    return .object([
      ("id", .string(result.id)),
      ("metric", .string(result.metric)),
      ("value", .real(result.value)),
      ("seed", .optional(result.seed)),
      ("commit", .optional(result.commit)),
      ("conditions", .optional(result.conditions)),
      ("at", instant(result.moment.at, card.zone)),
      ("day", .string(result.moment.day.iso)),
      ("minutes", .optional(run.minutes)),
      ("note", .optional(run.note)),
      ("counts", .bool(!card.isReplaced(result))),
    ])
  }
}
