package import StropCore

extension PhraseBook {
  /// `Thu`, 周四.
  package func weekday(_ weekday: Weekday) -> String {
    let index = weekday.rawValue
    return say(
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index],
      "周" + ["一", "二", "三", "四", "五", "六", "日"][index])
  }

  /// `Thursday`, 周四.
  package func longWeekday(_ weekday: Weekday) -> String {
    say(
      [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ][weekday.rawValue],
      self.weekday(weekday))
  }

  /// `Nov`, 11月: without its year.
  func monthName(_ month: Month) -> String { say(self.month(month.number), "\(month.number)月") }

  private func month(_ number: Int) -> String {
    [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][number - 1]
  }

  private func monthAndDay(_ day: Day) -> String { String(day.iso.suffix(5)) }

  /// `Thu 26 Nov 2026`, `2026-11-26 周四`.
  package func longDay(_ day: Day) -> String {
    say(yearless(day) + " \(day.civil.year)", day.iso + " " + weekday(day.weekday))
  }

  /// `Thu 26 Nov`, `11-26 周四`; with its year where that is not this one.
  package func day(_ day: Day) -> String {
    today.map { $0.civil.year == day.civil.year } ?? true ? yearless(day) : longDay(day)
  }

  private func yearless(_ day: Day) -> String {
    say(
      weekday(day.weekday) + " \(day.civil.day) " + month(day.civil.month),
      monthAndDay(day) + " " + weekday(day.weekday))
  }

  /// `15 Nov`, `11-15`; with its year where that is not the year of `today`.
  func shortDay(_ day: Day, today: Day) -> String {
    let isThisYear = day.civil.year == today.civil.year
    return say(
      "\(day.civil.day) " + month(day.civil.month) + (isThisYear ? "" : " \(day.civil.year)"),
      isThisYear ? monthAndDay(day) : day.iso)
  }

  /// `15 Nov`, `11-15`; with its year where that is not this one.
  func shortDay(_ day: Day) -> String { shortDay(day, today: today ?? day) }

  /// `Mon 23 – Sun 29 Nov 2026`, `2026-11-23 周一 – 11-29 周日`: no part twice.
  package func range(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    guard first != last else { return longDay(first) }
    let sameYear = first.civil.year == last.civil.year
    let sameMonth = sameYear && first.civil.month == last.civil.month
    let start =
      sameMonth
      ? weekday(first.weekday) + " \(first.civil.day)" : sameYear ? yearless(first) : longDay(first)
    return say(
      start + " – " + longDay(last),
      longDay(first) + " – " + (sameYear ? yearless(last) : longDay(last)))
  }

  /// `Thu 26 Nov 21:30`.
  package func moment(_ moment: CivilDateTime) -> String {
    day(moment.day) + " " + moment.time.text
  }

  /// `week 48`, 第 48 周.
  package func week(_ week: Week) -> String { say("week \(week.number)", "第 \(week.number) 周") }

  /// What a week, a month or a quarter is called within a sentence; nil for other days.
  package func name(_ period: Period) -> String? {
    switch period {
    case .week(let week): self.week(week)
    case .month(let month):
      say(self.month(month.number) + " \(month.year)", "\(month.year) 年 \(month.number) 月")
    case .quarter(let quarter):
      say("Q\(quarter.number) \(quarter.year)", "\(quarter.year) 年第 \(quarter.number) 季度")
    case .days: nil
    }
  }

  func daysLeft(_ count: Int) -> String { say(days(count) + " left", "还剩 \(count) 天") }
}
