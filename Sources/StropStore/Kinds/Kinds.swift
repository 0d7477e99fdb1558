import StropCore

/// Every kind that has rows. A new one is registered here.
package enum Kinds {
  static let tables: [Table] = [
    Kind.batch.table, Kind.start.table, Kind.checkIn.table, Kind.evidence.table,
    Kind.itemProgress.table, Kind.item.table, Kind.prerequisite.table, Kind.reference.table,
    Kind.skillChange.table, Kind.skill.table, Kind.plan.table, Kind.skip.table,
    Kind.reminder.table, Kind.setting.table, Kind.paper.table, Kind.listedPaper.table,
    Kind.reading.table, Kind.judgement.table, Kind.bug.table,
    Kind.hypothesis.table, Kind.reproduction.table, Kind.claim.table, Kind.result.table,
    Kind.experiment.table, Kind.run.table, Kind.metric.table,
  ]

  /// What the tables are called, and the one that is summed up from them.
  static var names: [String] { tables.map(\.name) + [PractisedWeeks.table] }

  /// The statements that make them all.
  static var creation: [String] { tables.flatMap(\.creation) + [PractisedWeeks.creation] }

  /// To be raised where an `init?(id:row:)` or the fold makes other rows of the same entries, which no
  /// declaration shows.
  private static let revision = 1

  /// What their declarations come to: tables that were made by others are made anew.
  ///
  /// Written down, since computing it would cost every start millions of instructions. A test compares it with
  /// `computedFingerprint`, and says what to write here.
  package static let fingerprint = "58594a92bcceeefd"

  package static var computedFingerprint: String {
    var fingerprint = Fingerprint()
    fingerprint.take(String(revision))
    for table in tables { table.feed(&fingerprint) }
    fingerprint.take(PractisedWeeks.creation)
    return String(fingerprint.value, radix: 16)
  }

  private static let byType = Dictionary(grouping: tables, by: \.type)

  /// The tables in which subjects of a type have rows; none where this program does not know the type.
  static func tables(of type: String) -> [Table] { byType[type] ?? [] }
}
