import StropCore
import StropStore

extension Strop {
  private static let sparklineWeeks = 8
  private static let averageRanges = 4
  private static let nextSteps = 3

  /// `against`: days to compare with.
  /// `hasFigures`: whether it has charts.
  /// - Throws: `Failure.futureDay`.
  func report(
    on asked: Period, against: Period? = nil, hasFigures: Bool = false
  ) throws -> Report {
    let days = asked.days
    for days in [days, against?.days].compactMap(\.self) where days.lowerBound > today {
      throw Failure.futureDay(days.lowerBound, today: today)
    }
    // What is to come has no figures yet.
    let lastWeek = min(days.upperBound, today).week
    let period = lastWeek.days == days ? .week(lastWeek) : asked
    let finished = days.upperBound < today
    let sparkline = (0..<Strop.sparklineWeeks).reversed().map { lastWeek - $0 }
    return try read { reader in
      let practices = try PracticeReader(reader, today: today)
      let weeks =
        try period.week.map { [$0] }
        ?? Strop.weeks(
          of: days, from: min(reader.firstDay() ?? practices.start, practices.start), to: today)
      let judged = weeks.filter { $0.isWhole(in: days) }
      let practice = try reader.practice(
        in: min(
          period.earlier(by: Strop.averageRanges).days.lowerBound, weeks[0].monday,
          sparkline[0].monday)...max(days.upperBound, lastWeek.sunday))
      func totals(in days: ClosedRange<Day>) throws -> Report.Totals {
        var totals = practice.totals(in: days)
        totals.itemsDone = try reader.finishedItemCount(in: days)
        return totals
      }
      let inFocus = Set(weeks.flatMap { practices.focus(in: $0).map(\.slug) })
      let against = try against.map { try comparison(with: $0, reader) }
      let practised = Set(practice.skills(in: days)).union(against?.practised ?? [])
      let listed = practices.skills.filter {
        inFocus.contains($0.slug) || practised.contains($0.slug)
      }
      let figures = SkillFigures(
        practice: practice, evidence: try reader.checkInLevels(in: days), sparkline: sparkline)
      // Days with practice, as far as they were read for something else.
      var known = DaySet()
      let lines = try listed.map { skill in
        try line(of: skill, on: days, weeks: weeks, practices, figures, &known)
      }
      let unknown = practised.subtracting(practices.skills.map(\.slug)).sorted()
      let unknownLines = try unknown.map { try line(ofUnknown: $0, on: days, reader, figures) }
      let averaged = try (1...Strop.averageRanges).filter {
        period.earlier(by: $0).days.upperBound >= practices.start
      }.map { try totals(in: period.earlier(by: $0).days) }
      return Report(
        period: period, zone: zone.name, finished: finished,
        daysLeft: finished ? 0 : days.upperBound - today + 1,
        judged: Report.JudgedWeeks(
          count: judged.count, areOver: judged.last.map { $0.sunday < today } ?? false),
        totals: try totals(in: days), previous: try totals(in: period.earlier(by: 1).days),
        against: against,
        average: Report.Average(of: averaged), skills: lines + unknownLines,
        notes: try reader.notes(in: days),
        finishedItems: try finishedItems(in: days, reader),
        logbooks: try logbooks(in: days, reader), next: try nextSteps(practices),
        calendar: try calendar(endingIn: lastWeek, on: days, reader, known),
        figures: hasFigures ? try self.figures(on: days, endingIn: lastWeek, practices) : nil)
    }
  }

  private func line(
    of skill: Skill, on days: ClosedRange<Day>, weeks: [Week], _ practices: PracticeReader,
    _ figures: SkillFigures, _ known: inout DaySet
  ) throws -> Report.SkillLine {
    let reader = practices.reader
    let lastWeek = min(days.upperBound, today).week
    let isOver = lastWeek.sunday < today
    var streak = 0
    if practices.plans(of: skill).everInFocus {
      let past = try practices.practiceAndStreak(of: skill, at: lastWeek, finished: isOver)
      streak = past.streak
      known.formUnion(past.practice.days)
    }
    let span = weeks[0].monday...lastWeek.sunday
    let practice = try practices.practice(
      of: skill, known: span.lowerBound,
      days: DaySet(figures.practice.practised(skill.slug, in: span).map(\.day)))
    let standings = weeks.map { (week: $0, standing: practice.standing(in: $0, today: nil)) }
    let whole = standings.filter { $0.week.isWhole(in: days) }
    let judged = whole.map(\.standing)
    let open = whole.last { $0.week.sunday >= today && $0.standing.met == false }
    let last = figures.practice.practised(skill.slug, in: span).last { $0.day <= days.upperBound }
    return Report.SkillLine(
      slug: skill.slug, title: skill.title, asked: judged.map(\.asked).reduce(0, +),
      done: figures.practice.practised(skill.slug, in: days).count,
      doneInWeeks: judged.map(\.done).reduce(0, +),
      minutes: figures.practice.minutes(skill.slug, in: days),
      weeksAsked: judged.count { $0.met != nil }, weeksMet: judged.count { $0.met == true },
      openWeek: open.map { ($0.standing.done, $0.standing.asked) },
      isLeftOut: standings.allSatisfy(\.standing.leftOut), streak: streak,
      missedWeeks: isOver ? try missedWeeks(skill, at: lastWeek, practices) : 0,
      weeks: figures.weeks(of: skill.slug),
      lastDay: try last?.day ?? reader.lastDay(skill.slug, until: days.upperBound),
      evidence: figures.evidence[skill.slug] ?? LevelCounts())
  }

