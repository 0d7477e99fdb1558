/// A reproduction with its claims and its results.
package struct ReproductionCard: Sendable {
  package let listed: Listed<Reproduction>
  /// Of its source, where that is known.
  package let sourceTitle: String?
  /// In the order in which they were made.
  package let claims: [ClaimStanding]
  /// Oldest first.
  package let runs: [Step<RunResult>]
  package let zone: Zone
  package let today: Day

  package init(
    listed: Listed<Reproduction>, sourceTitle: String?, claims: [ClaimStanding],
    runs: [Step<RunResult>],
    zone: Zone, today: Day
  ) {
    self.listed = listed
    self.sourceTitle = sourceTitle
    self.claims = claims
    self.runs = runs
    self.zone = zone
    self.today = today
  }

  package var reproduction: Reproduction { listed.value }
  package var verdict: ClaimStanding.Verdict {
    ClaimStanding.Verdict(of: claims, reproduction.state)
  }

  /// Whether a later result of the same seed stands for one.
  package func isReplaced(_ result: RunResult) -> Bool {
    claims.contains { $0.claim.metric == result.metric }
      && !claims.contains { $0.runs.contains(result) }
  }
}
