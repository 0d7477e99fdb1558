package import StropCore
import StropStore

/// Which days a report is about; nothing is the current week.
package struct ReportRequest: Sendable {
  package var week: String?
  package var from: String?
  package var to: String?

  package init(week: String? = nil, from: String? = nil, to: String? = nil) {
    self.week = week
    self.from = from
    self.to = to
  }
}

extension Strop {
  private static let sparklineWeeks = 8
  private static let averageRanges = 4
  private static let nextSteps = 3

  /// The progress report of a week, or of any range of days.
  ///
  /// - Throws: `Failure.badWeek`, `.badDay`, `.futureDay`, `.reversedRange`.
  package func report(_ request: ReportRequest) throws -> Report {
    if request.from != nil || request.to != nil {
      let from = try request.from.map { try day($0, weekday: .latest) } ?? today.week.monday
      let to = try request.to.map { try day($0, weekday: .latest) } ?? today
      guard from <= to else { throw Failure.reversedRange(from: from, to: to) }
      return try report(on: from...to)
    }
    return try report(on: try week(request.week).days)
  }

  /// Reads `2026-W48`, `last`, `this`, 上周, 本周, or a day of the week meant.
  private func week(_ text: String?) throws -> Week {
    guard let text else { return today.week }
    let folded = text.foldedName
    if ["this", "本周", "这周"].contains(folded) { return today.week }
    if ["last", "上周"].contains(folded) { return today.week - 1 }
    if let week = Week(iso: folded) { return week }
    guard let day = DayPhrase.parse(folded, today: today, weekday: .latest) else {
      throw Failure.badWeek(text)
    }
    return day.week
  }

  func report(on days: ClosedRange<Day>) throws -> Report {
    guard days.lowerBound <= today else { throw Failure.futureDay(days.lowerBound, today: today) }
    let lastWeek = days.upperBound.week
    let week = lastWeek.days == days ? lastWeek : nil
    let finished = days.upperBound < today
    return try read { reader in
      let practices = try PracticeReader(reader, today: today)
      // The weeks of the sparkline and of the averages are the same ones, where a week is asked for.
      var ranges: [(days: ClosedRange<Day>, practised: PractisedRange)] = []
      func practised(in days: ClosedRange<Day>) throws -> PractisedRange {
        if let range = ranges.first(where: { $0.days == days }) { return range.practised }
        let range = try reader.practice(in: days)
        ranges.append((days, range))
        return range
      }
      func totals(in days: ClosedRange<Day>) throws -> Report.Totals {
        try reader.totals(of: practised(in: days), in: days)
      }
      let thisRange = try practised(in: days)
      let weeks = Week.weeks(of: days)
      let inFocus = Set(weeks.flatMap { practices.focus(in: $0).map(\.slug) })
      let listed = practices.skills.filter {
        inFocus.contains($0.slug) || thisRange.sessions[$0.slug] != nil
      }
      let figures = try SkillFigures(
        range: thisRange,
        days: reader.practisedDays(in: weeks[0].monday...lastWeek.sunday),
        evidence: reader.evidenceLevels(in: days),
        weeks: (0..<Strop.sparklineWeeks).reversed().map {
          try practised(in: (lastWeek - $0).days)
        })
      let lines = try listed.map { skill in
        try line(of: skill, on: days, weeks: weeks, practices, figures)
      }
      let length = days.upperBound - days.lowerBound + 1
      func shifted(by ranges: Int) -> ClosedRange<Day> {
        days.lowerBound - length * ranges...days.upperBound - length * ranges
      }
      let averaged = try (1...Strop.averageRanges).filter {
        shifted(by: $0).upperBound >= practices.start
      }.map { try totals(in: shifted(by: $0)) }
      return Report(
        week: week, days: days, zone: zone.name, finished: finished,
        daysLeft: finished ? 0 : days.upperBound - today + 1,
        totals: try totals(in: days), previous: try totals(in: shifted(by: 1)),
        average: Report.Average(of: averaged), skills: lines,
        finishedItems: try finishedItems(in: days, reader), next: try nextSteps(practices))
    }
  }

  private func line(
    of skill: Skill, on days: ClosedRange<Day>, weeks: [Week], _ practices: PracticeReader,
    _ figures: SkillFigures
  ) throws -> Report.SkillLine {
    let reader = practices.reader
    let lastWeek = days.upperBound.week
    let isOver = lastWeek.sunday < today
    let streak =
      practices.plans(of: skill).everInFocus
      ? try practices.practiceAndStreak(of: skill, at: lastWeek, finished: isOver).streak : 0
    let practice = try practices.practice(
      of: skill, known: weeks.first?.monday, days: figures.days[skill.slug] ?? [])
    let standings = weeks.map { practice.standing(in: $0, today: nil, within: days) }
    let asked = standings.map(\.asked).reduce(0, +)
    let done = standings.map(\.done).reduce(0, +)
    let leftOut = standings.allSatisfy(\.leftOut)
    return Report.SkillLine(
      slug: skill.slug, title: skill.title, asked: asked, done: done,
      minutes: figures.range.minutes[skill.slug] ?? 0, met: leftOut ? nil : done >= asked,
      streak: streak, missedWeeks: isOver ? try missedWeeks(skill, at: lastWeek, practices) : 0,
      weeks: figures.weeks.map { $0.minutes[skill.slug] ?? 0 },
      lastDay: try reader.lastDay(skill.slug, until: days.upperBound),
      evidence: figures.evidence[skill.slug] ?? LevelCounts())
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
      let evidence = try reader.evidence(of: ItemProgress.subject(progress.slug))
      let title = try reader.item(progress.slug)?.title
      return Report.FinishedItem(
        slug: progress.slug,
        title: title ?? LocalizedText(english: progress.slug, chinese: progress.slug),
        level: EvidenceLevel(of: evidence, answer: progress.match), value: progress.value,
        evidence: evidence.map(\.value))
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
    return Array(Today.inOrder(skills, today: today).compactMap(\.nextItem).prefix(Strop.nextSteps))
  }
}

/// What a report says of every skill, each read at once for all of them.
private struct SkillFigures {
  /// What was practised over the report's days.
  let range: PractisedRange
  /// On which days a skill was practised, of the weeks that the report touches.
  let days: [String: Set<Day>]
  let evidence: [String: LevelCounts]
  /// The weeks of the sparkline, oldest first.
  let weeks: [PractisedRange]
}
