/// How a skill stands in one week: the only scores there are.
package struct WeekStanding: Hashable, Sendable {
  /// Sessions that the week asks for after skips; 0 where it is left out.
  package let asked: Int
  /// Days practised.
  package let done: Int
  /// Days from `today` on, in this week, on which a session can still count.
  package let daysLeft: Int
  /// Whether today is skipped, so that nothing is asked of it.
  package let isOff: Bool

  /// Sessions still to do.
  package var owed: Int { max(0, asked - done) }
  /// 0: practise today or miss the week; below 0: missed.
  package var slack: Int { daysLeft - owed }
  /// Outside the focus, or with so many days skipped that nothing is asked for.
  package var leftOut: Bool { asked == 0 }
  /// Nil where the week is left out.
  package var met: Bool? { leftOut ? nil : done >= asked }
}

/// All that a skill's standing depends on.
package struct Practice: Sendable {
  package let plans: PlanHistory
  /// Days practised, from `known` on.
  package let days: DaySet
  /// The first day of the window that `days` holds; nil where it holds them all.
  package let known: Day?
  /// Skips that cover the skill.
  package let skips: [ClosedRange<Day>]
  /// The first run's day; days before it do not count.
  package let start: Day

  package init(
    plans: PlanHistory, days: DaySet, known: Day? = nil, skips: [ClosedRange<Day>], start: Day
  ) {
    self.plans = plans
    self.days = days
    self.known = known
    self.skips = skips
    self.start = start
  }

  /// Whether a day does not count: before the start, or skipped, and not practised all the same.
  package func isSkipped(_ day: Day) -> Bool {
    guard !days.contains(day) else { return false }
    return day < max(start, plans.firstDay ?? start) || isOff(day)
  }

  /// Whether a day is taken off, and was not practised all the same.
  private func isOff(_ day: Day) -> Bool {
    !days.contains(day) && skips.contains { $0.contains(day) }
  }

  /// How a week stands on a day: one that is over, as it ended.
  package func standing(of week: Week, on day: Day) -> WeekStanding {
    standing(in: week, today: week == day.week ? day : nil)
  }

  /// `today`: days before it cannot count any more; nil for a week that is over.
  package func standing(in week: Week, today: Day?) -> WeekStanding {
    let plan = plans.plan(in: week)
    var skipped = 0
    var done = 0
    var daysLeft = 0
    for day in week.days {
      if days.contains(day) {
        done += 1
      } else if isSkipped(day) {
        skipped += 1
      } else if let today, day >= today {
        daysLeft += 1
      }
    }
    // ⌊sessions × (7 − k) / 7 + ½⌋
    let asked = plan.focus ? (2 * plan.sessions * (7 - skipped) + 7) / 14 : 0
    return WeekStanding(
      asked: asked, done: done, daysLeft: daysLeft, isOff: today.map(isOff) ?? false)
  }
}
