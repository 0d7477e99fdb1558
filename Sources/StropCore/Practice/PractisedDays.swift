/// What was practised over some days, by skill.
package struct PractisedDays: Sendable {
  package struct Practised: Sendable {
    package let day: Day
    /// Of all its check-ins of the day; 0 where none gave any.
    package var minutes: Int

    package init(day: Day, minutes: Int) {
      self.day = day
      self.minutes = minutes
    }
  }

  /// Each day once, in order.
  private var bySkill: [String: [Practised]] = [:]

  package init() {}

  /// `practised`: of one skill; its days may come several times, and in any order.
  package mutating func add(_ skill: String, _ practised: [Practised]) {
    let isOrdered = zip(practised, practised.dropFirst()).allSatisfy { $0.day <= $1.day }
    var days: [Practised] = []
    days.reserveCapacity(practised.count)
    for one in isOrdered ? practised : practised.sorted(by: { $0.day < $1.day }) {
      if days.last?.day == one.day {
        days[days.count - 1].minutes += one.minutes
      } else {
        days.append(one)
      }
    }
    bySkill[skill] = days
  }

  /// Skills that were practised in a range.
  package func skills(in range: ClosedRange<Day>) -> [String] {
    bySkill.keys.filter { !practised($0, in: range).isEmpty }
  }

  /// The days of a range on which a skill was practised.
  package func practised(_ skill: String, in range: ClosedRange<Day>) -> ArraySlice<Practised> {
    guard let all = bySkill[skill] else { return [] }
    let start = all.partition { $0.day >= range.lowerBound }
    return all[start..<max(start, all.partition { $0.day > range.upperBound })]
  }

  /// The minutes that were given for a skill in a range.
  package func minutes(_ skill: String, in range: ClosedRange<Day>) -> Int {
    practised(skill, in: range).reduce(0) { $0 + $1.minutes }
  }

  /// The days of a range that have any practice, in order, each once.
  package func byDay(in range: ClosedRange<Day>) -> [ReportFigures.Practised] {
    var days: [Day: (sessions: Int, minutes: Int)] = [:]
    for skill in bySkill.keys {
      for one in practised(skill, in: range) {
        days[one.day, default: (0, 0)].sessions += 1
        days[one.day, default: (0, 0)].minutes += one.minutes
      }
    }
    return days.sorted { $0.key < $1.key }.map {
      ReportFigures.Practised(day: $0.key, sessions: $0.value.sessions, minutes: $0.value.minutes)
    }
  }

  /// Over a range, without what was finished in it.
  package func totals(in range: ClosedRange<Day>) -> Report.Totals {
    var totals = Report.Totals()
    var days = DaySet()
    for skill in bySkill.keys {
      for one in practised(skill, in: range) {
        totals.sessions += 1
        totals.minutes += one.minutes
        days.insert(one.day)
      }
    }
    totals.activeDays = days.count
    return totals
  }
}

extension Array {
  /// Where the elements begin that are at or behind some point, which all others stand before.
  fileprivate func partition(isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
