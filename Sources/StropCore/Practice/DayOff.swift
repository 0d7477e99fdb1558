/// A day that is skipped.
package struct DayOff: Hashable, Sendable {
  /// The last of the days in a row that are.
  package let until: Day
  /// Why that day is; nil where nothing was said.
  package let reason: String?

  package init(until: Day, reason: String?) {
    self.until = until
    self.reason = reason
  }

  /// `skips`: those that cover what is asked about; nil where none covers `day`.
  package init?(_ day: Day, among skips: [Skip]) {
    guard let skip = skips.first(where: { $0.days.contains(day) }) else { return nil }
    var until = skip.days.upperBound
    while let next = skips.first(where: { $0.days.contains(until + 1) }) {
      until = next.days.upperBound
    }
    self.init(until: until, reason: skip.reason)
  }
}
