import StropCore

// Reminders, the words that deliver them, the prompt.
extension PhraseBook {
  var weeklyReport: String { say("weekly report", "周报") }
  var report: String { say("report", "周报") }

  func subject(_ reminder: Reminder) -> String {
    reminder.kind == .report ? weeklyReport : reminder.skill ?? ""
  }

  /// How a reminder's channels tell.
  func channels(_ channels: [Reminder.Channel]) -> String { list(channels.map(\.rawValue)) }

  func delivery(_ state: Delivery.State) -> String {
    switch state {
    case .claimed: say("being sent", "发送中")
    case .sent: say("sent", "已送达")
    case .suppressed: say("practised already", "当天已练，未提醒")
    case .missed: say("too late to tell", "已过时，未提醒")
    case .failed: say("failed", "失败")
    }
  }

  func last(_ delivery: Delivery) -> String {
    say("last ", "上次 ") + moment(delivery.occurrence) + comma + self.delivery(delivery.state)
  }

  func nextAt(_ moments: [CivilDateTime]) -> String {
    moments.first.map { say("next ", "下次 ") + moment($0) } ?? ""
  }

  var elsewhere: String { say("another machine tells it", "由另一台机器提醒") }
  var noReminders: String { say("There are no reminders.", "还没有提醒。") }
  var addOne: String { say("add one:", "添加：") }

  func timesIn(_ zone: String) -> String { say("Times are in \(zone).", "时间按 \(zone) 时区。") }

  func reminder(_ action: ReminderReceipt.Action) -> String {
    switch action {
    case .added: say("added", "已添加")
    case .removed: say("removed", "已删除")
    }
  }

  var notScheduled: String {
    say(
      "Nothing calls for reminders on this machine yet:",
      "这台机器上还没有定时任务来触发提醒：")
  }

  /// A delivered reminder of a skill: `papers: 1 of 3 this week, slack 2`.
  func timeFor(_ skill: String, _ standing: WeekStanding?) -> String {
    guard let standing, !standing.leftOut else {
      return say("\(skill): time to practise", "\(skill)：该练一练了")
    }
    let reading = self.standing(standing, practisedToday: false)
    return say(
      "\(skill): \(standing.done) of \(standing.asked) this week, \(reading)",
      "\(skill)：本周 \(standing.done)/\(standing.asked)，\(reading)")
  }

  func reminders(_ count: Int) -> String {
    say("strop: " + counted(count, "reminder"), "strop：\(count) 条提醒")
  }
}
