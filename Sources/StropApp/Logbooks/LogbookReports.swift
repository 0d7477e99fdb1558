import StropCore
import StropStore

// What reports and today's screen tell of logbooks.
extension Strop {
  /// How long a bug is open before today's screen shows it, in milliseconds.
  private static let longOpen: Int64 = 7 * 86_400_000

  /// What the logbooks got in some days, as things stood on the last of them that has come: a report of a week that is
  /// over stays as it is.
  func logbooks(in days: ClosedRange<Day>, _ reader: Reader) throws -> ReportedLogbooks {
    guard try reader.hasLogbooks() else { return ReportedLogbooks() }
    let last = min(days.upperBound, today)
    let readings = try reader.readings(in: days)
    let byPaper = Dictionary(grouping: readings, by: \.paper)
    let judgements = try reader.judgements().filter { $0.withdrawn == nil }
    let bugs = try reader.bugs()
    func isOver(_ day: Day?) -> Bool { day.map { $0 <= last } ?? false }
    return ReportedLogbooks(
      read: try readings.map(\.paper).uniqued().map { key in
        ReportedLogbooks.Paper(
          key: key, title: try paperTitle(key, reader),
          pass: byPaper[key]?.compactMap(\.pass).max())
      },
      judged: judgements.count { days.contains($0.moment.day) },
      resolved: judgements.count { $0.resolution.map { days.contains($0.day) } ?? false },
      overdue: judgements.count {
        $0.moment.day <= last && !isOver($0.resolution?.day) && $0.by < min(last + 1, today)
      },
      reproductions: try reader.reproductions(touchedIn: days).map {
        try card(of: $0, until: last, reader)
      },
      opened: bugs.count { days.contains($0.opened.day) }, tried: try reader.hypotheses(in: days),
      closed: bugs.filter { $0.closing.map { days.contains($0.day) } ?? false },
      open: bugs.count { $0.opened.day <= last && !isOver($0.closing?.day) },
      experiments: try reader.experiments(touchedIn: days).map {
        try reported($0, in: days, until: last, reader)
      }, price: settings.gpuHourPrice)
  }

  private func reported(
    _ experiment: Experiment, in days: ClosedRange<Day>, until last: Day, _ reader: Reader
  ) throws -> ReportedLogbooks.Experiment {
    let runs = try card(of: experiment, reader).runs.filter { $0.run.started.day <= last }
    let new = runs.filter { days.contains($0.run.started.day) }
    let gpuHours = runs.compactMap { $0.gpuHours(at: environment.now) }
    return ReportedLogbooks.Experiment(
      name: experiment.title,
      verdict: experiment.ending.flatMap { $0.day <= last ? $0.verdict : nil }, runs: new.count,
      hours: new.compactMap { $0.hours(at: environment.now) }.reduce(0, +),
      gpuHours: gpuHours.contains { $0 > 0 } ? gpuHours.reduce(0, +) : nil,
      plannedGPUHours: experiment.gpuHours)
  }

  /// What waits in the logbooks: judgements that fall due, bugs that are open for long, experiments to look after.
  func waitingLogbooks(_ reader: Reader) throws -> WaitingLogbooks {
    let since = Instant(milliseconds: environment.now.milliseconds - Strop.longOpen)
    guard try reader.hasWaitingLogbooks(due: today, openSince: since) else {
      return WaitingLogbooks()
    }
    return WaitingLogbooks(
      judgements: try reader.judgements(due: today).map { try line(of: $0, reader) },
      bugs: try reader.openBugs(since: since).map { bug in
        BugLine(
          listed: try reader.listed(bug, .bug), hypotheses: try reader.hypotheses(of: bug.id).count)
      },
      experiments: try reader.openExperiments().map { try card(of: $0, reader) }
        .filter { $0.lostRun != nil || $0.isPastBudget },
      now: environment.now)
  }
}
