/// A skill outside the focus that has not been practised for longer than its interval.
package struct RetestStanding: Hashable, Sendable {
  package let slug: String
  /// Since it was last practised.
  package let days: Int
  /// Its interval, in days.
  package let every: Int

  package init(slug: String, days: Int, every: Int) {
    self.slug = slug
    self.days = days
    self.every = every
  }

  package var isDue: Bool { days > every }

  /// The most overdue of those due, relative to its interval; the first of equals.
  package static func mostOverdue(_ candidates: [RetestStanding]) -> RetestStanding? {
    candidates.filter(\.isDue).reduce(nil) { best, next in
      guard let best else { return next }
      return next.days * best.every > best.days * next.every ? next : best
    }
  }
}
