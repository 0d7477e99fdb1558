import GRDB
package import StropCore

extension Kind<Reproduction> {
  package static let reproduction = Kind(
    "reproduction",
    columns: [
      .text("name", required: true),
      .text("source", required: true),
    ] + Column.when + [
      .text("state", "ending.state"),
      .instant("ended", "ending.ended"),
      .text("ended_on", "ending.endedOn"),
      .text("reason", "ending.reason"),
      .removed,
    ])
}

extension Kind<Claim> {
  package static let claim = Kind(
    "claim",
    columns: [
      .text("reproduction", required: true),
      .text("metric", required: true),
      .real("value", required: true),
      .text("better", required: true),
      .real("tolerance", "tolerance.amount"),
      .bool("relative", "tolerance.relative", required: false),
      .integer("position"),
      .removed,
    ],
    indexes: ["claim_by_reproduction ON (reproduction, position)"])
}

extension Kind<RunResult> {
  package static let result = Kind(
    "result",
    columns: [
      .text("reproduction", required: true),
      .text("metric", required: true),
      .real("value", required: true),
      .integer("seed"),
      .text("commit_id", "commit"),
      .text("conditions"),
    ] + Column.when + [
      .text("checkin"),
      .integer("clock", EntryFact.first, required: true),
      .removed,
    ],
    indexes: ["result_by_reproduction ON (reproduction, clock)"])
}

extension Reader {
  /// Reproductions that are not removed: ended ones as they ended, then open ones as they were started.
  package func reproductions() throws -> [Reproduction] {
    try all(.reproduction, "WHERE removed = 0 ORDER BY ended IS NULL, ended, at, id")
  }

  /// Those that were started, got a result or were ended on one of some days, as `reproductions` has them.
  package func reproductions(touchedIn days: ClosedRange<Day>) throws -> [Reproduction] {
    try all(
      .reproduction,
      """
      WHERE removed = 0 AND (day BETWEEN ?1 AND ?2 OR ended_on BETWEEN ?1 AND ?2 OR id IN (
        SELECT reproduction FROM result WHERE day BETWEEN ?1 AND ?2 AND removed = 0))
      ORDER BY ended IS NULL, ended, at, id
      """, [days.lowerBound.iso, days.upperBound.iso])
  }

  /// The claims of a reproduction, in their order.
  package func claims(of reproduction: String) throws -> [Claim] {
    try all(
      .claim, "WHERE reproduction = ? AND removed = 0 ORDER BY position, id", [reproduction])
  }

  /// The results of a reproduction, as they were recorded.
  package func results(of reproduction: String) throws -> [RunResult] {
    try all(
      .result, "WHERE reproduction = ? AND removed = 0 ORDER BY clock, id", [reproduction])
  }
}
