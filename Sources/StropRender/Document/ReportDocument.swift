import StropCore

extension Document {
  /// `noteBytes`: how much room all notes have; the newest are taken. Nil for all of them.
  init(_ report: Report, _ language: Language, noteBytes: Int? = nil) {
    let pages = ReportPages(report: report, language: language, noteBytes: noteBytes)
    self.init(language: language, title: pages.title, blocks: pages.blocks)
  }
}

/// The parts of a report, in the order in which they are read: what was learnt, then how much was done.
struct ReportPages {
  let report: Report
  let phrases: PhraseBook
  /// Nil for all of them.
  let noteBytes: Int?

  init(report: Report, language: Language, noteBytes: Int?) {
    self.report = report
    self.noteBytes = noteBytes
    phrases = PhraseBook(language: language, today: report.days.upperBound)
  }

  var language: Language { phrases.language }

  /// Notes of a skill that a page shows at once, the newest.
  private static let notesShown = 12

  var title: String {
    [phrases.nameHeading(report.period), phrases.range(report.days)].compactMap(\.self)
      .joined(separator: " · ")
  }

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = [
      .heading(title, level: 1), .paragraph(Document.Inline(phrases.state(report))),
      .paragraph(Document.Inline(phrases.verdict(report))),
    ]
    if let against = report.against {
      let compared = phrases.compared(against)
      blocks.append(.paragraph(Document.Inline(compared.capitalizedFirst)))
    }
    return blocks + notes + numbers + finished + logbooks + next
  }

  private var notes: [Document.Block] {
    let told = notesTold
    let bySkill = Dictionary(grouping: told, by: \.skill)
    let noted = report.skills.filter { bySkill[$0.slug] != nil }
    guard !noted.isEmpty else { return [] }
    return [.heading(phrases.learntPart, level: 2)]
      + noted.flatMap { skill -> [Document.Block] in
        let notes = bySkill[skill.slug] ?? []
        return [
          .heading(name(skill), level: 3),
          .facts(notes.map(fact), folded: max(0, notes.count - Self.notesShown)),
        ]
      } + moreNotes(report.notes.count - told.count)
  }

  /// In the order of the report.
  private var notesTold: ArraySlice<Report.Note> {
    guard var room = noteBytes else { return report.notes[...] }
    return report.notes.reversed().prefix { note in
      // With what stands around it.
      room -= note.text.utf8.count + 100
      return room >= 0
    }.reversed()[...]
  }

  private func moreNotes(_ count: Int) -> [Document.Block] {
    guard count > 0 else { return [] }
    let (first, last) = (report.days.lowerBound.iso, report.days.upperBound.iso)
    let text = phrases.moreNotes(count) + phrases.gap + "strop log --since \(first) --until \(last)"
    return [.paragraph(Document.Inline(text))]
  }

  private func fact(_ note: Report.Note) -> Document.Fact {
    let label = phrases.summary([phrases.day(note.day), note.minutes.map(phrases.minutes)])
    return Document.Fact(label: label, lines: paragraphs(note.text))
  }

  private func name(_ skill: Report.SkillLine) -> String {
    skill.title[language] + " (\(skill.slug))"
  }

  private var numbers: [Document.Block] {
    [.heading(phrases.numbersPart, level: 2), .table(totals)]
      + (report.skills.isEmpty ? [] : [.table(skills)]) + charts
  }

  private var charts: [Document.Block] {
    guard let drawn = report.figures else { return [] }
    let figures = Figures(phrases: phrases)
    return [
      .figures([figures.calendar(report.calendar, drawn.practised)]),
      .figures([
        figures.minutes(drawn), figures.checklists(drawn.checklists, in: report.days),
        figures.calibration(drawn.calibration), figures.claims(report.logbooks.reproductions),
        figures.gpuHours(
          report.logbooks.experiments.map {
            Figures.Hours(name: $0.name, planned: $0.plannedGPUHours, used: $0.gpuHours)
          }),
      ]),
    ]
  }

  private var totals: Document.Table {
    let (average, then) = (report.average, report.against?.totals ?? report.previous)
    // Who compares with certain days wants these.
    let hasMean = average.isWorthSaying && report.against == nil
    func row(_ label: String, _ figure: (Report.Totals) -> Int, _ mean: Double) -> [Document.Inline]
    {
      ([label, "\(figure(report.totals))", "\(figure(then))"]
        + (hasMean ? [phrases.decimal(mean)] : [])).map { Document.Inline($0) }
    }
    let labels =
      [
        phrases.thisRange(report),
        report.against.map(phrases.shortName) ?? phrases.previousRange(report),
      ] + (hasMean ? [phrases.mean(report)] : [])
    return Document.Table(
      columns: [Document.Table.Column(label: phrases.figureLabel)]
        + labels.map {
          Document.Table.Column(label: $0.capitalizedFirst, alignment: .right)
        },
      rows: [
        row(phrases.daysActive, \.activeDays, average.activeDays),
        row(phrases.sessions, \.sessions, average.sessions),
        row(phrases.minutes, \.minutes, average.minutes),
        row(phrases.itemsFinished, \.itemsDone, average.itemsDone),
      ])
  }

  private var skills: Document.Table {
    typealias Column = Document.Table.Column
    let compared = report.against.map { against in
      [
        Column(label: phrases.sessions + phrases.comma + phrases.shortName(against)),
        Column(label: phrases.minutes + phrases.comma + phrases.shortName(against)),
      ]
    }
    let columns =
      [Column(label: phrases.sessions), Column(label: phrases.minutes)] + (compared ?? [])
    return Document.Table(
      columns: [Column(label: phrases.skill)]
        + columns.map { Column(label: $0.label.capitalizedFirst, alignment: .right) }
        + [Column(label: phrases.streakLabel.capitalizedFirst), Column(label: phrases.evidence)],
      rows: report.skills.map { skill in
        let then = report.against?.practice(of: skill.slug)
        let cells =
          [
            name(skill), phrases.sessions(skill) + (skill.met == true ? " ✓" : ""),
            "\(skill.minutes)",
          ] + (then.map { ["\($0.done)", "\($0.minutes)"] } ?? []) + [
            phrases.past(skill, report, isShort: false),
            phrases.list(phrases.backings(skill.evidence)),
          ]
        return cells.map { Document.Inline($0) }
      })
  }

  private var finished: [Document.Block] {
    guard !report.finishedItems.isEmpty else { return [] }
    return [
      .heading(phrases.finished.capitalizedFirst, level: 2),
      .table(
        Document.Table(
          columns: [phrases.item, phrases.level, phrases.evidence].map {
            Document.Table.Column(label: $0)
          },
          rows: report.finishedItems.map { item in
            [
              item.title[language] + " (\(item.slug))", phrases.level(item.level),
              phrases.proof(item),
            ].map { Document.Inline($0) }
          })),
    ]
  }

  private var logbooks: [Document.Block] {
    guard !report.logbooks.isEmpty else { return [] }
    return [
      .heading(phrases.logbooks.capitalizedFirst, level: 2),
      .facts(
        phrases.summaries(of: report.logbooks).map {
          Document.Fact(label: $0.label, lines: [Document.Inline($0.text)])
        }),
    ]
  }

  private var next: [Document.Block] {
    guard !report.next.isEmpty else { return [] }
    return [
      .heading(phrases.nextSteps(report).capitalizedFirst, level: 2),
      .steps(
        report.next.map { item in
          let effort = phrases.effort(hours: item.hours, hardware: item.hardware)
          return Document.Inline("\(item.title[language]) (\(phrases.name(item))) · \(effort)")
        }),
    ]
  }
}

/// A text of the user's, each of its lines a paragraph.
func paragraphs(_ text: String) -> [Document.Inline] {
  let lines = text.split(whereSeparator: \.isNewline).map { Document.Inline(String($0)) }
  return lines.isEmpty ? [""] : lines
}

extension String {
  /// With a capital letter, as a heading begins.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
