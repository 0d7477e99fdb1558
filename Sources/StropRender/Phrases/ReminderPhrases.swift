package import StropCore

// Reminders, the words that deliver them, the prompt.
extension PhraseBook {
  var weeklyReport: String { say("weekly report", "周报") }
  var report: String { say("report", "周报") }

  /// What it is about: `papers`, `the focus, at slack 0`, `a retest`, “renew the GPUs”.
  func subject(_ topic: Reminder.Topic) -> String {
    switch topic {
    case .skill(let slug): slug
    case .slack(let days, let slug):
      say(
        "\(slug ?? "the focus"), at slack \(days)\(days == 0 ? "" : " or less")",
        "\(slug ?? "主攻")（\(days == 0 ? "今天不练就完不成" : "余量不超过 \(days) 天")时）")
    case .retest(let slug): slug.map { say("retest of \($0)", "\($0) 复测") } ?? say("a retest", "复测")
    case .item(let slug): slug
    case .judgements: say("judgements that fall due", "到期的判断")
    case .report: weeklyReport
    case .text(let text): quoted(text)
    }
  }

  /// How a reminder's channels tell.
  func channels(_ channels: [Reminder.Channel]) -> String { list(channels.map(\.rawValue)) }

  func delivery(_ state: Delivery.State) -> String {
    switch state {
    case .claimed: say("being sent", "发送中")
    case .deferred: say("quiet hours", "免打扰，稍后送")
    case .sent: say("sent", "已发出")
    case .suppressed: say("not needed", "无需提醒")
    case .missed: say("missed", "没送到")
    case .failed: say("failed", "失败")
    }
  }

  /// `failed, tried again`.
  func shortOutcome(_ delivery: Delivery) -> String {
    self.delivery(delivery.state)
      + (delivery.retryAt == nil ? "" : say(", tried again", "，会再试"))
  }

  /// `failed: HTTP 404`, `failed, tried again`, `missed after 5 tries: HTTP 500`.
  func outcome(_ delivery: Delivery) -> String {
    var state = shortOutcome(delivery)
    if delivery.attempts > 1, !delivery.isOpen {
      state += say(" after \(delivery.attempts) tries", "（共试 \(delivery.attempts) 次）")
    }
    return delivery.state == .sent ? state : delivery.detail.map { state + colon + $0 } ?? state
  }

  /// `try 1, Thu 26 Nov 21:37: HTTP 500`.
  func outcome(_ logged: LoggedTry) -> String {
    let answer =
      switch logged.attempt.state {
      case .sent: delivery(.sent)
      case .claimed: say("no answer was heard", "没等到结果")
      default: logged.attempt.detail ?? delivery(logged.attempt.state)
      }
    let number = logged.attempt.number
    return say("try \(number), ", "第 \(number) 次，") + moment(logged.began) + colon + answer
  }

  func last(_ delivery: Delivery) -> String {
    say("last ", "上次 ") + moment(delivery.occurrence) + comma + outcome(delivery)
  }

  func nextAt(_ moments: [CivilDateTime]) -> String {
    moments.first.map { say("next ", "下次 ") + moment($0) } ?? ""
  }

  func snoozed(until moment: CivilDateTime) -> String {
    say("snoozed until ", "推迟到 ") + self.moment(moment)
  }

  /// In the place of the next time.
  func silent(_ silence: ReminderSilence) -> String {
    switch silence {
    case .shelved(let slug): say("silent: \(slug) is on the shelf", "不会响：\(slug) 不在主攻里")
    case .archived(let slug): say("silent: \(slug) is archived", "不会响：\(slug) 已归档")
    }
  }

  var makeItRing: String { say("let it ring:", "要让它响：") }

  /// Its rule, and whether it rings though the week is met.
  func whenever(_ reminder: Reminder) -> String {
    rule(reminder.rule)
      + (reminder.always ? say(", always", "，达标也响") : "")
  }

  var comesNoMore: String { say("comes no more", "不会再响") }
  var nextTimes: String { say("next", "接下来") }
  var ruleLabel: String { say("when", "时间") }
  var seeThem: String { say("see them all:", "查看全部：") }
  var through: String { say("through", "方式") }
  var snoozedLabel: String { say("snoozed", "推迟") }
  var lastDeliveries: String { say("last", "最近") }
  var toChange: String { say("change it:", "修改：") }
  var noDeliveries: String { say("Nothing has been delivered yet.", "还没有送过提醒。") }
  var unknownReminder: String { say("removed", "已删除") }

  /// Behind what a reminder says: ` (2 earlier reminders did not reach you)`.
  func missedBefore(_ count: Int) -> String {
    say(
      " (\(counted(count, "earlier reminder")) did not reach you)", "（此前 \(count) 条提醒没送到）")
  }

  /// `2 reminders did not reach you, the last papers: strop remind log`.
  func undelivered(_ undelivered: Undelivered) -> String {
    say(
      counted(undelivered.count, "reminder") + " did not reach you: ",
      "有 \(undelivered.count) 条提醒没送到：") + "strop remind log"
  }

  var elsewhere: String { say("set on another machine", "由另一台机器提醒") }
  var noReminders: String { say("There are no reminders.", "还没有提醒。") }
  var addOne: String { say("add one:", "添加：") }

  func timesIn(_ zone: String) -> String { say("Times are in \(zone).", "时间按 \(zone) 时区。") }

  func reminder(_ receipt: Receipt<ChangedReminder>) -> String {
    switch receipt.action {
    case .added: added
    case .edited where receipt.shown.wasSnoozed: say("snoozed", "已推迟")
    case .edited: say("changed", "已修改")
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

  /// Before a retest in a message of its own.
  var retestDue: String { say("retest ", "复测 ") }

  func reminders(_ count: Int) -> String {
    say("strop: " + counted(count, "reminder"), "strop：\(count) 条提醒")
  }

  /// `papers, weekdays 21:30`.
  package func summary(_ reminder: Reminder) -> String {
    summary([subject(reminder.topic), whenever(reminder)])
  }
}
