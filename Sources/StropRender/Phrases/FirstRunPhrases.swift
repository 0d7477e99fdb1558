import StropCore

extension PhraseBook {
  func made(_ firstRun: FirstRun) -> String {
    say(
      "strop made \(firstRun.path): \(counted(firstRun.skills, "skill")), "
        + "\(counted(firstRun.items, "checklist item")).",
      "已建好 \(firstRun.path)：\(firstRun.skills) 项技能，\(firstRun.items) 个清单项。")
  }

  func yourFocus(_ firstRun: FirstRun) -> String {
    say(
      "Your focus for now: \(list(firstRun.focus)) (\(hoursAWeek(firstRun.focusHours))).",
      "目前主攻：\(list(firstRun.focus))（\(hoursAWeek(firstRun.focusHours))）。")
  }

  func zoneInUse(_ zone: String) -> String {
    say("Days and weeks are counted in \(zone).", "日期和周按 \(zone) 时区计算。")
  }

  func vagueZone(_ zone: String) -> String {
    say(
      "Days and weeks are counted in \(zone), which does not say where you are.",
      "日期和周按 \(zone) 计算，这不一定是你所在的时区。")
  }

  var setZone: String { say("set yours", "改成你的时区") }
  var changeIt: String { say("change it", "调整主攻") }
  var seeEverything: String { say("see it all", "查看全部") }
  var haveGPU: String { say("got a GPU", "有 GPU") }
  /// Offers the other language, in that language.
  var otherLanguage: (label: String, command: String) {
    switch language {
    case .english: ("中文界面", "strop config set language zh")
    case .chinese: ("in English", "strop config set language en")
    }
  }
  /// Rules to type, as each language writes them.
  var weekdayEvening: String { say("weekdays 21:30", "工作日 21:30") }
  var mondayMorning: String { say("mon 09:00", "周一 09:00") }
  var remindMe: String {
    say("Two reminders worth having, and the cron job that delivers them:", "建议设两个提醒，再装上定时任务：")
  }
}
