import StropCore

/// The charts of pages, with what is said of them and the tables of their numbers.
struct Figures {
  typealias Column = Document.Table.Column

  let phrases: PhraseBook
  var language: Language { phrases.language }

  /// Skills that a chart tells apart; the others are one.
  private static let seriesCount = 7

  func calendar(_ calendar: PracticeCalendar, _ practised: [ReportFigures.Practised])
    -> Document.Figure
  {
    let title = phrases.calendarTitle
    guard !practised.isEmpty else { return missing(title, phrases.calendarMissing) }
    let byDay = Dictionary(practised.map { ($0.day, $0) }) { first, _ in first }
    let halves = [
      calendar.weeks.prefix(CalendarChart.weeksAcross - 1),
      calendar.weeks.dropFirst(CalendarChart.weeksAcross - 1),
    ]
    return Document.Figure(
      title: title, description: phrases.calendarDescription(practised.count, calendar.days),
      reading: phrases.calendarReading,
      drawings: halves.map { weeks in
        CalendarChart(
          weeks: Array(weeks), last: calendar.last, phrases: phrases,
          shade: { DayShade.of(byDay[$0]) }, tip: { phrases.practised(byDay[$0], on: $0) }
        ).drawing
      },
      legend: phrases.shades.enumerated().map { (.shade($0), $1) },
      table: table(of: calendar, byDay), isOnlyDrawn: true)
  }

  private func table(
    of calendar: PracticeCalendar, _ byDay: [Day: ReportFigures.Practised]
  ) -> Document.Table {
    Document.Table(
      columns: [Column(label: phrases.weekLabel)]
        + calendar.weeks[0].days.map {
          Column(label: phrases.weekday($0.weekday), alignment: .right)
        },
      rows: calendar.weeks.filter { $0.days.contains { byDay[$0] != nil } }.map { week in
        [Document.Inline(week.monday.iso)]
          + week.days.map { day in
            Document.Inline(byDay[day].map { $0.minutes > 0 ? "\($0.minutes)" : "✓" } ?? "")
          }
      })
  }

  func minutes(_ figures: ReportFigures) -> Document.Figure {
    guard !figures.minutes.isEmpty else {
      return missing(phrases.minutesTitle, phrases.minutesMissing)
    }
    let told = figures.minutes.prefix(Self.seriesCount)
    let rest = figures.minutes.dropFirst(Self.seriesCount)
    let others =
      rest.isEmpty
      ? [] : [figures.weeks.indices.map { week in rest.map { $0.minutes[week] }.reduce(0, +) }]
    let series = told.map(\.minutes) + others
    let names = told.map { $0.title[language] } + (rest.isEmpty ? [] : [phrases.otherSkills])
    let columns = figures.weeks.enumerated().map { index, week in
      StackedChart.Column(
        label: label(index, of: figures.weeks), parts: series.map { Double($0[index]) },
        planned: Double(figures.planned[index]),
        tip: phrases.shortDay(week.monday) + phrases.colon
          + phrases.minutes(series.map { $0[index] }.reduce(0, +)))
    }
    return Document.Figure(
      title: phrases.minutesTitle, description: phrases.minutesDescription(figures.weeks),
      drawings: [StackedChart(columns: columns) { phrases.number($0) }.drawing],
      legend: names.enumerated().map { (.series($0), $1) } + [(.mark, phrases.plannedLabel)],
      table: Document.Table(
        columns: [Column(label: phrases.weekLabel)]
          + (names + [phrases.totalLabel, phrases.plannedLabel]).map {
            Column(label: $0, alignment: .right)
          },
        rows: figures.weeks.enumerated().map { index, week in
          let figures =
            series.map { $0[index] } + [
              series.map { $0[index] }.reduce(0, +), figures.planned[index],
            ]
          return [Document.Inline(week.monday.iso)] + figures.map { Document.Inline("\($0)") }
        }))
  }

  /// Of few weeks every second has its Monday, the last among them; of many, those in which a month or a quarter begins.
  private func label(_ index: Int, of weeks: [Week]) -> String {
    let week = weeks[index]
    if weeks.count <= 9 {
      return (weeks.count - index) % 2 == 1 ? phrases.shortDay(week.monday) : ""
    }
    guard let begun = week.days.first(where: { $0.civil.day == 1 }) else { return "" }
    let month = Month(begun)
    let isTold = weeks.count <= 20 || month.number % 3 == 1
    return isTold ? phrases.monthName(month) : ""
  }

