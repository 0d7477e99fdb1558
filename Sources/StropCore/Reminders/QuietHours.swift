/// Hours on the wall clock in which nothing is told, such as 22:00 to 08:00.
package struct QuietHours: Hashable, Sendable {
  package let start: CivilTime
  /// The first minute that is not quiet any more.
  package let end: CivilTime

  /// Nil where they are equal.
  package init?(start: CivilTime, end: CivilTime) {
    guard start != end else { return nil }
    self.start = start
    self.end = end
  }

  /// When the quiet hours that hold `moment` end; nil outside them.
  package func end(of moment: CivilDateTime) -> CivilDateTime? {
    let time = moment.time
    if start < end {
      return start <= time && time < end ? CivilDateTime(day: moment.day, time: end) : nil
    }
    if time >= start { return CivilDateTime(day: moment.day + 1, time: end) }
    return time < end ? CivilDateTime(day: moment.day, time: end) : nil
  }
}
