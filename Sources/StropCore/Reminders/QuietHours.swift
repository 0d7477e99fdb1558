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

  /// Reads `22:00-08:00`, with any dash; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let times = text.split(omittingEmptySubsequences: false) { "-–—~～".contains($0) }
      .map { CivilTime(String($0.filter { $0 != " " })) }
    guard times.count == 2, let start = times[0], let end = times[1] else { return nil }
    self.init(start: start, end: end)
  }

  /// `22:00-08:00`.
  package var text: String { start.text + "-" + end.text }

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