  func checklists(_ lists: [ReportFigures.Checklist], in days: ClosedRange<Day>) -> Document.Figure
  {
    guard lists.contains(where: { $0.done > 0 }) else {
      return missing(phrases.checklistTitle, phrases.checklistMissing)
    }
    let most = Double(lists.map(\.total).max() ?? 1)
    return Document.Figure(
      title: phrases.checklistTitle, description: phrases.checklistDescription(days),
      reading: phrases.checklistReading,
      drawings: [
        BarsChart(
          rows: lists.map { list in
            BarsChart.Row(
              name: list.title[language], figure: phrases.checklistDone(list),
              parts: [
                (Double(list.done - list.doneNow) / most, .shade(4)),
                (Double(list.doneNow) / most, .shade(2)),
              ], whole: Double(list.total) / most)
          }
        ).drawing
      ],
      table: Document.Table(
        columns: [Column(label: phrases.skill)]
          + [phrases.itemsDoneLabel, phrases.doneNowLabel, phrases.itemsLabel].map {
            Column(label: $0, alignment: .right)
          },
        rows: lists.map { list in
          [list.title[language], "\(list.done)", "\(list.doneNow)", "\(list.total)"].map {
            Document.Inline($0)
          }
        }))
  }

  func calibration(_ score: JudgementScore) -> Document.Figure {
    guard !score.buckets.isEmpty else {
      return missing(phrases.calibrationPart, phrases.calibrationMissing)
    }
    return Document.Figure(
      title: phrases.calibrationPart, description: phrases.calibrationDescription(score),
      reading: phrases.calibrationReading,
      drawings: [CalibrationChart(score: score, phrases: phrases).drawing],
      table: Document.Table(
        columns: [
          phrases.bucketSaid, phrases.bucketCount, phrases.bucketMean, phrases.bucketTrue,
        ].map { Column(label: $0, alignment: .right) },
        rows: score.buckets.map { bucket in
          [
            phrases.bucket(bucket), "\(bucket.count)", phrases.percent(bucket.meanForecast),
            phrases.percent(bucket.frequency),
          ].map { Document.Inline($0) }
        }))
  }

  func claims(_ cards: [ReproductionCard]) -> Document.Figure {
    let standings = cards.flatMap { card in
      card.claims.filter { $0.mean != nil }.map { (name: card.reproduction.title, standing: $0) }
    }
    guard !standings.isEmpty else { return missing(phrases.claimsTitle, phrases.claimsMissing) }
    return Document.Figure(
      title: phrases.claimsTitle, description: phrases.claimsDescription,
      reading: phrases.claimsReading,
      drawings: [
        ClaimChart(
          rows: standings.map { name, standing in
            ClaimChart.Row(
              name: name + " · " + standing.claim.metric,
              figure: phrases.mean(standing) + " / " + phrases.figure(standing.claim.value),
              standing: standing)
          }, percent: { phrases.signedPercent($0) }
        ).drawing
      ],
      table: Document.Table(
        columns: [
          Column(label: phrases.reproductionLabel), Column(label: phrases.metricLabel),
        ]
          + [phrases.claimLabel, phrases.meanLabel, phrases.intervalLabel, phrases.seedsLabel].map {
            Column(label: $0, alignment: .right)
          },
        rows: standings.map { name, standing in
          [
            name, standing.claim.metric, phrases.figure(standing.claim.value),
            phrases.mean(standing),
            standing.interval.map {
              phrases.figure($0.lowerBound) + " – " + phrases.figure($0.upperBound)
            } ?? phrases.none, "\(standing.runs.count)",
          ].map { Document.Inline($0) }
        }), isOnlyDrawn: true)
  }

  /// What experiments were to take, and what they took.
  struct Hours {
    let name: String
    let planned: Double?
    let used: Double?
  }

  func gpuHours(_ experiments: [Hours]) -> Document.Figure {
    let known = experiments.filter { $0.used != nil }
    guard !known.isEmpty else { return missing(phrases.gpuHoursTitle, phrases.gpuHoursMissing) }
    let most = known.flatMap { [$0.planned ?? 0, $0.used ?? 0] }.max() ?? 0
    func share(_ hours: Double) -> Double { most > 0 ? hours / most : 0 }
    func text(_ hours: Double?) -> String {
      hours.map { phrases.figure($0, digits: 3) } ?? phrases.none
    }
    return Document.Figure(
      title: phrases.gpuHoursTitle, description: phrases.gpuHoursDescription,
      reading: phrases.gpuHoursReading,
      drawings: [
        BarsChart(
          rows: known.map { one in
            BarsChart.Row(
              name: one.name, figure: text(one.used) + " / " + text(one.planned),
              parts: [(share(one.used ?? 0), .shade(3))], whole: one.planned.map(share))
          }
        ).drawing
      ],
      table: Document.Table(
        columns: [Column(label: phrases.experimentLabel)]
          + [phrases.plannedLabel, phrases.usedHoursLabel].map {
            Column(label: $0, alignment: .right)
          },
        rows: known.map { one in
          [one.name, text(one.planned), text(one.used)].map { Document.Inline($0) }
        }), isOnlyDrawn: true)
  }

  private func missing(_ title: String, _ what: String) -> Document.Figure {
    Document.Figure(title: title, description: phrases.missing(what))
  }
}
