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
      .integer("clock", EntryFact.first, required: true),
    ],
    indexes: ["evidence_by_parent ON (parent, clock)"])
}

extension Reader {
  /// What is attached to a check-in or an item, oldest first.
  package func evidence(of parent: Subject) throws -> [Evidence] {
    try all(.evidence, "WHERE parent = ? ORDER BY clock, id", [parent.text])
  }

  /// The files that are attached to anything that is not removed, oldest first.
  package func fileEvidence() throws -> [Evidence] {
    try all(
      .evidence,
      """
      WHERE kind = 'file' AND NOT EXISTS (
        SELECT 1 FROM check_in c WHERE c.removed = 1 AND parent = 'checkin/' || c.id)
      ORDER BY clock, id
      """)
  }
}
