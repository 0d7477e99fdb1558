/// What a week asks of a skill.
package struct Plan: Hashable, Sendable {
  package static let sessionRange = 1...7
  /// Up to every hour of a week.
  package static let minuteRange = 0...10_080

  package var focus: Bool
  /// 1 to 7 a week.
  package var sessions: Int
  /// A week; shown, never judged.
  package var minutes: Int

  package init(focus: Bool, sessions: Int, minutes: Int) {
    self.focus = focus
    self.sessions = sessions
    self.minutes = minutes
  }
}

/// A skill's plans over time: the curriculum's own before the first, then each until the next.
package struct PlanHistory: Sendable {
  package let standard: Plan
  /// In the order of their weeks.
  package let entries: [PlanEntry]

  package init(standard: Plan, entries: [PlanEntry]) {
    self.standard = standard
    self.entries = entries.sorted { $0.week < $1.week }
  }

  /// The plan in force in `week`.
  package func plan(in week: Week) -> Plan {
    entries.last { $0.week <= week }?.plan ?? standard
  }

  /// The first day that counts for a skill that was not in the focus from the start; else nil.
  package var firstDay: Day? { entries.lazy.compactMap(\.firstDay).first }

  /// Whether the skill has ever been in the focus.
  package var everInFocus: Bool { standard.focus || entries.contains { $0.plan.focus } }
}
