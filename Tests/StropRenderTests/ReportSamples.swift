import StropCore

extension Samples {
  func totals(_ activeDays: Int, _ sessions: Int, _ minutes: Int, _ items: Int) -> Report.Totals {
    var totals = Report.Totals()
    totals.activeDays = activeDays
    totals.sessions = sessions
    totals.minutes = minutes
    totals.itemsDone = items
    return totals
  }

  func line(
    _ slug: String,
    _ done: Int,
    of asked: Int,
    minutes: Int,
    streak: Int,
    weeks: [Int],
    lastDay: Int? = nil,
    missedWeeks: Int = 0
  ) -> Report.SkillLine {
    Report.SkillLine(
      slug: name(slug),
      title: title(slug),
      asked: asked,
      done: done,
      doneInWeeks: done,
      minutes: minutes,
      weeksAsked: asked == 0 ? 0 : 1,
      weeksMet: asked > 0 && done >= asked ? 1 : 0,
      isLeftOut: asked == 0,
      streak: streak,
      missedWeeks: missedWeeks,
      weeks: weeks,
      lastDay: lastDay.map { today - $0 },
      evidence: LevelCounts(claimed: done, evidenced: done > 1 ? 1 : 0))
  }

  /// More of papers than the text shows.
  func notes() -> [Report.Note] {
    [(3, "papers"), (3, "debug"), (2, "papers"), (1, "papers"), (0, "papers")].enumerated()
      .map { index, note in
        Report.Note(
          day: week.monday + 3 - note.0, skill: name(note.1), minutes: index == 1 ? nil : 40,
          text: index == 2
            ? words("两轮训练的 loss 曲线几乎重合，\n差别只在 warm-up：a_b *c*")
            : words("one gain is within the noise of the seeds, run \(index)"))
      }
  }

  /// A finished week, or one that goes on.
  func report(finished: Bool = true, missed: Int = 1) -> Report {
    let proof = [words("notes/triage-2026-11.md")]
    return Report(
      period: .week(week),
      zone: "Asia/Shanghai",
      finished: finished,
      daysLeft: finished ? 0 : 4,
      judged: Report.JudgedWeeks(count: 1, areOver: finished),
      totals: totals(5, 6, 285, 2),
      previous: totals(4, 5, 210, 0),
      average: Report.Average(of: [
        totals(4, 5, 210, 0), totals(4, 5, 240, 1), totals(4, 6, 231, 0), totals(3, 4, 211, 1),
      ]),
      skills: [
        line(
          "papers",
          3,
          of: 3,
          minutes: 135,
          streak: 4,
          weeks: [15, 45, 75, 75, 15, 90, 120, 135]),
        line("weekend", 1, of: 1, minutes: 110, streak: 2, weeks: [0, 0, 80, 0, 70, 75, 0, 110]),
        line("debug", 1, of: 1, minutes: 40, streak: 1, weeks: [70, 0, 75, 70, 0, 80, 75, 40]),
        line(
          "reproduce",
          missed > 1 ? 0 : 0,
          of: 1,
          minutes: 0,
          streak: 0,
          weeks: [70, 0, 75, 70, 0, 80, 0, 0],
          lastDay: 11,
          missedWeeks: 2),
        line(
          "dpo",
          1,
          of: 0,
          minutes: 30,
          streak: 0,
          weeks: [0, 0, 0, 0, 0, 0, 0, 30],
          lastDay: 1),
      ]
        + (missed > 1
          ? [line("ppo", 1, of: 2, minutes: 20, streak: 0, weeks: [Int](repeating: 0, count: 8))]
          : []),
      notes: notes(),
      finishedItems: [
        Report.FinishedItem(
          slug: name("dpo/loss-at-step-zero"),
          title: text("Loss at step zero", "第 0 步的 loss"),
          level: .verified,
          value: "0.6931",
          evidence: []),
        Report.FinishedItem(
          slug: name("papers/triage-ten"),
          title: text("Triage ten | papers", "初筛十篇论文"),
          level: .evidenced,
          value: nil,
          evidence: proof),
      ],
      logbooks: reportedLogbooks(),
      next: [
        NextItem(
          slug: name("reproduce/same-number-twice"),
          title: text("The same number twice", "同一个数两次"),
          doneWhen: text("", ""),
          hours: 2,
          hardware: .cpu),
        NextItem(
          slug: name("papers/claim-ledger"),
          title: text("A claim ledger", "论断台账"),
          doneWhen: text("", ""),
          hours: 2,
          hardware: .cpu),
        NextItem(
          slug: name("dpo/implicit-reward"),
          title: text("The implicit reward", "隐式奖励"),
          doneWhen: text("", ""),
          hours: 3,
          hardware: .oneGPU),
      ],
      calendar: calendar())
  }

