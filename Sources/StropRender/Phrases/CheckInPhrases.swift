package import StropCore

extension PhraseBook {
  /// `40 min on Thu 26 Nov`.
  func practice(minutes: Int?, day: Day) -> String {
    say(
      (minutes.map { self.minutes($0) + " " } ?? "") + "on " + self.day(day),
      self.day(day) + (minutes.map { " " + self.minutes($0) } ?? ""))
  }

  func edited(_ id: String) -> String { say("edited \(id): ", "已修改 \(id)：") }
  func removed(_ id: String) -> String { say("removed \(id): ", "已删除 \(id)：") }

  /// `1/1 this week, met`, `2/3 in week 47`.
  func progress(
    _ standing: WeekStanding,
    week: Week,
    isThisWeek: Bool,
    practisedToday: Bool
  ) -> String {
    let reading = self.standing(standing, practisedToday: practisedToday)
    let ratio = "\(standing.done)/\(standing.asked)"
    if standing.leftOut {
      return isThisWeek
        ? say("not asked for this week", "本周不作要求")
        : say("not asked for in week \(week.number)", "第 \(week.number) 周不作要求")
    }
    guard isThisWeek else {
      return say("\(ratio) in week \(week.number)", "第 \(week.number) 周 \(ratio)")
        + (standing.owed == 0 ? comma + met : "")
    }
    return say("\(ratio) this week, \(reading)", "本周 \(ratio)，\(reading)")
  }

  var outsideFocus: String { say("outside the focus", "不在主攻之列") }
  var finishTheItem: String { say("finish the item with:", "完成清单项：") }
  var bringBack: String { say("bring it back:", "恢复：") }

  /// `Thu 26 Nov, papers, 40 min, loss mask was off by one`.
  package func summary(_ checkIn: CheckIn) -> String {
    summary([
      day(checkIn.moment.day), checkIn.skill, checkIn.minutes.map(minutes), checkIn.note,
    ])
  }
}
