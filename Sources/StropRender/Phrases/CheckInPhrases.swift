import StropCore

// Check-ins, the log, skips, undo.
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
        ? say("skipped this week", "本周请假")
        : say("skipped in week \(week.number)", "第 \(week.number) 周请假")
    }
    guard isThisWeek else {
      return say("\(ratio) in week \(week.number)", "第 \(week.number) 周 \(ratio)")
        + (standing.owed == 0 ? comma + met : "")
    }
    return say("\(ratio) this week, \(reading)", "本周 \(ratio)，\(reading)")
  }

  // The questions of a check-in.
  var skillAsked: String { say("skill", "技能") }
  var minutesAsked: String { say("minutes", "分钟") }
  var noteAsked: String { say("note", "备注") }
  var itemAsked: String { say("item", "清单项") }
  /// How to give no answer: Enter where it takes nothing else.
  func orNone(hasDefault: Bool) -> String {
    hasDefault ? say(" (-: none)", "（填 - 跳过）") : say(" (Enter: none)", "（回车跳过）")
  }

  var outsideFocus: String { say("outside the focus", "不在主攻之列") }
  var finishTheItem: String { say("finish the item with:", "完成清单项：") }
  var bringBack: String { say("bring it back:", "恢复：") }

  func earlier(_ count: Int) -> String {
    say("\(count) earlier:", "更早还有 \(count) 条：")
  }

  /// Nothing to list, for what was asked.
  func nothingRecorded(skill: String?, days: ClosedRange<Day>?) -> String {
    let of = skill.map { say(" of \($0)", " \($0) 的") } ?? ""
    guard let days else {
      return say("No practice\(of) is recorded yet.", "还没有\(of)打卡记录。")
    }
    return say(
      "No practice\(of) is recorded for \(range(days)).",
      "\(range(days)) 没有\(of)打卡记录。")
  }

  var allSkills: String { say("all skills", "全部技能") }
  var all: String { say("all", "全部") }
  var noSkips: String { say("No days are skipped.", "没有请假。") }
  var skipSome: String { say("skip some:", "请假：") }

  func skipped(_ action: ReceiptAction) -> String {
    switch action {
    case .added: say("skipped", "已请假")
    case .edited: say("edited", "已修改")
    case .removed: say("removed", "已取消请假")
    }
  }

  var undone: String { say("undone: ", "已撤销：") }
  var doneAgain: String { say("done again: ", "已重做：") }
  var redoIt: String { say("do it again:", "想恢复：") }
  var undoIt: String { say("undo it:", "想撤销：") }
}
