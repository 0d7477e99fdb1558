/// When a reminder comes: days of the calendar, at one time on the wall clock.
///
/// A rule is a value of its own: where it depends on the day from which it counts, it holds that day.
package struct Rule: Hashable, Sendable {
  package let recurrence: Recurrence
  package let time: CivilTime

  init(_ recurrence: Recurrence, at time: CivilTime) {
    self.recurrence = recurrence
    self.time = time
  }

  /// The first occurrence after `moment`; nil where none is left.
  package func next(after moment: CivilDateTime) -> CivilDateTime? {
    let isToCome = occurrence(on: moment.day) > moment
    return recurrence.first(notBefore: isToCome ? moment.day : moment.day + 1)
      .map(occurrence)
  }

  /// The latest occurrence not after `moment`; nil where none has come yet.
  package func latest(upTo moment: CivilDateTime) -> CivilDateTime? {
    let isToCome = occurrence(on: moment.day) > moment
    return recurrence.last(notAfter: isToCome ? moment.day - 1 : moment.day)
      .map(occurrence)
  }

  private func occurrence(on day: Day) -> CivilDateTime { CivilDateTime(day: day, time: time) }
}
