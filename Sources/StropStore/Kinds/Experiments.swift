import GRDB
package import StropCore

extension Kind<Experiment> {
  package static let experiment = Kind(
    "experiment",
    columns: [
      .text("name", required: true),
      .text("skill", required: true),
      .text("hypothesis", required: true),
      .text("prediction", "prediction.prediction"),
      .instant("predicted", "prediction.predicted"),
      .bool("late", "prediction.late", required: false),
      .real("budget"),
      .real("gpu_hours", "gpuHours"),
      .text("stop"),
    ] + Column.when + [
      .text("verdict", "ending.verdict"),
      .instant("ended", "ending.ended"),
      .text("ended_on", "ending.endedOn"),
      .text("checkin", "ending.checkin"),
      .removed,
    ])
}

extension Kind<Run> {
  package static let run = Kind(
    "run",
    columns: [
      .text("parent", required: true),
      .text("command", required: true),
      .text("host", required: true),
      .text("directory", required: true),
    ] + Column.when + [
      .text("repository", "code.repository"),
      .text("commit_id", "code.commit"),
      .bool("dirty", "code.dirty", required: false),
      .integer("gpus", "gpus.gpus"),
      .text("gpu", "gpus.gpu"),
      .instant("ended", "end.ended"),
      .integer("exit", "end.exit"),
      .text("tail"),
      .integer("clock", EntryFact.first, required: true),
      .removed,
    ],
    indexes: ["run_by_parent ON (parent, clock)", "run_by_day ON (day)"])
}

extension Kind<Metric> {
  static let metric = Kind(
    "metric",
    columns: [.text("value", required: true)])
}

extension Reader {
  /// Experiments that are not removed: ended ones as they ended, then open ones as they were planned.
  package func experiments() throws -> [Experiment] {
    try all(.experiment, "WHERE removed = 0 ORDER BY ended IS NULL, ended, at, id")
  }

  /// Those that were planned, had a run started or were ended on one of some days, as `experiments` has them.
  package func experiments(touchedIn days: ClosedRange<Day>) throws -> [Experiment] {
    try all(
      .experiment,
      """
      WHERE removed = 0 AND (day BETWEEN ?1 AND ?2 OR ended_on BETWEEN ?1 AND ?2 OR 'experiment/' || id IN (
        SELECT parent FROM run WHERE day BETWEEN ?1 AND ?2 AND removed = 0))
      ORDER BY ended IS NULL, ended, at, id
      """, [days.lowerBound.iso, days.upperBound.iso])
  }

  /// What was run for an experiment or an item, as it was started.
  package func runs(of parent: Subject) throws -> [Run] {
    try all(.run, "WHERE parent = ? AND removed = 0 ORDER BY clock, id", [parent.text])
  }

  /// What a run measured, by name.
  package func metrics(of run: String) throws -> [Metric] {
    try all(.metric, "WHERE id >= ? AND id < ? ORDER BY id", [run + "/", run + "0"])
  }
}
