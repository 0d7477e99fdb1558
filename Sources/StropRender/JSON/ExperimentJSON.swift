package import StropCore

extension JSONRenderer {
  /// `strop experiment plan` and `finish`.
  package func experiment(_ recorded: Recorded<ExperimentCard>) -> JSON {
    root([
      ("experiment", .object(members(recorded.shown))),
      ("checkin", recorded.practice.map { checkIn($0.shown.logged) } ?? .null),
    ])
  }

  /// `strop experiment show`.
  package func experiment(_ card: ExperimentCard) -> JSON {
    root([("experiment", .object(members(card)))])
  }

  /// `strop experiment list`.
  package func experiments(_ cards: [ExperimentCard]) -> JSON {
    root([("experiments", .array(cards.map { .object(members($0)) }))])
  }

  /// `strop experiment run`.
  package func run(_ run: WatchedRun, _ zone: Zone) -> JSON {
    root([("run", object(run, zone, now: run.run.started.at))])
  }

  /// `budgetHours` and `gpuHours` are what was planned; `hours`, `gpuHoursUsed` and `cost`, in CNY, what its runs took.
  func members(_ card: ExperimentCard) -> [(name: String, value: JSON)] {
    let experiment = card.experiment
    return [
      ("id", .string(experiment.id)),
      ("name", .string(experiment.title)),
      ("skill", .string(experiment.skill)),
      ("hypothesis", .string(experiment.hypothesis)),
      ("predicted", .optional(experiment.prediction?.text)),
      ("predictedBeforeRun", .optional(card.predictedBeforeRun)),
      ("verdict", .optional(experiment.ending?.verdict.rawValue)),
      ("note", .optional(card.conclusion?.note)),
      ("planned", instant(experiment.planned.at, card.zone)),
      ("ended", experiment.ending.map { instant($0.at, card.zone) } ?? .null),
      ("stop", .optional(experiment.stop)),
      ("budgetHours", .optional(experiment.budget)),
      ("gpuHours", .optional(experiment.gpuHours)),
      ("hours", .real(card.hours)),
      ("gpuHoursUsed", .optional(card.gpuHours)),
      ("cost", .optional(card.cost)),
      ("pastBudget", .bool(card.isPastBudget)),
      ("runs", .array(card.runs.map { object($0, card.zone, now: card.now) })),
    ]
  }

  /// A metric that is no number, or infinite, is null.
  func object(_ watched: WatchedRun, _ zone: Zone, now: Instant) -> JSON {
    let run = watched.run
    return .object([
      ("id", .string(run.id)),
      ("started", instant(run.started.at, zone)),
      ("ended", run.end.map { instant($0.at, zone) } ?? .null),
      ("exit", .optional(run.end?.exit)),
      ("command", .filled(run.command)),
      ("host", .filled(run.host)),
      ("directory", .filled(run.directory)),
      ("commit", .optional(run.code?.commit)),
      ("dirty", .optional(run.code?.isDirty)),
      ("gpus", .optional(run.gpus?.count)),
      ("gpuHours", .optional(watched.gpuHours(at: now))),
      ("metrics", .object(watched.metrics.map { ($0.name, .real($0.number)) })),
      ("tail", .optional(run.tail)),
      ("state", .string(watched.state.rawValue)),
    ])
  }
}
