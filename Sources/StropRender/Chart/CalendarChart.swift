import StropCore

/// Practice day by day: a column a week, Monday on top, as wide as half a year, so that a page can put two of them
/// beside or below each other.
struct CalendarChart {
  static let weeksAcross = 27
  private static let cell = 10.0
  private static let gap = 2.0
  private static let left = 22.0
  private static let top = 16.0

  let weeks: [Week]
  /// No day after it is drawn.
  let last: Day
  let phrases: PhraseBook
  /// How much of a day: 0 for nothing to 4.
  let shade: (Day) -> Int
  /// What is said of a day.
  let tip: (Day) -> String

  var drawing: Drawing {
    let step = Self.cell + Self.gap
    var shapes: [Drawing.Shape] = [0, 2, 4].map { row in
      .text(
        phrases.narrowWeekday((weeks[0].monday + row).weekday), x: 0,
        y: Self.top + Double(row) * step + 9)
    }
    var labelled = -4
    for (column, week) in weeks.enumerated() {
      let x = Self.left + Double(column) * step
      // A month is named above the week that holds its first day.
      let begun = week.days.first { $0.civil.day == 1 }
      if let begun, column - labelled >= 3, column < weeks.count - 1 {
        shapes.append(.text(phrases.monthName(Month(begun)), x: x, y: 10))
        labelled = column
      }
      for (row, day) in week.days.enumerated() where day <= last {
        shapes.append(
          .bar(
            x: x, y: Self.top + Double(row) * step, width: Self.cell, height: Self.cell,
            look: .shade(shade(day)), tip: tip(day)))
      }
    }
    return Drawing(
      width: Self.left + Double(Self.weeksAcross) * step, height: Self.top + 7 * step,
      shapes: shapes)
  }
}
