package import StropCore

extension JSONRenderer {
  package func report(_ report: Report) -> JSON {
    root([
      ("week", .optional(report.week?.iso)),
      ("from", .string(report.days.lowerBound.iso)),
      ("to", .string(report.days.upperBound.iso)),
      ("zone", .string(report.zone)),
      ("finished", .bool(report.finished)),
      ("totals", totals(report.totals)),
      ("notes", .array(report.notes.map(note))),
      ("previous", totals(report.previous)),
      ("average4", average(report.average)),
      ("skills", .array(report.skills.map(skill))),
      ("items", .array(report.finishedItems.map(finished))),
      ("next", .array(report.next.map(next))),
      ("logbooks", logbooks(report.logbooks)),
      ("against", report.against.map(comparison) ?? .null),
      ("charts", report.figures.map { charts($0, report.calendar) } ?? .null),
    ])
  }

  /// What the charts of the page show, but what `logbooks` has.
  private func charts(_ figures: ReportFigures, _ calendar: PracticeCalendar) -> JSON {
    .object([
      (
        "calendar",
        .object([
          ("from", .string(calendar.days.lowerBound.iso)),
          ("to", .string(calendar.days.upperBound.iso)),
          (
            "days",
            .array(
              figures.practised.map {
                .object([
                  ("day", .string($0.day.iso)), ("sessions", .number($0.sessions)),
                  ("minutes", .number($0.minutes)),
                ])
              })
          ),
        ])
      ),
      (
        "minutes",
        .object([
          ("weeks", .array(figures.weeks.map { .string($0.iso) })),
          ("planned", .array(figures.planned.map(JSON.number))),
          (
            "skills",
            .array(
              figures.minutes.map {
                .object([
                  ("slug", .string($0.slug)), ("minutes", .array($0.minutes.map(JSON.number))),
                ])
              })
          ),
        ])
      ),
      (
        "checklists",
        .array(
          figures.checklists.map {
            .object([
              ("slug", .string($0.slug)), ("total", .number($0.total)), ("done", .number($0.done)),
              ("doneInRange", .number($0.doneNow)),
            ])
          })
      ),
      ("calibration", .object(members(figures.calibration))),
    ])
  }

  private func comparison(_ against: Report.Comparison) -> JSON {
    .object([
      ("from", .string(against.period.days.lowerBound.iso)),
      ("to", .string(against.period.days.upperBound.iso)),
      ("totals", totals(against.totals)),
      (
        "skills",
        .array(
          against.practised.map { slug in
            let practice = against.practice(of: slug)
            return .object([
              ("slug", .string(slug)), ("done", .number(practice.done)),
              ("minutes", .number(practice.minutes)),
            ])
          })
      ),
    ])
  }

  /// What they got in the days of the report; `overdue`, `open` and verdicts are of its last day.
  private func logbooks(_ logbooks: ReportedLogbooks) -> JSON {
    .object([
      (
        "papers",
        .object([
          (
            "read",
            .array(
              logbooks.read.map {
                .object([
                  ("id", .string($0.key)), ("title", .string($0.title)),
                  ("pass", .optional($0.pass)),
                ])
              })
          ),
          ("judged", .number(logbooks.judged)),
          ("resolved", .number(logbooks.resolved)),
          ("overdue", .number(logbooks.overdue)),
        ])
      ),
      (
        "reproductions",
        .array(
          logbooks.reproductions.map {
            .object([
              ("name", .string($0.reproduction.title)), ("verdict", .string($0.verdict.rawValue)),
            ])
          })
      ),
      (
        "bugs",
        .object([
          ("opened", .number(logbooks.opened)), ("tried", .number(logbooks.tried)),
          ("closed", .number(logbooks.closed.count)), ("open", .number(logbooks.open)),
        ])
      ),
      (
        "experiments",
        .array(
          logbooks.experiments.map {
            .object([
              ("name", .string($0.name)), ("verdict", .optional($0.verdict?.rawValue)),
              ("runs", .number($0.runs)), ("hours", .real($0.hours)),
              ("gpuHours", .optional($0.gpuHours)),
              ("plannedGpuHours", .optional($0.plannedGPUHours)),
              ("cost", .optional($0.gpuHours.map { $0 * logbooks.price })),
            ])
          })
      ),
    ])
  }

  private func totals(_ totals: Report.Totals) -> JSON {
    .object([
      ("sessions", .number(totals.sessions)),
      ("minutes", .number(totals.minutes)),
      ("activeDays", .number(totals.activeDays)),
      ("itemsDone", .number(totals.itemsDone)),
    ])
  }

  private func note(_ note: Report.Note) -> JSON {
    .object([
      ("day", .string(note.day.iso)),
      ("skill", .string(note.skill)),
      ("minutes", .optional(note.minutes)),
      ("note", .string(note.text)),
    ])
  }

  /// To two decimals.
  private func average(_ average: Report.Average) -> JSON {
    func rounded(_ number: Double) -> JSON { .real((number * 100).rounded() / 100) }
    return .object([
      ("sessions", rounded(average.sessions)),
      ("minutes", rounded(average.minutes)),
      ("activeDays", rounded(average.activeDays)),
      ("itemsDone", rounded(average.itemsDone)),
    ])
  }

  private func skill(_ skill: Report.SkillLine) -> JSON {
    .object([
      ("slug", .string(skill.slug)),
      ("title", text(skill.title)),
      ("sessions", .number(skill.asked)),
      ("done", .number(skill.done)),
      ("minutes", .number(skill.minutes)),
      ("met", .optional(skill.met)),
      ("streak", .number(skill.streak)),
      ("weeks", .array(skill.weeks.map(JSON.number))),
      ("evidence", levels(skill.evidence)),
    ])
  }

  private func finished(_ item: Report.FinishedItem) -> JSON {
    .object([
      ("slug", .string(item.slug)),
      ("title", text(item.title)),
      ("level", .string(item.level.rawValue)),
      ("value", .optional(item.value)),
    ])
  }

  private func next(_ item: NextItem) -> JSON {
    .object([
      ("slug", .string(item.slug)),
      ("title", text(item.title)),
      ("hours", .real(item.hours)),
      ("for", .optional(item.waitingSkill)),
    ])
  }
}
