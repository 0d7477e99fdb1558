/// How well judgements were calibrated.
package struct JudgementScore: Hashable, Sendable {
  /// Forecasts of a tenth of the scale, and what came of them.
  package struct Bucket: Hashable, Sendable {
    /// The lower bound, included, and the upper one, which belongs to the next bucket but in the last.
    package let from: Double
    package let to: Double
    package let count: Int
    package let meanForecast: Double
    /// How many came true, as a part of `count`.
    package let frequency: Double
  }

  /// Fewer outcomes than these tell no skill from luck.
  package static let enough = 30

  /// How many came out yes or no.
  package let resolved: Int
  /// How many of them yes.
  package let cameTrue: Int
  /// The mean of (p − outcome)², 0 best, 1 worst (G. W. Brier 1950, "Verification of Forecasts Expressed in Terms of
  /// Probability"); nil without an outcome.
  package let brier: Double?
  /// The part of the outcomes that was yes.
  package let baseRate: Double?
  /// The Brier score of someone who always said the base rate: b(1 − b).
  package let baseRateBrier: Double?
  /// Those that hold something, lowest first.
  package let buckets: [Bucket]

  package var isAnecdotal: Bool { resolved < JudgementScore.enough }

  package init(_ judgements: [Judgement]) {
    let outcomes: [(percent: Int, cameTrue: Bool)] = judgements.compactMap { judgement in
      guard judgement.withdrawn == nil, let outcome = judgement.resolution?.outcome,
        outcome != .void
      else { return nil }
      return (judgement.probability, outcome == .yes)
    }
    resolved = outcomes.count
    cameTrue = outcomes.count { $0.cameTrue }
    func mean(_ some: [(percent: Int, cameTrue: Bool)], _ value: (Double, Double) -> Double)
      -> Double
    {
      some.map { value(Double($0.percent) / 100, $0.cameTrue ? 1 : 0) }.reduce(0, +)
        / Double(some.count)
    }
    guard !outcomes.isEmpty else {
      brier = nil
      baseRate = nil
      baseRateBrier = nil
      buckets = []
      return
    }
    let rate = Double(cameTrue) / Double(resolved)
    brier = mean(outcomes) { ($0 - $1) * ($0 - $1) }
    baseRate = rate
    baseRateBrier = rate * (1 - rate)
    buckets = (0..<10).compactMap { tenth in
      let inside = outcomes.filter { min($0.percent / 10, 9) == tenth }
      guard !inside.isEmpty else { return nil }
      return Bucket(
        from: Double(tenth) / 10, to: Double(tenth + 1) / 10, count: inside.count,
        meanForecast: mean(inside) { forecast, _ in forecast },
        frequency: mean(inside) { _, outcome in outcome })
    }
  }
}
