import StropCore
import StropStore

extension Strop {
  /// Fewer weeks show no course.
  private static let fewestWeeks = 8

  /// What the charts of a report on `days` show; `lastWeek`: its last week that has begun.
  func figures(
    on days: ClosedRange<Day>, endingIn lastWeek: Week, _ practices: PracticeReader
  ) throws -> ReportFigures {
    let reader = practices.reader
    let last = min(days.upperBound, today)
    let first = (lastWeek - (PracticeCalendar.weekCount - 1)).monday
    let touched = lastWeek - days.lowerBound.week + 1
    let weekCount = min(max(touched, Strop.fewestWeeks), PracticeCalendar.weekCount)
    let weeks = (0..<weekCount).reversed().map { lastWeek - $0 }
    let practice = try reader.practice(in: first...lastWeek.sunday)
    let titles = Dictionary(uniqueKeysWithValues: practices.skills.map { ($0.slug, $0.title) })
    let minutes = practice.skills(in: first...lastWeek.sunday).map { slug in
      ReportFigures.SkillMinutes(
        slug: slug, title: titles[slug] ?? LocalizedText(slug),
        minutes: weeks.map { practice.minutes(slug, in: $0.days) })
    }
    return ReportFigures(
      practised: practice.byDay(in: first...last), weeks: weeks,
      planned: weeks.map { week in
        practices.focus(in: week).map { practices.plans(of: $0).plan(in: week).minutes }
          .reduce(0, +)
      },
      minutes: minutes.filter { $0.total > 0 }.sorted { ($1.total, $0.slug) < ($0.total, $1.slug) },
      checklists: try checklists(on: days, practices),
      calibration: JudgementScore(
        try reader.judgements().filter { $0.resolution.map { $0.day <= last } ?? false }))
  }

  private func checklists(
    on days: ClosedRange<Day>, _ practices: PracticeReader
  ) throws -> [ReportFigures.Checklist] {
    let items = Dictionary(grouping: try practices.reader.items(), by: \.skill)
    let progress = try ChecklistProgress(practices.reader)
    let inFocus = Set(practices.focus(in: min(days.upperBound, today).week).map(\.slug))
    return practices.skills.compactMap { skill in
      let items = items[skill.slug] ?? []
      let finished = items.compactMap { item in
        progress[item.slug].flatMap { $0.state == .done ? $0.finished?.day : nil }
      }.filter { $0 <= days.upperBound }
      guard !items.isEmpty, inFocus.contains(skill.slug) || !finished.isEmpty else { return nil }
      return ReportFigures.Checklist(
        slug: skill.slug, title: skill.title, total: items.count, done: finished.count,
        doneNow: finished.count(where: days.contains))
    }
  }
}
