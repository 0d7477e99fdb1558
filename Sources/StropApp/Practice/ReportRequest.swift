package import StropCore

/// Which days a report is about, as typed; nothing is the current week. At most one of week, month, quarter and days is
/// given.
package struct ReportRequest: Sendable {
  package var week: String?
  package var month: String?
  package var quarter: String?
  package var from: String?
  package var to: String?
  /// The days to compare with; nil where there are none.
  package var against: String?
  /// Whether it is to have charts.
  package var hasFigures: Bool

  package init(
    week: String? = nil, month: String? = nil, quarter: String? = nil, from: String? = nil,
    to: String? = nil, against: String? = nil, hasFigures: Bool = false
  ) {
    self.week = week
    self.month = month
    self.quarter = quarter
    self.from = from
    self.to = to
    self.against = against
    self.hasFigures = hasFigures
  }

  /// Which kind of period it asks for.
  fileprivate var unit: Period.Unit {
    month != nil ? .month : quarter != nil ? .quarter : .week
  }
}

extension Strop {
  /// The progress report of a week, a month, a quarter, or of any range of days.
  ///
  /// - Throws: `Failure.badPeriod`, `.badComparison`, `.badDay`, `.futureDay`, `.reversedRange`.
  package func report(_ request: ReportRequest) throws -> Report {
    try report(
      on: try period(request), against: try comparison(request), hasFigures: request.hasFigures)
  }

  private func period(_ request: ReportRequest) throws -> Period {
    if request.from != nil || request.to != nil {
      let from = try request.from.map { try day($0, weekday: .latest) } ?? today.week.monday
      let to = try request.to.map { try day($0, weekday: .latest) } ?? today
      guard from <= to else { throw Failure.reversedRange(from: from, to: to) }
      return .days(from...to)
    }
    let asked: [(unit: Period.Unit, text: String?)] = [
      (.month, request.month), (.quarter, request.quarter), (.week, request.week),
    ]
    for case (let unit, let text?) in asked {
      guard let period = Period.parse(text.foldedName, as: unit, today: today) else {
        throw Failure.badPeriod(text, unit)
      }
      return period
    }
    return .week(today.week)
  }

  private func comparison(_ request: ReportRequest) throws -> Period? {
    guard let text = request.against else { return nil }
    guard
      let period = Period.parse(text.foldedName, preferring: request.unit, today: today)
    else { throw Failure.badComparison(text) }
    return period
  }
}
