/// What the logbooks got in the days of a report, as things stood on the last of them that has come.
package struct ReportedLogbooks: Sendable {
  package struct Paper: Hashable, Sendable {
    /// Its arXiv id, or the key of what has none.
    package let key: String
    package let title: String
    /// The deepest in these days.
    package let pass: Int?

    package init(key: String, title: String, pass: Int?) {
      self.key = key
      self.title = title
      self.pass = pass
    }
  }

  package struct Experiment: Hashable, Sendable {
    package let name: String
    /// Nil where it went on then.
    package let verdict: StropCore.Experiment.Verdict?
    /// How many were started in these days, and how many hours they took.
    package let runs: Int
    package let hours: Double
    /// Of all its runs by then; nil where none saw a GPU.
    package let gpuHours: Double?
    package let plannedGPUHours: Double?

    package init(
      name: String, verdict: StropCore.Experiment.Verdict?, runs: Int, hours: Double,
      gpuHours: Double?, plannedGPUHours: Double?
    ) {
      self.name = name
      self.verdict = verdict
      self.runs = runs
      self.hours = hours
      self.gpuHours = gpuHours
      self.plannedGPUHours = plannedGPUHours
    }
  }

  /// Read in these days, each once, in the order of their first readings.
  package let read: [Paper]
  /// How many judgements were written, and how many resolved.
  package let judged: Int
  package let resolved: Int
  /// Judgements that waited for their outcomes though their day was over, whenever they were written.
  package let overdue: Int
  /// Those that were started, got a result or were ended, with their results by then.
  package let reproductions: [ReproductionCard]
  package let opened: Int
  /// How many hypotheses were tried.
  package let tried: Int
  /// Bugs that were closed, as they were.
  package let closed: [Bug]
  /// Bugs that were open, whenever they were opened.
  package let open: Int
  /// Those that were planned, run or ended.
  package let experiments: [Experiment]
  /// Of a GPU-hour, in CNY.
  package let price: Double

  package init(
    read: [Paper] = [], judged: Int = 0, resolved: Int = 0, overdue: Int = 0,
    reproductions: [ReproductionCard] = [], opened: Int = 0, tried: Int = 0, closed: [Bug] = [],
    open: Int = 0, experiments: [Experiment] = [], price: Double = 0
  ) {
    self.read = read
    self.judged = judged
    self.resolved = resolved
    self.overdue = overdue
    self.reproductions = reproductions
    self.opened = opened
    self.tried = tried
    self.closed = closed
    self.open = open
    self.experiments = experiments
    self.price = price
  }

  package var hasPapers: Bool { !read.isEmpty || judged + resolved + overdue > 0 }
  package var hasBugs: Bool { opened + tried + closed.count > 0 }
  package var isEmpty: Bool {
    !hasPapers && reproductions.isEmpty && !hasBugs && experiments.isEmpty
  }
}
