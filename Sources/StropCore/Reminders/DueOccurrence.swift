/// What a tick makes of a reminder's newest occurrence.
package enum TickDecision: Hashable, Sendable {
  /// Nothing since the reminder was made.
  case nothing
  case deliver(CivilDateTime)
  /// The skill was practised on the occurrence's day of practice.
  case suppress(CivilDateTime)
  /// Older than the grace, so that telling it would only confuse.
  case miss(CivilDateTime)
}

extension Reminder {
  /// How old an occurrence may be and still be delivered, in minutes on the wall clock.
  package static let grace = 240

  /// What to do at `now` on the wall clock.
  ///
  /// Only the newest occurrence counts: a laptop that slept for three days tells once, not thrice.
  ///
  /// `practised`: whether the skill was practised on a day.
  package func decision(
    at now: CivilDateTime, dayStart: CivilTime, practised: (Day) throws -> Bool
  ) rethrows -> TickDecision {
    guard let occurrence = rule.latest(upTo: now), occurrence >= since else { return .nothing }
    if kind == .skill, try practised(occurrence.day(dayStart: dayStart)) {
      return .suppress(occurrence)
    }
    return now.minutes(since: occurrence) > Reminder.grace
      ? .miss(occurrence) : .deliver(occurrence)
  }
}

extension CivilDateTime {
  /// The day of practice that this moment on the wall clock belongs to.
  package func day(dayStart: CivilTime) -> Day { time < dayStart ? day - 1 : day }
}
