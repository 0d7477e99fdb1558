package import StropCore

// Words that several screens share: slack and other standings, levels, states, plans.
extension PhraseBook {
  var met: String { say("met", "达标") }
  var missed: String { say("missed", "本周已来不及") }
  /// Of a week that asks for nothing: days off leave too little of it, or the first run did.
  var notAsked: String { say("not due", "无要求") }
  /// Of a day that does not count.
  var dayOff: String { say("off", "请假") }
  var dueToday: String { say("due today", "今天必练") }
  var dueTomorrow: String { say("due tomorrow", "明天必练") }

  func slack(_ days: Int) -> String { say("slack \(days)", "可歇 \(days) 天") }

  /// How a standing reads, such as `slack 3`. Once a skill is practised today, what is due cannot be
  /// due before tomorrow.
  func standing(_ standing: WeekStanding, practisedToday: Bool) -> String {
    if standing.leftOut { return notAsked }
    if standing.owed == 0 { return met }
    if standing.slack < 0 { return missed }
    if standing.isOff { return dayOff }
    if standing.slack > 0 { return slack(standing.slack) }
    return practisedToday ? dueTomorrow : dueToday
  }

  /// `3 weeks in a row`; nothing for 0.
  func streak(_ weeks: Int) -> String {
    switch weeks {
    case ...0: ""
    case 1: say("1 week met", "连续 1 周")
    default: say("\(weeks) weeks in a row", "连续 \(weeks) 周")
    }
  }

  package func level(_ level: EvidenceLevel) -> String {
    switch level {
    case .claimed: say("claimed", "自述")
    case .evidenced: say("evidenced", "有证据")
    case .verified: say("verified", "已核实")
    }
  }

  package func state(_ state: SkillState) -> String {
    switch state {
    case .focus: say("focus", "主攻")
    case .shelved: say("shelved", "搁置")
    case .archived: say("archived", "归档")
    }
  }

  package func state(_ state: ItemProgress.State) -> String {
    switch state {
    case .todo: say("to do", "待做")
    case .doing: say("in progress", "进行中")
    case .done: say("done", "已完成")
    case .dropped: say("dropped", "已放弃")
    }
  }

  func hardware(_ hardware: Item.Hardware) -> String {
    switch hardware {
    case .cpu: say("cpu", "CPU")
    case .oneGPU: say("1 gpu", "单卡")
    case .multiGPU: say("multi-gpu", "多卡")
    }
  }

  func route(_ route: Route) -> String { route.rawValue }

  /// `2 h, cpu`.
  func effort(hours: Double, hardware: Item.Hardware) -> String {
    self.hours(hours) + comma + self.hardware(hardware)
  }

  /// `3 a week, 90 min`.
  func plan(_ plan: Plan) -> String {
    say(
      "\(plan.sessions) a week, " + minutes(plan.minutes),
      "每周 \(plan.sessions) 次，" + minutes(plan.minutes))
  }

  /// What a setting or a field is that has no value.
  var notSet: String { say("not set", "未设") }

  var recordIt: String { say("record it:", "打卡：") }
}
