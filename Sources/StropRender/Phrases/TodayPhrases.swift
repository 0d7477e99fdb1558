import StropCore

extension PhraseBook {
  /// `practised 3 of 4 days`.
  func practised(_ count: Int, ofDays days: Int) -> String {
    say("practised \(count) of \(counted(days, "day"))", "本周已练 \(count) / \(days) 天")
  }

  /// Before an item that is proposed: a skill's own, or another's that it waits for.
  func label(_ item: NextItem) -> String {
    item.waitingSkill == nil ? say("next", "下一步") : say("first", "先做")
  }
  /// `reward-model/bradley-terry-loss, for dpo`.
  func name(_ item: NextItem) -> String {
    item.slug + (item.waitingSkill.map { say(", for \($0)", "（\($0) 要用）") } ?? "")
  }
  var inProgress: String { say("in progress", "进行中") }
  func more(_ count: Int) -> String { say("and \(count) more: ", "另有 \(count) 项：") }

  /// `until Thu 26 Nov (flu)`; of one skill, behind its name.
  func dayOff(_ off: DayOff, today: Day, skill: String) -> String {
    let days = off.until == today ? say("today", "今天") : say("until ", "到 ") + day(off.until)
    return skill + say(" ", "，") + days + reason(off)
  }

  /// Of a day off for all skills.
  func nothingAsked(_ off: DayOff, today: Day) -> String {
    off.until == today
      ? say("off today\(reason(off)): nothing is asked for", "今天请假\(reason(off))，什么也不用练")
      : say(
        "off until \(day(off.until))\(reason(off)): nothing is asked for",
        "请假到 \(day(off.until))\(reason(off))，这几天什么也不用练")
  }

  private func reason(_ off: DayOff) -> String {
    off.reason.map { say(" (\($0))", "（\($0)）") } ?? ""
  }

  var onHold: String { say("on hold", "暂缓") }
  var retest: String { say("retest", "复测") }
  var reminder: String { say("reminder", "提醒") }
  var missedLabel: String { say("missed", "未送达") }
  var schedule: String { say("schedule", "定时") }

  func doneWhen(_ condition: String) -> String {
    say("done when: " + condition, "完成标准：" + condition)
  }

  /// `dpo waits for reward-model/bradley-terry-loss`.
  func waits(_ skill: String, forItem item: String) -> String {
    say("\(skill) waits for \(item)", "\(skill) 要先做 \(item)")
  }

  /// `the rest of megatron needs a GPU`; the command that says that there is one follows.
  func waits(_ skill: String, forHardware hardware: Item.Hardware) -> String {
    switch hardware {
    case .cpu, .oneGPU: say("the rest of \(skill) needs a GPU", "\(skill) 剩下的都要 GPU")
    case .multiGPU: say("the rest of \(skill) needs several GPUs", "\(skill) 剩下的都要多卡")
    }
  }

  /// `ppo: not practised for 41 days (every 37)`.
  func retest(_ retest: RetestStanding) -> String {
    say(
      "\(retest.slug): not practised for \(counted(retest.days, "day")) (every \(retest.every))",
      "\(retest.slug)：\(retest.days) 天没练了（每 \(retest.every) 天一次）")
  }

  /// `21:30 papers`, with its date where that is not today's.
  func due(_ reminder: DueReminder, today: Day) -> String {
    let moment =
      reminder.occurrence.day == today
      ? reminder.occurrence.time.text : self.moment(reminder.occurrence)
    let subject =
      reminder.topic == .report
      ? report + colon + reportCommand(reminder) : self.subject(reminder.topic)
    return moment + " " + subject
  }

  /// What shows the report that a reminder brings.
  func reportCommand(_ reminder: DueReminder) -> String {
    reminder.bringsLastWeek ? "strop report --week last" : "strop report"
  }

  /// Nothing has called for deliveries lately.
  func stale(_ tick: StaleTick) -> String {
    switch tick {
    case .never:
      say("cron has never run strop: ", "提醒还没触发过：") + "strop schedule install"
    case .since(_, days: ...0):
      say("cron has not run strop for hours: ", "好几个小时没有触发了：") + "strop doctor"
    case .since(_, let days):
      say("last run by cron \(counted(days, "day")) ago: ", "上次触发是 \(days) 天前：")
        + "strop doctor"
    }
  }

  /// Why there is nothing to practise today.
  func nothingOwed(_ standings: [WeekStanding]) -> String {
    if standings.allSatisfy(\.leftOut) {
      return say("Nothing is asked for this week.", "本周不作要求。")
    }
    return standings.allSatisfy { $0.owed == 0 }
      ? say("All met: nothing is owed this week.", "本周全部达标，没有欠账。")
      : say("Nothing is asked for today.", "今天没有要练的。")
  }
  var moreIfYouLike: String { say("more, if you like:", "想多练一点：") }

  var emptyFocus: String {
    say(
      "No skill is in the focus this week. Pick three to five that should count:",
      "本周还没有主攻技能。挑三到五项，从这周算起：")
  }
  var pickSome: String { say("pick some", "挑几项") }
  var seeAll: String { say("see them all", "查看全部") }
}
