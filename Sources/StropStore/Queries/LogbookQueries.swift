import GRDB
package import StropCore

// What a report and today's screen ask of logbooks, most often of empty ones.
extension Reader {
  /// Whether anything was ever recorded in one.
  package func hasLogbooks() throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM reading) OR EXISTS (SELECT 1 FROM judgement)
          OR EXISTS (SELECT 1 FROM reproduction) OR EXISTS (SELECT 1 FROM bug)
          OR EXISTS (SELECT 1 FROM experiment)
        """) ?? false
  }

  /// How many hypotheses were tried in some days.
  package func hypotheses(in days: ClosedRange<Day>) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM hypothesis WHERE day BETWEEN ? AND ? AND removed = 0",
      arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
  }

  /// Whether there are judgements that wait for their outcomes and whose day has come, bugs that are open since
  /// before a moment, or experiments that go on.
  package func hasWaitingLogbooks(due day: Day, openSince moment: Instant) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM judgement \(Reader.due)) OR EXISTS (SELECT 1 FROM bug \(Reader.openSince))
          OR EXISTS (SELECT 1 FROM experiment \(Reader.goingOn))
        """, arguments: [day.iso, moment.milliseconds]) ?? false
  }

  /// Judgements that wait for their outcomes and whose day has come, by their days.
  package func judgements(due day: Day) throws -> [Judgement] {
    try all(.judgement, Reader.due + " ORDER BY by_day, clock, id", [day.iso])
  }

  /// Bugs that are open since before a moment, the oldest first.
  package func openBugs(since moment: Instant) throws -> [Bug] {
    try all(.bug, Reader.openSince + " ORDER BY at, id", [moment.milliseconds])
  }

  /// Experiments that are not ended, as they were planned.
  package func openExperiments() throws -> [Experiment] {
    try all(.experiment, Reader.goingOn + " ORDER BY at, id")
  }

  private static let goingOn = "WHERE ended IS NULL AND removed = 0"
  private static let due =
    "WHERE by_day <= ? AND outcome IS NULL AND withdrawn IS NULL AND removed = 0"
  private static let openSince = "WHERE closed IS NULL AND at <= ? AND removed = 0"
}
