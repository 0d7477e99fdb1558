/// A skill's plan from one ISO week on: subject `plan/SKILL/WEEK`.
package struct PlanEntry: Record {
  package static let type = "plan"

  package let skill: String
  package let week: Week
  package let plan: Plan
  /// The day on which a skill outside the first focus came into it: days before it do not count.
  package let firstDay: Day?

  package init(skill: String, week: Week, plan: Plan, firstDay: Day?) {
    self.skill = skill
    self.week = week
    self.plan = plan
    self.firstDay = firstDay
  }

  package init?(id: String, row: Fields) {
    guard let slash = id.lastIndex(of: "/"), let week = Week(iso: id[id.index(after: slash)...]),
      id.hasSuffix("/" + week.iso),
      let focus = row["focus"]?.bool, let sessions = row["sessions"]?.integer,
      Plan.sessionRange.contains(sessions), let minutes = row["minutes"]?.integer,
      Plan.minuteRange.contains(minutes)
    else { return nil }
    self.init(
      skill: String(id[..<slash]), week: week,
      plan: Plan(focus: focus, sessions: sessions, minutes: minutes),
      firstDay: row["first"]?.text.flatMap(Day.init(iso:)))
  }

  package var id: String { skill + "/" + week.iso }

  package var fields: Fields {
    [
      "focus": .bool(plan.focus), "sessions": .number(plan.sessions),
      "minutes": .number(plan.minutes), "first": .optional(firstDay?.iso),
    ].withoutNulls
  }
}
