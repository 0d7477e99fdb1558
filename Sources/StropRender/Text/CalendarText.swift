import StropCore

// A year on a terminal.
extension TextRenderer {
  private static let indent = 2
  /// Fewer weeks are told by the sparklines.
  private static let fewestWeeks = 5

  /// A column a week, Monday on top, the last week on the right: from the first with practice on, as many as there is
  /// room for; none where they are few.
  func calendar(_ calendar: PracticeCalendar) -> [Line] {
    let labelWidth = phrases.narrowWeekday(.monday).displayWidth + 2
    let room = columns - Self.indent - labelWidth
    let begun = calendar.practised.firstDay ?? .last
    let weeks = Array(calendar.weeks.drop { $0.sunday < begun }.suffix(room))
    guard weeks.count >= Self.fewestWeeks else { return [] }
    let rows = (0..<7).map { row -> Line in
      let weekday = (weeks[0].monday + row).weekday
      let label = row % 2 == 0 && row < 6 ? phrases.narrowWeekday(weekday) : ""
      let days = weeks.map { mark($0.monday + row, calendar) }
      return .spaces(Self.indent) + Line(label, .quiet).padded(to: labelWidth) + Line(String(days))
    }
    return [.spaces(Self.indent + labelWidth) + Line(months(weeks), .quiet)] + rows
      + prose(
        phrases.practisedDays(
          calendar.practised.days.count { $0 >= weeks[0].monday },
          weeks[0].monday...calendar.days.upperBound),
        indent: Self.indent, tone: .quiet)
  }

  private func mark(_ day: Day, _ calendar: PracticeCalendar) -> Character {
    day > calendar.last ? " " : calendar.practised.contains(day) ? glyphs.practised : glyphs.idle
  }

  /// Each month above the week that holds its first day, where there is room for its name.
  private func months(_ weeks: [Week]) -> String {
    var line = ""
    for (column, week) in weeks.enumerated() {
      guard let begun = week.days.first(where: { $0.civil.day == 1 }) else { continue }
      let name = phrases.monthName(Month(begun))
      let taken = line.displayWidth
      guard taken == 0 || taken < column, column + name.displayWidth <= weeks.count else {
        continue
      }
      line += String(repeating: " ", count: column - taken) + name
    }
    return line
  }
}
