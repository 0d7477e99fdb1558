/// What the bugs of a logbook come to.
package struct BugStatistics: Hashable, Sendable {
  package struct ByClass: Hashable, Sendable {
    package let bugClass: Bug.Class
    /// Bugs that were closed as such.
    package let closed: Int
    /// The mean number of hypotheses of each.
    package let hypothesesPerBug: Double
  }

  package let closed: Int
  package let open: Int
  /// The median time from opening to the root cause by Kaplan–Meier, the open ones censored at now; nil where fewer
  /// than half are expected to be over, and so there is none to tell.
  package let medianHours: Double?
  /// Classes that occur, most frequent first, then as `Bug.Class` lists them.
  package let byClass: [ByClass]
  /// The mean over closed bugs; nil where there are none.
  package let hypothesesPerBug: Double?

  /// `hypotheses`: how many a bug has, by its id.
  package init(_ bugs: [Bug], hypotheses: [String: Int], now: Instant) {
    let closed = bugs.filter { $0.closing != nil }
    self.closed = closed.count
    open = bugs.count - closed.count
    medianHours = KaplanMeier.median(
      bugs.map {
        KaplanMeier.Observation(duration: $0.hours(at: now), isOver: $0.closing != nil)
      })
    func mean(_ bugs: [Bug]) -> Double {
      Double(bugs.map { hypotheses[$0.id] ?? 0 }.reduce(0, +)) / Double(bugs.count)
    }
    hypothesesPerBug = closed.isEmpty ? nil : mean(closed)
    byClass = Bug.Class.allCases.enumerated().compactMap { index, bugClass in
      let ofClass = closed.filter { $0.closing?.bugClass == bugClass }
      return ofClass.isEmpty
        ? nil
        : (
          index,
          ByClass(
            bugClass: bugClass, closed: ofClass.count, hypothesesPerBug: mean(ofClass))
        )
    }.sorted { ($1.1.closed, $0.0) < ($0.1.closed, $1.0) }.map(\.1)
  }
}
