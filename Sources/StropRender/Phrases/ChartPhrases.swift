import StropCore

// What stands in and under the charts of a page.
extension PhraseBook {
  var numbersBehind: String { say("The numbers", "具体数字") }

  // The calendar.
  var calendarTitle: String {
    say("Practice day by day", "每天的练习")
  }
  func calendarDescription(_ count: Int, _ days: ClosedRange<Day>) -> String {
    say(
      "Practised on \(counted(count, "day")) of the \(days.upperBound - days.lowerBound + 1) from "
        + range(days) + ".",
      range(days) + "，共 \(days.upperBound - days.lowerBound + 1) 天，练了 \(count) 天。")
  }
  var calendarReading: String {
    say("The darker a day, the more minutes.", "颜色越深，分钟越多。")
  }
  /// Of each shade, from nothing to the most.
  var shades: [String] {
    let bounds = DayShade.bounds
    return [say("none", "没练"), say("under \(bounds[0])", "\(bounds[0]) 分钟以内")]
      + zip(bounds, bounds.dropFirst()).map { "\($0)–\($1 - 1)" }
      + [say("\(bounds[bounds.count - 1]) min and more", "\(bounds[bounds.count - 1]) 分钟以上")]
  }
  func practised(_ day: ReportFigures.Practised?, on date: Day) -> String {
    let figures = day.map { one in
      one.minutes > 0 ? minutes(one.minutes) : say("practised", "练了")
    }
    return longDay(date) + colon + (figures ?? say("none", "没练"))
  }
  var calendarMissing: String {
    say("a check-in: strop checkin papers -m 30", "打一次卡就有了：strop checkin papers -m 30")
  }
  /// `M`, 一: as short as it gets.
  func narrowWeekday(_ weekday: Weekday) -> String {
    say(String(self.weekday(weekday).prefix(2)), String(self.weekday(weekday).suffix(1)))
  }

  // Minutes by week.
  var minutesTitle: String { say("Minutes by skill, week by week", "各技能每周分钟数") }
  func minutesDescription(_ weeks: [Week]) -> String {
    say(
      "\(counted(weeks.count, "week")) up to week \(weeks[weeks.count - 1].number); planned is what the plans of "
        + "the focus add up to.",
      "到第 \(weeks[weeks.count - 1].number) 周为止的 \(weeks.count) 周；计划是主攻技能计划分钟数之和。")
  }
  var plannedLabel: String { say("planned", "计划") }
  var otherSkills: String { say("other skills", "其他技能") }
  var weekLabel: String { say("week of", "周一日期") }
  var totalLabel: String { say("all", "合计") }
  var minutesMissing: String {
    say(
      "check-ins with minutes: strop checkin papers -m 30", "打卡时写上分钟数：strop checkin papers -m 30")
  }

  // Checklists.
  var checklistTitle: String { say("Checklists", "清单进度") }
  func checklistDescription(_ days: ClosedRange<Day>) -> String {
    say(
      "Items done of all there are; with a plus those of \(range(days)).",
      "已完成项 / 总项数；加号后的在 \(range(days)) 完成。")
  }
  var checklistReading: String { say("These are the lighter part.", "浅色就是这部分。") }
  func checklistDone(_ list: ReportFigures.Checklist) -> String {
    "\(list.done)/\(list.total)" + (list.doneNow > 0 ? " (+\(list.doneNow))" : "")
  }
  var itemsDoneLabel: String { say("done", "完成") }
  var doneNowLabel: String { say("of them in these days", "其中这段时间") }
  var itemsLabel: String { say("items", "总项数") }
  var checklistMissing: String {
    say(
      "the first item done: strop item list", "完成第一个清单项：strop item list")
  }

  // Calibration.
  func calibrationDescription(_ score: JudgementScore) -> String {
    guard let brier = score.brier, let rate = score.baseRate, let rateScore = score.baseRateBrier
    else { return "" }
    return brierLabel + colon + self.brier(brier, baseRate: rate, baseRateScore: rateScore)
      + say(".", "。")
  }
  var calibrationReading: String {
    say(
      "On the line is right; the number beside a dot is how many judgements it stands for.",
      "落在斜线上就是准；点旁的数字是判断次数。")
  }
  var saidAxis: String { say("said", "当时说的概率") }
  var cameTrueAxis: String { say("came true", "实际成立") }
  var calibrationMissing: String {
    say(
      "a judgement that came out: strop paper judge, then strop paper resolve",
      "判定过的判断：先 strop paper judge，到期后 strop paper resolve")
  }

  // Claims.
  var claimsTitle: String { say("Claims, and what came out", "论文值与实测值") }
  var claimsDescription: String {
    say(
      "How far the mean of the runs is from the claim, in percent of the claim.",
      "各次运行的均值与论文值相差论文值的百分之几。")
  }
  var claimsReading: String {
    say(
      "The upright line is the claim and the band what it tolerates; the dot is the mean with its 95% interval by "
        + "Student's t.",
      "竖线是论文值，色带是容差；圆点是均值，横线是它的 95% 置信区间（t 分布）。")
  }
  var intervalLabel: String { say("95% interval", "95% 区间") }
  var claimsMissing: String {
    say(
      "a reproduction with a run: strop repro start, then strop repro result",
      "有结果的复现：先 strop repro start，再 strop repro result")
  }

  // GPU-hours.
  var gpuHoursTitle: String { say("GPU-hours, planned and used", "GPU 小时：计划与实际") }
  var gpuHoursDescription: String {
    say(
      "Used of planned: of each experiment of these days, all its runs.", "实际 / 计划：这段时间内各实验的全部运行。")
  }
  var gpuHoursReading: String { say("The outline is what was planned.", "外框是计划值。") }
  var usedHoursLabel: String { say("used", "实际") }
  var gpuHoursMissing: String {
    say(
      "an experiment with a budget: strop experiment plan, then strop experiment run",
      "有预算的实验：先 strop experiment plan，再 strop experiment run")
  }

  /// What a chart needs that there is not yet.
  func missing(_ what: String) -> String {
    say("Nothing to draw yet. It takes ", "还没有数据。") + what + say(".", "。")
  }
}

/// How dark a day of a calendar is.
enum DayShade {
  /// The minutes from which on a day is of the next shade.
  static let bounds = [30, 60, 120]

  /// 0 for a day without practice to 4.
  static func of(_ day: ReportFigures.Practised?) -> Int {
    day.map { one in 1 + bounds.count { one.minutes >= $0 } } ?? 0
  }
}
