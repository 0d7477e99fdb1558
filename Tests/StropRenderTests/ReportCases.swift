import StropCore
import Testing

/// A report as some user could have it, the same on every run.
struct ReportCase: Sendable, CustomTestStringConvertible {
  let name: String
  let report: Report

  var testDescription: String { name }

  static let all = [fullYear, emptyWeek, firstDay, holiday, fortySkills, hostile]

  /// Four skills over a year, with everything that a page can draw.
  static let fullYear = ReportCase(
    "full-year", period: .days(day("2025-12-01")...day("2026-11-30")), today: day("2026-12-04"),
    skills: skills(4),
    isPractised: { skill, day in (day.number * 7 + skill * 5) % 11 < 4 - skill / 2 },
    note: { skill, day in
      day.number % 3 == 0
        ? ["两轮训练的 loss 曲线几乎重合，差别只在 warm-up", "one gain is within the noise of the seeds"][skill % 2]
        : nil
    }, isRich: true)

  /// Planned, and nothing done; a year of practice lies before it.
  static let emptyWeek = ReportCase(
    "empty-week", period: .week(day("2026-11-26").week), today: day("2026-11-30"),
    skills: skills(4),
    isPractised: { skill, day in
      day < Self.day("2026-11-16") && (day.number + skill) % 3 == 0
    })

  /// Nothing before today, and one check-in today.
  static let firstDay = ReportCase(
    "first-day", period: .week(day("2026-11-26").week), today: day("2026-11-26"),
    skills: skills(4), isPractised: { skill, day in skill == 0 && day == Self.day("2026-11-26") },
    note: { _, _ in "先读表格，再读摘要" })

  /// A week off: nothing is asked for.
  static let holiday = ReportCase(
    "holiday", period: .week(day("2026-10-01").week), today: day("2026-10-12"),
    skills: skills(4),
    isPractised: { skill, day in
      day < Self.day("2026-09-28") && (day.number + skill) % 4 == 0
    }, isOff: true)

  static let fortySkills = ReportCase(
    "forty-skills", period: .days(day("2025-12-01")...day("2026-11-30")), today: day("2026-12-04"),
    skills: skills(40),
    isPractised: { skill, day in (day.number * 13 + skill * 7) % 23 < 3 },
    note: { skill, day in day.number % 40 == skill ? "note \(skill)" : nil })

  /// What users can write: markup, escape sequences, text from right to left, notes without end.
  static let hostile = ReportCase(
    "hostile", period: .week(day("2026-11-26").week), today: day("2026-11-26"),
    skills: [
      (
        "my-x",
        LocalizedText(
          english: "<script>alert(1)</script> & \"quotes\" 'n' </title>",
          chinese: "<b>粗体</b>\u{202e}反的")
      ),
      ("my-y", LocalizedText("שלום \u{2067}עולם\u{2069} مرحبا")),
      ("my-z", LocalizedText(String(repeating: "长", count: 300))),
    ],
    isPractised: { skill, day in day >= Self.day("2026-11-23") || (day.number + skill) % 9 == 0 },
    note: { skill, day in
      [
        "\u{1b}[31mred\u{1b}[0m \u{1b}]8;;http://x\u{7}link\u{7} </p><img src=x onerror=alert(1)> {{title}} {{{title}}}",
        "👩‍🔬🇨🇳👍🏽 e\u{301}\u{200d}\u{feff} \u{202e}gnihtemos\u{202c}\n\n\u{0}second line\r\nthird\u{2028}fourth",
        String(repeating: "0123456789", count: 500) + String(repeating: "一二三四五", count: 1_000),
      ][skill]
    }, isRich: true)

  private static func day(_ iso: String) -> Day { Day(iso: iso) ?? .first }

  private static func skills(_ count: Int) -> [(slug: String, title: LocalizedText)] {
    let known = [
      ("papers", "Judging papers", "鉴别论文价值"), ("reproduce", "Reproducing open source", "复现开源项目"),
      ("debug", "Debugging training code", "调试训练代码"), ("weekend", "Weekend experiments", "周末实验"),
    ]
    return (0..<count).map { index in
      index < known.count
        ? (known[index].0, LocalizedText(english: known[index].1, chinese: known[index].2))
        : ("my-skill-\(index)", LocalizedText(english: "Skill \(index)", chinese: "技能 \(index)"))
    }
  }