  private func calendar(
    endingIn week: Week, on days: ClosedRange<Day>, _ reader: Reader, _ known: DaySet
  ) throws -> PracticeCalendar {
    let last = min(days.upperBound, today)
    let first = (week - (PracticeCalendar.weekCount - 1)).monday
    return PracticeCalendar(
      endingIn: week, last: last,
      practised: DaySet(try reader.practisedDays(in: first...last, known: known)))
  }

  private func comparison(with period: Period, _ reader: Reader) throws -> Report.Comparison {
    let practice = try reader.practice(in: period.days)
    var totals = practice.totals(in: period.days)
    totals.itemsDone = try reader.finishedItemCount(in: period.days)
    let skills = practice.skills(in: period.days).map { slug in
      let days = practice.practised(slug, in: period.days)
      return (
        slug,
        Report.Comparison.Practice(done: days.count, minutes: days.map(\.minutes).reduce(0, +))
      )
    }
    return Report.Comparison(
      period: period, totals: totals, skills: Dictionary(uniqueKeysWithValues: skills))
  }

  /// Of a skill that this curriculum does not know, but whose practice is in the journal.
  private func line(
    ofUnknown slug: String, on days: ClosedRange<Day>, _ reader: Reader, _ figures: SkillFigures
  ) throws -> Report.SkillLine {
    Report.SkillLine(
      slug: slug, title: LocalizedText(slug), asked: 0,
      done: figures.practice.practised(slug, in: days).count, doneInWeeks: 0,
      minutes: figures.practice.minutes(slug, in: days), weeksAsked: 0, weeksMet: 0,
      isLeftOut: true, streak: 0, missedWeeks: 0, weeks: figures.weeks(of: slug),
      lastDay: try reader.lastDay(slug, until: days.upperBound),
      evidence: figures.evidence[slug] ?? LevelCounts())
  }

  /// The weeks of a range that hold some day between two others, which bound what can be known: the range may
  /// be of centuries. Its last week where there is none.
  private static func weeks(of days: ClosedRange<Day>, from first: Day, to last: Day) -> [Week] {
    let from = max(days.lowerBound, first.week.monday)
    let to = min(days.upperBound, last.week.sunday)
    return from <= to ? Week.weeks(of: from...to) : [to.week]
  }

  /// Weeks missed in a row up to `week`, which is over; counted up to a year.
  private func missedWeeks(
    _ skill: Skill, at week: Week, _ practices: PracticeReader
  ) throws -> Int {
    let practice = try practices.practice(of: skill, known: (week - 52).monday)
    var missed = 0
    for earlier in (0...52).map({ week - $0 }) {
      switch practice.standing(in: earlier, today: nil).met {
      case false: missed += 1
      case true: return missed
      case nil: break
      }
    }
    return missed
  }

  private func finishedItems(
    in days: ClosedRange<Day>, _ reader: Reader
  ) throws -> [Report.FinishedItem] {
    try reader.finishedItems(in: days).map { progress in
      let evidence = try reader.evidence(ofItem: progress.slug)
      let title = try reader.item(progress.slug)?.title
      return Report.FinishedItem(
        slug: progress.slug,
        title: title ?? LocalizedText(english: progress.slug, chinese: progress.slug),
        level: EvidenceLevel(of: evidence, answer: progress.match), value: progress.value,
        evidence: evidence.map { $0.url == nil ? environment.abbreviated($0.value) : $0.value })
    }
  }

  /// The next items of the focus, the skills that need practice most first.
  private func nextSteps(_ practices: PracticeReader) throws -> [NextItem] {
    let skills = try practices.focus(in: today.week).map { skill in
      let practice = try practices.practice(of: skill, known: today.week.monday)
      return Today.Skill(
        slug: skill.slug, title: skill.title,
        standing: practice.standing(of: today.week, on: today),
        plannedSessions: practice.plans.plan(in: today.week).sessions, streak: 0, minutes: 0,
        lastDay: try practices.reader.lastDay(skill.slug),
        nextItem: try practices.reader.nextItem(
          of: skill.slug, hardware: settings.hardware))
    }
    // What several skills wait for is one step.
    var slugs: Set<String> = []
    let steps = Today.inOrder(skills, today: today).compactMap(\.nextItem)
      .filter { slugs.insert($0.slug).inserted }
    return Array(steps.prefix(Strop.nextSteps))
  }
}

/// What a report says of every skill, each read at once for all of them.
private struct SkillFigures {
  let practice: PractisedDays
  let evidence: [String: LevelCounts]
  /// Oldest first.
  let sparkline: [Week]

  /// Minutes in each week of the sparkline.
  func weeks(of skill: String) -> [Int] { sparkline.map { practice.minutes(skill, in: $0.days) } }
}
