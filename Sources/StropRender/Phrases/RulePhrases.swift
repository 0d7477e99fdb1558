package import StropCore

// Rules in words. What is said reads back to the rule, but for the day from which an interval counts:
// the next dates, which stand beside it, show that.
extension PhraseBook {
  /// `weekdays 21:30`, `every Saturday 10:00`, 每两周的周五 18:00; as the journal has it where there
  /// are no words for it.
  package func rule(_ rule: Rule) -> String {
    let recurrence = rule.recurrence
    guard let shape = recurrence.shape else { return rule.text }
    let days = days(of: shape, every: recurrence.interval) + " " + rule.time.text
    if case .once = shape { return days }
    let start = recurrence.interval == 1 ? recurrence.start : nil
    return days + (start.map { say(" from \($0.iso)", "，从 \($0.iso) 起") } ?? "")
      + (recurrence.until.map { say(" until \($0.iso)", "，到 \($0.iso) 为止") } ?? "")
  }

  private func days(of shape: Recurrence.Shape, every interval: Int) -> String {
    switch shape {
    case .once(let day): say("on \(day.iso)", day.iso)
    case .daily:
      interval == 1 ? say("daily", "每天") : say("every \(interval) days", "每 \(interval) 天")
    case .weekly(let weekdays):
      interval == 1
        ? self.weekdays(weekdays)
        : say(
          "every \(interval) weeks on \(several(weekdays))",
          "每\(chinese(interval))周的\(several(weekdays))")
    case .monthDays(let days):
      months(interval, say("monthly on ", "每月 "), list(days.map(monthDay)))
    case .nthWeekdays(let weekdays):
      months(interval, say("every ", "每月"), list(weekdays.map(nthWeekday)))
    case .yearly(let month, let day): yearly(interval, month, day)
    }
  }

  private func weekdays(_ days: [Weekday]) -> String {
    if days == Weekday.workdays { return say("weekdays", "工作日") }
    if days == [.saturday, .sunday] { return say("weekend", "周末") }
    return say("every ", "每") + several(days)
  }

  /// A weekday by its whole name, several by their short ones.
  private func several(_ days: [Weekday]) -> String {
    days.count == 1 ? days.map(longWeekday).joined() : list(days.map(weekday))
  }

  private func months(_ interval: Int, _ every: String, _ days: String) -> String {
    interval == 1
      ? every + days
      : say("every \(interval) months on ", "每\(chinese(interval))个月的") + days
  }

  private func yearly(_ interval: Int, _ month: Int, _ day: Int) -> String {
    let date = (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    return say(
      interval == 1 ? "yearly on \(date)" : "every \(interval) years on \(date)",
      "每" + (interval == 1 ? "年" : chinese(interval) + "年的") + " \(month) 月 \(day) 日")
  }

  /// `first Saturday`, 第一个周六.
  private func nthWeekday(_ name: Recurrence.NthWeekday) -> String {
    let chinese =
      name.ordinal < 0 ? "最后一个" : "第" + ["一", "二", "三", "四", "五"][name.ordinal - 1] + "个"
    return say(EnglishOrdinals.word(name.ordinal) + " ", chinese) + longWeekday(name.weekday)
  }

  /// `22nd`, `last day`; 22 日, 最后一天.
  private func monthDay(_ day: Int) -> String {
    day > 0
      ? say(EnglishOrdinals.figure(day), "\(day) 日") : say("last day", "最后一天")
  }

  /// 两 before a measure word, ` 3 ` from there on.
  private func chinese(_ count: Int) -> String { count == 2 ? "两" : " \(count) " }
}