  /// `note`: of a check-in, by the skill's place and its day.
  /// `isOff`: whether no week of the report asks for anything.
  /// `isRich`: whether logbooks, finished items and judgements have something.
  private init(
    _ name: String, period: Period, today: Day, skills: [(slug: String, title: LocalizedText)],
    isPractised: (_ skill: Int, _ day: Day) -> Bool,
    note: (_ skill: Int, _ day: Day) -> String? = { _, _ in nil }, isOff: Bool = false,
    isRich: Bool = false
  ) {
    self.name = name
    let days = period.days
    let lastWeek = min(days.upperBound, today).week
    let last = min(days.upperBound, today)
    var practice = PractisedDays()
    var notes: [Report.Note] = []
    for (index, skill) in skills.enumerated() {
      let practised = ((last - 400)...last).filter { isPractised(index, $0) }
      practice.add(
        skill.slug,
        practised.map { PractisedDays.Practised(day: $0, minutes: Self.minutes(index, $0)) })
      notes += practised.filter(days.contains).compactMap { day in
        note(index, day).map {
          let minutes = Self.minutes(index, day)
          return Report.Note(
            day: day, skill: skill.slug, minutes: minutes > 0 ? minutes : nil, text: $0)
        }
      }
    }
    let weeks = (0..<min(53, max(8, lastWeek - days.lowerBound.week + 1))).reversed().map {
      lastWeek - $0
    }
    let year = (lastWeek - (PracticeCalendar.weekCount - 1)).monday...last
    let samples = Samples(isUnruly: name == "hostile")
    let rich = isRich ? samples.report() : samples.blankReport()
    let judged = Week.weeks(of: days).filter { $0.isWhole(in: days) && $0.monday <= today }
    report = Report(
      period: period, zone: "Asia/Shanghai", finished: days.upperBound < today,
      daysLeft: days.upperBound < today ? 0 : days.upperBound - today + 1,
      judged: Report.JudgedWeeks(count: judged.count, areOver: days.upperBound < today),
      totals: practice.totals(in: days), previous: practice.totals(in: period.earlier(by: 1).days),
      average: Report.Average(of: []),
      skills: skills.map { skill in
        let done = practice.practised(skill.slug, in: days).count
        let met = judged.count { practice.practised(skill.slug, in: $0.days).count >= 2 }
        return Report.SkillLine(
          slug: skill.slug, title: skill.title, asked: isOff ? 0 : 2 * judged.count, done: done,
          doneInWeeks: done, minutes: practice.minutes(skill.slug, in: days),
          weeksAsked: isOff ? 0 : judged.count, weeksMet: isOff ? 0 : met, isLeftOut: isOff,
          streak: 0, missedWeeks: done == 0 ? 1 : 0,
          weeks: (0..<8).reversed().map { practice.minutes(skill.slug, in: (lastWeek - $0).days) },
          lastDay: practice.practised(skill.slug, in: year).last?.day,
          evidence: LevelCounts(claimed: done, evidenced: 0, verified: 0))
      }, notes: notes.sorted { $0.day < $1.day }, finishedItems: rich.finishedItems,
      logbooks: rich.logbooks, next: samples.report().next,
      calendar: PracticeCalendar(
        endingIn: lastWeek, last: last, practised: DaySet(practice.byDay(in: year).map(\.day))),
      figures: ReportFigures(
        practised: practice.byDay(in: year), weeks: weeks,
        planned: weeks.map { _ in skills.count * 60 },
        minutes: skills.map { skill in
          ReportFigures.SkillMinutes(
            slug: skill.slug, title: skill.title,
            minutes: weeks.map { practice.minutes(skill.slug, in: $0.days) })
        }.filter { $0.total > 0 }.sorted { ($1.total, $0.slug) < ($0.total, $1.slug) },
        checklists: isRich
          ? skills.enumerated().map { index, skill in
            ReportFigures.Checklist(
              slug: skill.slug, title: skill.title, total: 9, done: 6 - index, doneNow: 2)
          } : [],
        calibration: isRich ? samples.scoreCard().score : JudgementScore([])))
  }

  /// A few lengths, and none here and there.
  private static func minutes(_ skill: Int, _ day: Day) -> Int {
    [20, 45, 0, 90, 30, 120, 60][(day.number + 2 * skill) % 7]
  }
}

extension Report {
  func with(notes: [Note]) -> Report {
    Report(
      period: period, zone: zone, finished: finished, daysLeft: daysLeft, judged: judged,
      totals: totals, previous: previous, average: average, skills: skills, notes: notes,
      finishedItems: finishedItems, logbooks: logbooks, next: next, calendar: calendar,
      figures: figures)
  }
}
