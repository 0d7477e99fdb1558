import GRDB
package import StropCore

extension Kind<Evidence> {
  package static let evidence = Kind(
    "evidence",
    columns: [
      .text("parent", required: true),
      .text("kind", required: true),
      .text("value", required: true),
      .text("sha256"),
      .instant("checked", "verification.checked"),
      .text("problem", "verification.problem"),
      .integer("clock", EntryFact.first, required: true),
      .integer("seq", EntryFact.sequence, required: true),
      .removed,
    ],
    indexes: ["evidence_by_parent ON (parent, removed, clock)"])
}

extension Reader {
  /// What is attached to a check-in or an item itself, oldest first; the same thing once.
  package func evidence(of parent: Subject) throws -> [Evidence] {
    try evidence("parent = ?", parent.text)
  }

  /// What backs an item: attached to it, or to a check-in that names it; oldest first, the same thing once.
  package func evidence(ofItem slug: String) throws -> [Evidence] {
    try evidence(
      """
      parent IN (
        SELECT 'item/' || ?1 UNION ALL
        SELECT 'checkin/' || id FROM check_in WHERE item = ?1 AND removed = 0)
      """, slug)
  }

  /// All that is attached to a check-in or an item itself: two machines can have attached the same thing.
  package func attached(to parent: Subject) throws -> [Evidence] {
    try attached("parent = ?", parent.text)
  }

  private func evidence(_ condition: String, _ argument: String) throws -> [Evidence] {
    let all = try attached(condition, argument)
    var seen: Set<[String]> = []
    // Of the same thing twice, the one that was verified.
    return all.compactMap { one in
      guard seen.insert([one.kind.rawValue, one.value]).inserted else { return nil }
      return all.first {
        ($0.kind, $0.value) == (one.kind, one.value) && $0.level == .verified
      } ?? one
    }
  }

  private func attached(_ condition: String, _ argument: String) throws -> [Evidence] {
    try all(.evidence, "WHERE \(condition) AND removed = 0 ORDER BY clock, seq, id", [argument])
  }

  /// What is attached to anything that is not removed, oldest first; `since`: only what was attached from then on.
  package func evidenceInUse(since: Instant? = nil) throws -> [Evidence] {
    try all(
      .evidence,
      """
      WHERE removed = 0 AND clock >= ? AND NOT EXISTS (
        SELECT 1 FROM check_in c WHERE c.removed = 1 AND parent = 'checkin/' || c.id)
      ORDER BY clock, seq, id
      """, [since.map { max(0, $0.milliseconds) << 16 } ?? 0])
  }

  /// The files that are attached to anything that is not removed, oldest first.
  package func fileEvidence() throws -> [Evidence] {
    try all(
      .evidence,
      """
      WHERE kind = 'file' AND removed = 0 AND NOT EXISTS (
        SELECT 1 FROM check_in c WHERE c.removed = 1 AND parent = 'checkin/' || c.id)
      ORDER BY clock, seq, id
      """)
  }

  /// The skill of the check-in that a commit of a repository backed last, else that a run in it was for; nil where
  /// there is neither.
  package func skill(lastBackedBy repository: String) throws -> String? {
    let beginning = repository + "@"
    let backed = try String.fetchOne(
      db,
      sql: """
        SELECT c.skill FROM evidence e JOIN check_in c ON e.parent = 'checkin/' || c.id
        WHERE e.kind = 'commit' AND substr(e.value, 1, length(?1)) = ?1 AND e.removed = 0
          AND c.removed = 0
        ORDER BY e.clock DESC, e.seq DESC LIMIT 1
        """, arguments: [beginning])
    return try backed
      ?? String.fetchOne(
        db,
        sql: """
          SELECT coalesce(x.skill, substr(parent, 6, instr(substr(parent, 6), '/') - 1))
          FROM run r LEFT JOIN experiment x ON r.parent = 'experiment/' || x.id
          WHERE r.repository = ? AND r.removed = 0
            AND (x.skill IS NOT NULL OR r.parent LIKE 'item/%/%')
          ORDER BY r.clock DESC LIMIT 1
          """, arguments: [repository])
  }
}
