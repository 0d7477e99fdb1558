package import StropCore

extension Kind<Skip> {
  package static let skip = Kind(
    "skip",
    columns: [
      .text("skill"),
      .day("from_day", "days.from"),
      .day("to_day", "days.to", check: "to_day >= from_day"),
      .text("reason"),
      .removed,
    ])
}

extension Reader {
  /// Skips that are not removed, by their first day.
  package func skips() throws -> [Skip] {
    try all(.skip, "WHERE removed = 0 ORDER BY from_day, to_day, id")
  }
}
