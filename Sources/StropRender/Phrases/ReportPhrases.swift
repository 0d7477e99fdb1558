import StropCore

extension PhraseBook {
  /// `Week 48`, `Nov 2026`, where it begins a heading; nil for a range without a name.
  func nameHeading(_ period: Period) -> String? {
    name(period).map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  func soFar(daysLeft: Int) -> String {
    daysLeft > 0
      ? say("so far, \(self.daysLeft(daysLeft))", "进行中，\(self.daysLeft(daysLeft))")
      : say("so far", "进行中")
  }

  /// How many skills met their plan in a range that is over.
  func onTarget(_ met: Int, of count: Int) -> String {
    if count == 1 {
      return met == 1
        ? say("The one skill in the focus is on target.", "唯一的主攻技能达标。")
        : say("The one skill in the focus is not on target.", "唯一的主攻技能未达标。")
    }
    return met == count
      ? say("All \(count) skills on target.", "\(count) 项全部达标。")
      : say("\(met) of \(count) skills on target.", "\(count) 项中 \(met) 项达标。")
  }

  /// How many skills have met their plan in a range that goes on.
  func onTargetSoFar(_ met: Int, of count: Int) -> String {
    if count == 1 {
      return met == 1
        ? say("The one skill in the focus is on target already.", "唯一的主攻技能已经达标。")
        : say("The one skill in the focus is not on target yet.", "唯一的主攻技能还未达标。")
    }
    return met == count
      ? say("All \(count) skills on target already.", "\(count) 项已全部达标。")
      : say("\(met) of \(count) skills on target so far.", "\(count) 项中 \(met) 项达标。")
  }

  var nothingAsked: String {
    say("No practice was planned for these days.", "这段时间没有计划练习。")
  }

  /// Where the range is not one week, but some of it is judged.
  var noWholeWeek: String {
    say(
      "No whole week lies in these days: sessions are counted, not judged.",
      "这段时间没有完整的一周：只计次数，不作评判。")
  }

  /// Of which weeks of a range the verdict is.
  func judgedWeeks(_ count: Int) -> String {
    say(
      count == 1 ? "Judged: the one whole week in it." : "Judged: the \(count) whole weeks in it.",
      "只评判其中 \(count) 个整周。")
  }

  func weeksMet(_ met: Int, of count: Int) -> String {
    say("\(met) of \(counted(count, "week"))", "\(count) 周中 \(met) 周")
  }

  /// Who missed the plan.
  func slipped(_ skills: [String]) -> String {
    let told = sequence(told(skills))
    return say("Slipped: \(told).", "未达标：\(told)。")
  }

  /// Who has missed the plan in a range of several weeks that goes on.
  func behind(_ skills: [String]) -> String {
    let told = sequence(told(skills))
    return say("Behind: \(told).", "有落下：\(told)。")
  }

  /// As many as a sentence can hold, and how many there are besides.
  private func told(_ skills: [String]) -> [String] {
    let most = 8
    guard skills.count > most else { return skills }
    let rest = skills.count - most
    return skills.prefix(most) + [say("and \(rest) more", "另有 \(rest) 项")]
  }

  func inARow(_ weeks: Int) -> String {
    guard weeks >= 2 else { return "" }
    let ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
    return say(
      weeks - 2 < ordinals.count
        ? ", for the \(ordinals[weeks - 2]) week" : ", for \(weeks) weeks in a row",
      "，已连续 \(weeks) 周")
  }

  func stillToDo(_ skills: [(slug: String, done: Int, asked: Int)]) -> String {
    let told = list(told(skills.map { "\($0.slug) \($0.done)/\($0.asked)" }))
    return say("Still to do: \(told).", "还差：\(told)。")
  }

  func stillToDoThisWeek(_ skills: [(slug: String, done: Int, asked: Int)]) -> String {
    let told = list(told(skills.map { "\($0.slug) \($0.done)/\($0.asked)" }))
    return say("Still to do this week: \(told).", "本周还差：\(told)。")
  }

  /// Below the calendar: of how many days it tells.
  func practisedDays(_ count: Int, _ days: ClosedRange<Day>) -> String {
    say(
      "practised on \(counted(count, "day")), \(range(days))", "练了 \(count) 天，\(range(days))")
  }

  // The table of totals.
  func thisRange(_ report: Report) -> String {
    if report.finished, let name = name(report.period) { return name }
    return switch report.period {
    case .week: say("this week", "本周")
    case .month: say("this month", "本月")
    case .quarter: say("this quarter", "本季度")
    case .days: say("these days", "这段时间")
    }
  }

  func previousRange(_ report: Report) -> String {
    if report.finished, let name = name(report.period.earlier(by: 1)) { return name }
    return switch report.period {
    case .week: say("last week", "上周")
    case .month: say("last month", "上月")
    case .quarter: say("last quarter", "上季度")
    case .days: say("before", "此前")
    }
  }

  /// What a report is compared with, where there is no room for its days.
  func shortName(_ against: Report.Comparison) -> String {
    name(against.period) ?? say("then", "对照期")
  }

  func mean(_ report: Report) -> String {
    let count = report.average.count
    let chinese =
      switch report.period {
      case .week: "前 \(count) 周均值"
      case .month: "前 \(count) 月均值"
      case .quarter: "前 \(count) 季度均值"
      case .days: "前 \(count) 期均值"
      }
    return say("mean of \(count)", chinese)
  }

  var daysActive: String { say("days active", "练习天数") }
  var sessions: String { say("sessions", "次数") }
  var minutes: String { say("minutes", "分钟") }
  var itemsFinished: String { say("items done", "完成清单项") }

  func totals(_ totals: Report.Totals) -> String {
    say(
      "\(counted(totals.sessions, "session")), \(minutes(totals.minutes)) on "
        + counted(totals.activeDays, "day"),
      "\(totals.activeDays) 天共练 \(totals.sessions) 次，\(minutes(totals.minutes))")
  }

  func lastOn(_ day: String) -> String { say("last on \(day)", "上次 \(day)") }
  var notPlanned: String { say("not planned", "未计划") }
  func notPlanned(_ sessions: Int, isShort: Bool) -> String {
    say(
      isShort ? "\(sessions)×, not planned" : counted(sessions, "session") + ", not planned",
      "练 \(sessions) 次（未计划）")
  }

  /// What a report is compared with: `against week 40, Mon 28 Sep – Sun 4 Oct 2026`.
  func compared(_ against: Report.Comparison) -> String {
    let days = [name(against.period), range(against.period.days)].compactMap(\.self)
    return say("against ", "对照：") + days.joined(separator: comma)
  }

  /// How much a skill was practised in the days that a report is compared with.
  func practisedThen(_ practice: Report.Comparison.Practice) -> String {
    guard practice.done > 0 else { return say("then not practised", "对照期未练") }
    return say(
      "then \(practice.done)×, \(minutes(practice.minutes))",
      "对照期 \(practice.done) 次，\(minutes(practice.minutes))")
  }

  /// How the check-ins of a report are backed, best first.
  func backing(_ counts: LevelCounts) -> String {
    let parts = backings(counts)
    let total = counts.total
    return say(
      "\(counted(total, "check-in")): \(list(parts))",
      "\(total) 次打卡：\(list(parts))")
  }

  /// `2 verified`, `1 claimed`, without those that there are none of.
  func backings(_ counts: LevelCounts) -> [String] {
    EvidenceLevel.allCases.reversed().compactMap { level in
      let count = counts[level]
      return count == 0
        ? nil : say("\(count) " + self.level(level), self.level(level) + " \(count)")
    }
  }

  /// Which report a file holds now: `~/week.md: the report of week 48, Mon 23 – Sun 29 Nov 2026`.
  func written(_ report: Report, to path: String) -> String {
    let name = name(report.period).map { $0 + comma } ?? ""
    return path + colon + say("the report of ", report.week == nil ? "报告，" : "周报，") + name
      + range(report.days)
  }
  func moreNotes(_ count: Int) -> String { say("\(count) more:", "另有 \(count) 条：") }
  var notes: String { say("notes", "备注") }
  var finished: String { say("finished", "已完成") }
  func nextSteps(_ report: Report) -> String {
    report.finished && report.week != nil ? say("next week", "下周") : say("next", "接下来")
  }

  func knownAnswer(_ value: String) -> String {
    say("\(value), the known answer", "\(value)，与标准答案一致")
  }

  /// Of the notes on a page.
  func earlierNotes(_ count: Int) -> String { say("\(count) earlier", "更早的 \(count) 条") }

  // Headings of the page.
  var learntPart: String { say("What was learnt", "学到了什么") }
  var numbersPart: String { say("Numbers", "数据") }
  var figureLabel: String { say("Figure", "指标") }
  var skill: String { say("Skill", "技能") }
  var item: String { say("Item", "清单项") }
  var level: String { say("Level", "级别") }
  var evidence: String { say("Evidence", "证据") }
  var effort: String { say("Effort", "用时") }
}
