/// The product-limit estimate of how long something takes where some of it is not over yet
/// (E. L. Kaplan, P. Meier 1958, "Nonparametric Estimation from Incomplete Observations").
package enum KaplanMeier {
  /// How long one was observed, in any unit, and whether its end was seen.
  package struct Observation: Hashable, Sendable {
    package let duration: Double
    package let isOver: Bool

    package init(duration: Double, isOver: Bool) {
      self.duration = duration
      self.isOver = isOver
    }
  }

  /// The shortest duration after which at most half are expected to be still going on; nil where the estimate never
  /// falls that far, as where most of them are not over.
  ///
  /// S(t) = Π (1 − dᵢ/nᵢ) over the durations tᵢ ≤ t at which some ended: dᵢ of the nᵢ that lasted at least so long.
  package static func median(_ observations: [Observation]) -> Double? {
    let sorted = observations.sorted { $0.duration < $1.duration }
    var survival = 1.0
    var index = 0
    while index < sorted.count {
      let duration = sorted[index].duration
      let atRisk = sorted.count - index
      let tied = sorted[index...].prefix { $0.duration == duration }
      survival *= 1 - Double(tied.count { $0.isOver }) / Double(atRisk)
      index += tied.count
      // A product of fractions that is exactly a half comes out a rounding error away from it.
      if survival <= 0.5 + 1e-12 { return duration }
    }
    return nil
  }
}
