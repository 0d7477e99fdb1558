/// How far a claim was reproduced, by the runs there are.
package struct ClaimStanding: Hashable, Sendable {
  package enum Verdict: String, CaseIterable, Sendable {
    case inProgress = "in progress"
    /// Of one run nothing can be told but its number.
    case singleSeed = "single seed"
    case reproduced
    case notReproduced = "not reproduced"
    case abandoned
  }

  package let claim: Claim
  /// The runs that count: of several with the same seed the newest.
  package let runs: [RunResult]
  /// Of the runs; nil without any.
  package let mean: Double?
  /// Of the sample (divided by n − 1); nil for fewer than two runs.
  package let standardDeviation: Double?

  /// `results`: of the claim's metric, oldest first.
  package init(_ claim: Claim, results: [RunResult]) {
    self.claim = claim
    var counted: [RunResult] = []
    for result in results {
      if let seed = result.seed { counted.removeAll { $0.seed == seed } }
      counted.append(result)
    }
    runs = counted
    let values = counted.map(\.value)
    let count = Double(values.count)
    let mean = values.isEmpty ? nil : values.reduce(0, +) / count
    self.mean = mean
    standardDeviation =
      values.count < 2
      ? nil
      : mean.map { mean in
        (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)).squareRoot()
      }
  }

  /// The mean less the claim, in the metric's unit.
  package var gap: Double? { mean.map { $0 - claim.value } }

  /// The gap as a part of the claim's size; nil where that is 0.
  package var relativeGap: Double? {
    claim.value == 0 ? nil : gap.map { $0 / abs(claim.value) }
  }

  /// The gap divided by the standard error of the mean, sd / √n; nil where that is not known or 0.
  package var gapInStandardErrors: Double? {
    guard let gap, let sd = standardDeviation, sd > 0 else { return nil }
    return gap / (sd / Double(runs.count).squareRoot())
  }

  /// In the metric's unit.
  package var tolerance: Double {
    claim.tolerance.map { $0.isRelative ? abs(claim.value) * $0.amount / 100 : $0.amount } ?? 0
  }

  package var verdict: Verdict {
    guard let gap else { return .inProgress }
    guard runs.count > 1 else { return .singleSeed }
    // What is decimal on paper is binary here: a gap that is the tolerance to the digit is within it.
    let rounding = 1e-9 * max(abs(claim.value), tolerance)
    let shortfall = claim.better == .higher ? -gap : gap
    return shortfall <= tolerance + rounding ? .reproduced : .notReproduced
  }
}

extension ClaimStanding.Verdict {
  /// Of a reproduction: what its claims have in common, and else the least of them.
  package init(of claims: [ClaimStanding], _ state: Reproduction.State) {
    let verdicts = claims.map(\.verdict)
    self =
      state == .abandoned
      ? .abandoned
      : [.inProgress, .singleSeed, .notReproduced].first(where: verdicts.contains)
        ?? (verdicts.isEmpty ? .inProgress : .reproduced)
  }
}
