import StropCore

extension PhraseBook {
  func inFocusNow(_ slugs: [String]) -> String {
    say("In the focus from this week: \(list(slugs)).", "从本周起主攻：\(list(slugs))。")
  }
  func shelvedNow(_ slugs: [String]) -> String {
    say("Shelved: \(list(slugs)).", "已搁置：\(list(slugs))。")
  }
  func archivedNow(_ slugs: [String]) -> String {
    say("Archived: \(list(slugs)).", "已归档：\(list(slugs))。")
  }

  /// More than an employed engineer keeps up.
  func tooMuch(_ hours: Double, sane: Double) -> String {
    say(
      "\(number(hours)) hours a week is more than most people with a job keep up: "
        + "\(number(sane)) is plenty.",
      "每周 \(number(hours)) 小时偏多：上班族能长期坚持的一般不超过 \(number(sane)) 小时。")
  }

  /// A reminder of a shelved skill that goes on.
  /// Of a reminder whose skill left the focus; `summary`: `papers, daily 21:30`.
  func fallsSilent(_ id: String, _ summary: String) -> String {
    say(
      "Reminder \(id) is silent until it is in the focus again: \(summary)",
      "提醒 \(id) 在重新主攻之前不会再响：\(summary)")
  }

  /// What goes with a skill: `, with 3 items and 1 reminder`; nothing where nothing does.
  func with(items: Int, reminders: Int) -> String {
    let parts = [
      items == 0 ? nil : say(counted(items, "item"), "\(items) 个清单项"),
      reminders == 0 ? nil : say(counted(reminders, "reminder"), "\(reminders) 条提醒"),
    ].compactMap(\.self)
    return parts.isEmpty ? "" : say(", with ", "，连同") + parts.joined(separator: say(" and ", "、"))
  }

  func itemsDone(_ done: Int, of total: Int) -> String {
    say("\(done) of \(counted(total, "item")) done", "清单 \(done)/\(total)")
  }

  // How a skill's numbers were reached.
  var planLabel: String { say("plan", "计划") }
  var askedLabel: String { say("asked", "应练") }
  var doneLabel: String { say("done", "已练") }
  var owedLabel: String { say("owed", "还欠") }
  var slackLabel: String { say("slack", "余量") }
  var streakLabel: String { say("streak", "连续") }
  var lastLabel: String { say("last", "上次") }
  var weeksLabel: String { say("weeks", "近几周") }
  var whyLabel: String { say("why", "为什么") }

  /// Why so many sessions are asked for: `⌊sessions × (7 − k) / 7 + ½⌋`.
  func askedBecause(_ standing: WeekStanding, plan: Plan, skippedDays: Int) -> String {
    guard plan.focus else { return say("0: outside the focus", "0：不在主攻之列") }
    let asked = standing.asked
    switch skippedDays {
    case 0: return say("\(asked): every day counts", "\(asked)：本周没请假")
    case 7...: return say("0: no day counts", "0：7 天都不计入")
    default:
      return say(
        "\(asked) = \(plan.sessions) × \(7 - skippedDays)/7, rounded: "
          + counted(skippedDays, "day does", "days do") + " not count",
        "\(asked) = \(plan.sessions) × \(7 - skippedDays)/7 四舍五入（\(skippedDays) 天不计入）")
    }
  }

  func doneOn(_ done: Int, days: [String], minutes: Int) -> String {
    guard !days.isEmpty else { return "\(done)" }
    return "\(done)" + colon + list(days) + comma + self.minutes(minutes)
  }

  func owedBecause(_ standing: WeekStanding) -> String {
    say(
      "\(standing.owed) = \(standing.asked) asked − \(standing.done) done",
      "\(standing.owed) = 应练 \(standing.asked) − 已练 \(standing.done)")
      + (standing.done > standing.asked ? say(", at least 0", "，最少为 0") : "")
  }

  func slackBecause(_ standing: WeekStanding) -> String {
    say(
      "\(standing.slack) = \(counted(standing.daysLeft, "day")) that can still count − "
        + "\(standing.owed) owed",
      "\(standing.slack) = 还能练的 \(standing.daysLeft) 天 − 还欠 \(standing.owed)")
  }

  func streakBecause(_ weeks: Int) -> String {
    say(
      "\(weeks): weeks in a row that met their plan",
      "\(weeks)：连续达标的周数")
  }

  func lastPractised(_ day: String, daysAgo: Int) -> String {
    switch daysAgo {
    // Where it was practised, it was that day already.
    case ..<0: say("\(day), further east", "\(day)，在更东边的时区")
    case 0: say("\(day), today", "\(day)，今天")
    case 1: say("\(day), yesterday", "\(day)，昨天")
    default: say("\(day), \(daysAgo) days ago", "\(day)，\(daysAgo) 天前")
    }
  }

  var neverPractised: String { say("not practised yet", "还没练过") }

  var focusOnIt: String { say("put it into the focus:", "加入主攻：") }
  var addItem: String { say("give it items:", "添加清单项：") }

  /// The interval, and why it is that.
  func retestEvery(_ retest: Skill.Retest, reason: String) -> String {
    retestEvery(retest) + (reason.isEmpty ? "" : say(". ", "。") + reason)
  }

  func retestEvery(_ retest: Skill.Retest) -> String {
    say(
      "outside the focus, \(minutes(retest.minutes)) every \(counted(retest.days, "day"))",
      "不在主攻时，每 \(retest.days) 天练 \(minutes(retest.minutes))")
  }
}
