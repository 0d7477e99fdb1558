package import StropCore
import StropStore

/// An experiment to plan, or what is to change of one, as typed; nil stays as it is.
package struct ExperimentRequest: Sendable {
  package let name: String
  package let skill: String?
  package let hypothesis: String?
  package let prediction: String?
  package let budget: String?
  package let gpuHours: String?
  package let stop: String?

  package init(
    name: String, skill: String?, hypothesis: String?, prediction: String?, budget: String?,
    gpuHours: String?, stop: String?
  ) {
    self.name = name
    self.skill = skill
    self.hypothesis = hypothesis
    self.prediction = prediction
    self.budget = budget
    self.gpuHours = gpuHours
    self.stop = stop
  }
}

extension Strop {
  /// Plans an experiment, or changes what is planned of one that is not ended. It is practice where something was
  /// typed about that.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func planExperiment(
    _ request: ExperimentRequest, _ practice: WorkRequest
  ) async throws -> Recorded<ExperimentCard> {
    let title = try required(request.name, "NAME", limit: Strop.titleLimit)
    let hypothesis = try text(request.hypothesis)
    let prediction = try note(request.prediction)
    let budget = try request.budget.map { try hours($0, "--budget") }
    let gpuHours = try request.gpuHours.map { try hours($0, "--gpu-hours") }
    let stop = try text(request.stop)
    let skill = try read { reader in
      try request.skill.map { try reader.skill(named: $0).slug }
        ?? experiment(called: title, reader)?.skill
    }
    let work = try await work(practice, isOptional: true, skill: skill)
    return try write { transaction in
      let reader = transaction.reader
      let old = try experiment(called: title, reader)
      if let old, let ending = old.ending {
        throw Failure.logbook(.experimentEnded(old.title, ending.day))
      }
      guard let skill else { throw Failure.logbook(.experimentLacks("--skill", name: title)) }
      guard let hypothesis = hypothesis ?? old?.hypothesis else {
        throw Failure.logbook(.experimentLacks("--hypothesis", name: title))
      }
      var new =
        old
        ?? Experiment(
          id: newID(), title: title, skill: skill, hypothesis: hypothesis,
          planned: moment(on: today))
      new.skill = skill
      new.hypothesis = hypothesis
      if let prediction, prediction != new.prediction?.text {
        new.prediction = Experiment.Prediction(
          text: prediction, at: environment.now, isLate: try !reader.runs(of: new.subject).isEmpty)
      }
      new.budget = budget ?? new.budget
      new.gpuHours = gpuHours ?? new.gpuHours
      new.stop = stop ?? new.stop
      guard new != old else { throw Failure.nothingToChange }
      try transaction.append(
        new.changes(from: old) + (work.map { patches($0, backedBy: .experiment, new.id) } ?? []),
        command: "experiment plan")
      return try recorded(card(of: new, reader), work, reader)
    }
  }

  /// Ends an experiment with what became of its hypothesis, which is practice of its skill.
  ///
  /// - Throws: `Failure`; `.experimentEnded` among them.
  package func finishExperiment(
    _ name: String, _ verdict: Experiment.Verdict, _ practice: WorkRequest
  ) async throws -> Recorded<ExperimentCard> {
    let skill = try read { try experiment(named: name, $0).skill }
    let work = try await work(practice, isOptional: false, skill: skill)
    return try write { transaction in
      let reader = transaction.reader
      let old = try experiment(named: name, reader)
      if let ending = old.ending, ending.verdict == verdict {
        throw Failure.logbook(.experimentEnded(old.title, ending.day))
      }
      var new = old
      new.ending = Experiment.Ending(
        verdict: verdict, at: environment.now, day: today, checkIn: work?.checkIn.id)
      try transaction.append(
        new.changes(from: old) + (work.map { patches($0, backedBy: .experiment, old.id) } ?? []),
        command: "experiment finish")
      return try recorded(card(of: new, reader), work, reader)
    }
  }

  /// Experiments that are not removed: ended ones as they ended, then open ones as they were planned.
  package func experiments() throws -> [ExperimentCard] {
    try read { reader in try reader.experiments().map { try card(of: $0, reader) } }
  }

  /// An experiment with its runs.
  ///
  /// - Throws: `LogbookFailure.unknownEntry`, `.ambiguousEntry`, `.ambiguousID`.
  package func experiment(_ name: String) throws -> ExperimentCard {
    try read { reader in try card(of: experiment(named: name, reader), reader) }
  }

  func experiment(named name: String, _ reader: Reader) throws -> Experiment {
    let all = try reader.experiments()
    return try reader.entry(
      name, of: .experiment, among: [all.filter { $0.ending == nil }, all], text: \.title)
  }

  private func experiment(called title: String, _ reader: Reader) throws -> Experiment? {
    let name = title.foldedName
    return try reader.experiments().first { $0.title.foldedName == name }
  }

  /// Nil where nothing was typed and need not be.
  private func work(
    _ request: WorkRequest, isOptional: Bool, skill: String?
  ) async throws -> Work? {
    guard let skill, !isOptional || !request.isEmpty else { return nil }
    return try await work(request, skill: skill)
  }

  func card(of experiment: Experiment, _ reader: Reader) throws -> ExperimentCard {
    ExperimentCard(
      listed: try reader.listed(experiment, .experiment),
      runs: try reader.runs(of: experiment.subject).map { try watched($0, reader) },
      conclusion: try experiment.ending.map { try reader.step($0, checkIn: $0.checkIn) },
      price: settings.gpuHourPrice, zone: zone, now: environment.now, today: today)
  }

  /// A run with what it measured, and whether it goes on.
  func watched(_ run: Run, _ reader: Reader) throws -> WatchedRun {
    WatchedRun(
      listed: try reader.listed(run, .run), state: state(of: run),
      metrics: try reader.metrics(of: run.id))
  }

  private func state(of run: Run) -> WatchedRun.State {
    if run.end != nil { return .finished }
    return switch RunLock.holder(of: run.id, databasePath: store.path) {
    case .someone: .running
    case .nobody: .lost
    // Of another machine nothing more is known here.
    case .unknown: run.host == environment.host ? .lost : .running
    }
  }

  /// Hours as typed: `4h`, `90m`, `1h30`, `8`.
  ///
  /// - Throws: `LogbookFailure.badHours`.
  private func hours(_ text: String, _ option: String) throws -> Double {
    if let number = Number.parse(text.trimmed) {
      guard number > 0, number <= Strop.mostHours else {
        throw Failure.logbook(.badHours(text, option))
      }
      return number
    }
    guard let minutes = Minutes.parse(text.foldedName, in: 1...Int(Strop.mostHours * 60)) else {
      throw Failure.logbook(.badHours(text, option))
    }
    return Double(minutes) / 60
  }

  private static let mostHours = 100_000.0
}
