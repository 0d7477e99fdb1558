package import StropCore

extension Kind<PlanEntry> {
  static let plan = Kind(
    "plan",
    columns: [
      .text("skill", required: true),
      .text("week", required: true),
      .bool("focus"),
      .integer("sessions", required: true, check: "sessions BETWEEN 1 AND 7"),
      .integer("minutes", required: true, check: "minutes BETWEEN 0 AND 10080"),
      .text("first_day", "first"),
    ],
    derived: { ["skill": .text($0.skill), "week": .text($0.week.iso)] })
}

extension Reader {
  /// Every plan that the user made.
  package func plans() throws -> [PlanEntry] { try all(.plan) }
}
