/// Days, a bit each: a streak asks by the thousand whether something was practised on one.
package struct DaySet: Hashable, Sendable {
  /// That of the first byte.
  private var first: Week?
  /// A week each, Monday its lowest bit.
  private var weeks: [UInt8] = []

  package init() {}

  package init(_ days: some Sequence<Day>) {
    for day in days { insert(day) }
  }

  package mutating func insert(_ day: Day) {
    insert(day.week, days: 1 << UInt8(day.weekday.rawValue))
  }

  /// Takes up days of a week.
  ///
  /// `days`: a bit each, Monday the lowest.
  package mutating func insert(_ week: Week, days: UInt8) {
    let former = first ?? week
    let start = min(former, week)
    weeks.insert(contentsOf: repeatElement(0, count: former - start), at: 0)
    first = start
    let index = week - start
    while weeks.count <= index { weeks.append(0) }
    weeks[index] |= days
  }

  package mutating func formUnion(_ other: DaySet) {
    guard let first = other.first else { return }
    for (index, days) in other.weeks.enumerated() where days != 0 {
      insert(first + index, days: days)
    }
  }

  package func contains(_ day: Day) -> Bool {
    guard let first else { return false }
    let offset = day - first.monday
    guard offset >= 0, offset / 7 < weeks.count else { return false }
    return weeks[offset / 7] >> UInt8(offset % 7) & 1 == 1
  }

  package var count: Int { weeks.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// All of them, in order.
  package var days: [Day] {
    guard let first else { return [] }
    return weeks.enumerated().flatMap { index, days in
      (0..<7).filter { days >> UInt8($0) & 1 == 1 }.map { (first + index).monday + $0 }
    }
  }

  /// Nil where there is none.
  package var firstDay: Day? {
    guard let first, let index = weeks.firstIndex(where: { $0 != 0 }) else { return nil }
    return (first + index).monday + weeks[index].trailingZeroBitCount
  }
}