  /// About two days in three of the last half year.
  func calendar() -> PracticeCalendar {
    let days = (0..<180).filter { $0 * $0 % 7 != 2 && $0 % 10 != 4 }.map { week.sunday - $0 }
    return PracticeCalendar(endingIn: week, last: week.sunday, practised: DaySet(days))
  }

  /// Nothing practised, nothing before it.
  func emptyReport(week isWeek: Bool = true) -> Report {
    Report(
      period: isWeek ? .week(week) : .days((today - 60)...today),
      zone: "Asia/Shanghai",
      finished: false,
      daysLeft: isWeek ? 4 : 1,
      judged: Report.JudgedWeeks(count: isWeek ? 1 : 8, areOver: false),
      totals: totals(0, 0, 0, 0),
      previous: totals(0, 0, 0, 0),
      average: Report.Average(of: []),
      skills: [
        line("papers", 0, of: 3, minutes: 0, streak: 0, weeks: [Int](repeating: 0, count: 8)),
        line("weekend", 0, of: 0, minutes: 0, streak: 0, weeks: [Int](repeating: 0, count: 8)),
      ],
      notes: [],
      finishedItems: [],
      next: [],
      calendar: PracticeCalendar(endingIn: week, last: today, practised: DaySet()))
  }

  /// No skill has ever been in the focus.
  func blankReport() -> Report {
    Report(
      period: .week(week),
      zone: "UTC",
      finished: true,
      daysLeft: 0,
      judged: Report.JudgedWeeks(count: 1, areOver: true),
      totals: totals(0, 0, 0, 0),
      previous: totals(0, 0, 0, 0),
      average: Report.Average(of: []),
      skills: [],
      notes: [],
      finishedItems: [],
      next: [],
      calendar: PracticeCalendar(endingIn: week, last: today, practised: DaySet()))
  }

  /// With its charts, against October.
  func comparedReport() -> Report {
    let report = report()
    let days = [(0, 30), (1, 0), (2, 130)].map { offset, minutes in
      ReportFigures.Practised(day: week.monday + offset, sessions: 1, minutes: minutes)
    }
    let weeks = (0..<8).reversed().map { week - $0 }
    return Report(
      period: report.period, zone: report.zone, finished: report.finished, daysLeft: 0,
      judged: report.judged, totals: report.totals, previous: report.previous,
      against: Report.Comparison(
        period: .month(Month(today) - 1), totals: totals(9, 12, 640, 1),
        skills: [
          "papers": Report.Comparison.Practice(done: 9, minutes: 400),
          "debug": Report.Comparison.Practice(done: 3, minutes: 240),
        ]), average: report.average, skills: report.skills, notes: report.notes,
      finishedItems: report.finishedItems, logbooks: report.logbooks, next: report.next,
      calendar: report.calendar,
      figures: ReportFigures(
        practised: days, weeks: weeks, planned: weeks.map { _ in 390 },
        minutes: report.skills.map {
          ReportFigures.SkillMinutes(slug: $0.slug, title: $0.title, minutes: $0.weeks)
        },
        checklists: [
          ReportFigures.Checklist(
            slug: "papers", title: title("papers"), total: 9, done: 3, doneNow: 1)
        ], calibration: scoreCard().score))
  }
}
