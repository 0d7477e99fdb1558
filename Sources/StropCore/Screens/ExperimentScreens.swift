/// A run, with what it measured and whether it goes on.
package struct WatchedRun: Sendable {
  package enum State: String, CaseIterable, Sendable {
    case running, finished
    /// The strop that watched it died before it ended: what became of it is not known.
    case lost
  }

  package let listed: Listed<Run>
  package let state: State
  /// By name.
  package let metrics: [Metric]

  package init(listed: Listed<Run>, state: State, metrics: [Metric]) {
    self.listed = listed
    self.state = state
    self.metrics = metrics
  }

  package var run: Run { listed.value }

  /// How long it ran, or has run by `now`; nil where it is lost.
  package func hours(at now: Instant) -> Double? { state == .lost ? nil : run.hours(at: now) }

  /// Hours times GPUs; nil where it is lost, or not known how many there were.
  package func gpuHours(at now: Instant) -> Double? {
    state == .lost ? nil : run.gpuHours(at: now)
  }
}

/// An experiment with its runs.
package struct ExperimentCard: Sendable {
  package let listed: Listed<Experiment>
  /// Oldest first.
  package let runs: [WatchedRun]
  /// What was learnt, and how long it took the user: of the check-in that was made when it was ended.
  package let conclusion: Step<Experiment.Ending>?
  /// Of a GPU-hour, in CNY; nil where it is not to be told.
  package let price: Double?
  package let zone: Zone
  package let now: Instant
  package let today: Day

  package init(
    listed: Listed<Experiment>, runs: [WatchedRun], conclusion: Step<Experiment.Ending>?,
    price: Double?, zone: Zone, now: Instant, today: Day
  ) {
    self.listed = listed
    self.runs = runs
    self.conclusion = conclusion
    self.price = price
    self.zone = zone
    self.now = now
    self.today = today
  }

  package var experiment: Experiment { listed.value }

  /// Whether the prediction was written before anything was run; nil where there is none.
  package var predictedBeforeRun: Bool? {
    experiment.prediction.map { prediction in
      !prediction.isLate && runs.first.map { prediction.at <= $0.run.started.at } ?? true
    }
  }

  /// Of its runs, as far as they are known.
  package var hours: Double { runs.compactMap { $0.hours(at: now) }.reduce(0, +) }
  /// Nil where no run saw a GPU.
  package var gpuHours: Double? {
    let known = runs.compactMap { $0.gpuHours(at: now) }
    return known.contains { $0 > 0 } ? known.reduce(0, +) : nil
  }

  /// What its GPU-hours cost, in CNY.
  package var cost: Double? { gpuHours.flatMap { hours in price.map { hours * $0 } } }

  package var isPastBudget: Bool {
    experiment.ending == nil
      && (experiment.budget.map { hours > $0 } ?? false
        || experiment.gpuHours.map { gpuHours ?? 0 > $0 } ?? false)
  }

  /// The last run, where it is lost and nothing was said of it since.
  package var lostRun: WatchedRun? {
    experiment.ending == nil ? runs.last.flatMap { $0.state == .lost ? $0 : nil } : nil
  }
}
