import GRDB
package import StropCore

extension Kind<Bug> {
  package static let bug = Kind(
    "bug",
    columns: [
      .text("symptom", required: true)
    ] + Column.when + [
      .instant("closed", "closing.closed"),
      .text("closed_on", "closing.closedOn"),
      .text("class", "closing.class"),
      .text("cause", "closing.cause"),
      .text("fix", "closing.fix"),
      .removed,
    ])
}

extension Kind<Hypothesis> {
  package static let hypothesis = Kind(
    "hypothesis",
    columns: [
      .text("bug", required: true),
      .text("text", required: true),
      .text("result", required: true),
    ] + Column.when + [
      .text("checkin"),
      .integer("clock", EntryFact.first, required: true),
      .removed,
    ],
    indexes: ["hypothesis_by_bug ON (bug, clock) WHERE removed = 0"])
}

extension Reader {
  /// Bugs that are not removed: closed ones as they were closed, then open ones as they were opened.
  package func bugs() throws -> [Bug] {
    try all(.bug, "WHERE removed = 0 ORDER BY closed IS NULL, closed, at, id")
  }

  /// What was tried of a bug, as it was recorded.
  package func hypotheses(of bug: String) throws -> [Hypothesis] {
    try all(.hypothesis, "WHERE bug = ? AND removed = 0 ORDER BY clock, id", [bug])
  }

  /// How many hypotheses bugs have, by their ids.
  package func hypothesisCounts() throws -> [String: Int] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT bug, count(*) FROM hypothesis WHERE removed = 0 GROUP BY bug"))
    var counts: [String: Int] = [:]
    while let row = try rows.next() {
      counts[try row.decode(atIndex: 0)] = try row.decode(atIndex: 1)
    }
    return counts
  }
}
