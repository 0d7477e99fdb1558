package import StropCore

extension TextRenderer {
  /// `strop report`.
  package func report(_ report: Report) -> String {
    var screen = Screen()
    screen.add(heading(report))
    screen.blank()
    screen.add(prose(verdict(report)))
    if let against = report.against { screen.add(prose(phrases.compared(against), tone: .quiet)) }
    screen.blank()
    screen.add(totals(report).lines(within: columns))
    if !report.skills.isEmpty {
      screen.blank()
      screen.add(skillLines(report).lines(within: columns))
    }
    let calendar = calendar(report.calendar)
    if !calendar.isEmpty {
      screen.blank()
      screen.add(calendar)
    }
    let levels = report.skills.map(\.evidence).reduce(LevelCounts(), +)
    if levels.total > 0 {
      screen.blank()
      screen.add(prose(phrases.backing(levels), indent: 2, tone: .quiet))
    }
    if !report.notes.isEmpty {
      screen.blank()
      screen.add("  " + Line(phrases.notes))
      screen.add(notes(report))
    }
    if !report.finishedItems.isEmpty {
      screen.blank()
      screen.add("  " + Line(phrases.finished))
      screen.add(finishedItems(report).lines(within: columns))
    }
    if !report.logbooks.isEmpty {
      screen.blank()
      screen.add("  " + Line(phrases.logbooks))
      screen.add(
        labelled(
          phrases.summaries(of: report.logbooks).map { Labelled($0.label, $0.text) },
          indent: 4))
    }
    if !report.next.isEmpty {
      screen.blank()
      screen.add("  " + Line(phrases.nextSteps(report)))
      screen.add(next(report).lines(within: columns))
    }
    return text(screen)
  }

  /// `strop report --out`; `path`: as shown.
  package func reportWritten(_ report: Report, to path: String) -> String {
    var screen = Screen()
    screen.add(prose(phrases.written(report, to: path)))
    return text(screen)
  }

  private func heading(_ report: Report) -> [Line] {
    let parts = phrases.heading(report)
    let whole = parts.joined(separator: " · ")
    if whole.displayWidth <= columns { return [Line(whole)] }
    // The week with its range, then the rest.
    let named = phrases.name(report.period) == nil ? 1 : 2
    let dates = parts.prefix(named).joined(separator: " · ")
    let rest = parts.dropFirst(named).joined(separator: " · ")
    return prose(dates) + prose(rest)
  }

  /// A sentence or two: who met the plan, who slipped or has still to be practised.
  func verdict(_ report: Report) -> String { phrases.verdict(report).sanitized }

  private func totals(_ report: Report) -> Table {
    let number = Table.Column(alignment: .right, gap: 4)
    func length(_ period: Period) -> String {
      " / \(period.days.upperBound - period.days.lowerBound + 1)"
    }
    let compared = report.against?.period ?? report.period.earlier(by: 1)
    let average = report.average
    // Who compares with certain days wants these.
    let hasMean = average.isWorthSaying && report.against == nil
    func row(_ label: String, _ figure: (Report.Totals) -> Int, _ mean: String) -> [Line] {
      let isDays = label == phrases.daysActive
      let then = report.against?.totals ?? report.previous
      return [
        Line(label), Line("\(figure(report.totals))" + (isDays ? length(report.period) : "")),
        Line("\(figure(then))" + (isDays ? length(compared) : "")),
        Line(hasMean ? mean : "", .quiet),
      ]
    }
    var rows = [
      [
        "", phrases.thisRange(report),
        report.against.map(phrases.shortName) ?? phrases.previousRange(report),
        hasMean ? phrases.mean(report) : "",
      ].map { Line($0, .quiet) },
      row(phrases.daysActive, \.activeDays, phrases.decimal(average.activeDays)),
      row(phrases.sessions, \.sessions, phrases.decimal(average.sessions)),
      row(phrases.minutes, \.minutes, "\(Int(average.minutes.rounded()))  "),
    ]
    if report.totals.itemsDone + report.previous.itemsDone + (report.against?.totals.itemsDone ?? 0)
      > 0 || average.itemsDone > 0
    {
      rows.append(
        row(phrases.itemsFinished, \.itemsDone, phrases.decimal(average.itemsDone)))
    }
    return Table(
      columns: [
        Table.Column(), number, Table.Column(alignment: .right, gap: 4, drops: 2),
        Table.Column(alignment: .right, gap: 4, drops: 1),
      ],
      rows: rows)
  }

  private func skillLines(_ report: Report) -> Table {
    let most = report.skills.flatMap(\.weeks).max() ?? 0
    return Table(
      columns: [
        Table.Column(minimum: 10, isCutLast: true), Table.Column(drops: 1), Table.Column(),
        Table.Column(alignment: .right, gap: 3, drops: 4), Table.Column(gap: 3, drops: 2),
        Table.Column(gap: 3, drops: 3),
      ],
      rows: report.skills.map { skill in
        let tone: Tone =
          skill.met == true ? .good : skill.met == false && report.judged.areOver ? .bad : .plain
        return [
          Line(skill.slug), Line(bar(done: skill.doneInWeeks, asked: skill.asked), tone),
          Line(skill.isLeftOut ? "" : phrases.sessions(skill), tone),
          Line(phrases.minutes(skill.minutes)), Line(sparkline(skill.weeks, most: most), .quiet),
          past(skill, report),
        ]
      })
  }

  private func past(_ skill: Report.SkillLine, _ report: Report) -> Line {
    if let against = report.against {
      return Line(phrases.practisedThen(against.practice(of: skill.slug)), .quiet)
    }
    let text = phrases.past(skill, report, isShort: columns < 76)
    return Line(text, !skill.isLeftOut && skill.streak > 0 ? .plain : .quiet)
  }

  /// Ten characters for done of asked; none where nothing is asked.
  private func bar(done: Int, asked: Int) -> String {
    guard asked > 0 else { return "" }
    let full = done >= asked ? 10 : max(done > 0 ? 1 : 0, done * 10 / asked)
    return String(repeating: glyphs.full, count: full)
      + String(repeating: glyphs.empty, count: 10 - full)
  }

  /// One block a week, as high as its part of `most`; the lowest for none at all.
  private func sparkline(_ weeks: [Int], most: Int) -> String {
    let blocks = glyphs.heights
    return String(
      weeks.map { minutes in
        guard minutes > 0, most > 0 else { return blocks[0] }
        let part = Double(minutes) / Double(most)
        return blocks[min(7, max(1, Int((part * 7).rounded())))]
      })
  }

  private static let notesOfSkill = 3

  /// The newest few of each skill, and how to see the others.
  private func notes(_ report: Report) -> [Line] {
    let bySkill = Dictionary(grouping: report.notes, by: \.skill)
    let skills = report.skills.map(\.slug).filter { bySkill[$0] != nil }
    let rows = skills.flatMap { skill in
      (bySkill[skill] ?? []).reversed().prefix(Self.notesOfSkill).enumerated().map { index, note in
        [
          Line(index == 0 ? skill : ""), Line(phrases.shortDay(note.day), .quiet),
          // No more of it than can be shown is measured.
          Line(String(note.text.prefix(columns))),
        ]
      }
    }
    let table = Table(
      indent: 4,
      columns: [
        Table.Column(minimum: 10, isCutLast: true), Table.Column(), Table.Column(minimum: 12),
      ],
      rows: rows)
    let rest = report.notes.count - rows.count
    guard rest > 0 else { return table.lines(within: columns) }
    let days = "--since \(report.days.lowerBound.iso) --until \(report.days.upperBound.iso)"
    return table.lines(within: columns)
      + suggestion(phrases.moreNotes(rest), ["strop log " + days], indent: 4)
  }

  private func finishedItems(_ report: Report) -> Table {
    Table(
      indent: 4,
      columns: [
        Table.Column(minimum: 20, isCutLast: true), Table.Column(gap: 3),
        Table.Column(gap: 3, minimum: 8, drops: 1),
      ],
      rows: report.finishedItems.map { item in
        let evidence = phrases.proof(item)
        return [
          Line(item.slug),
          Line(phrases.level(item.level), item.level == .verified ? .good : .quiet),
          Line(evidence, .quiet),
        ]
      })
  }

  private func next(_ report: Report) -> Table {
    Table(
      indent: 4,
      columns: [
        Table.Column(), Table.Column(minimum: 20, isCutLast: true),
        Table.Column(gap: 3, drops: 1),
      ],
      rows: report.next.enumerated().map { index, item in
        [
          Line("\(index + 1)"), Line(phrases.name(item)),
          Line(phrases.effort(hours: item.hours, hardware: item.hardware), .quiet),
        ]
      })
  }
}

// What the text and the Markdown report share.
extension PhraseBook {
  /// Week, dates, zone, and how much is to come.
  func heading(_ report: Report) -> [String] {
    [nameHeading(report.period), range(report.days), state(report)].compactMap(\.self)
  }

  /// The zone, and how much is to come.
  func state(_ report: Report) -> String {
    [report.zone, report.finished ? nil : soFar(daysLeft: report.daysLeft)].compactMap(\.self)
      .joined(separator: " · ")
  }

  func verdict(_ report: Report) -> String {
    let planned = report.skills.filter { $0.met != nil }
    guard !planned.isEmpty else {
      return report.skills.allSatisfy(\.isLeftOut) ? nothingAsked : noWholeWeek
    }
    let owing = planned.filter { $0.met == false }
    let met = planned.count - owing.count
    let parts = [
      report.judged.areOver
        ? onTarget(met, of: planned.count) : onTargetSoFar(met, of: planned.count),
      report.judged.count > 1 ? owingWeeks(owing, report) : owingSessions(owing, report),
      report.week == nil ? judgedWeeks(report.judged.count) : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: say(" ", ""))
  }

  /// What is lacking of the one week that is judged; empty where nothing is.
  private func owingSessions(_ owing: [Report.SkillLine], _ report: Report) -> String {
    guard !owing.isEmpty else { return "" }
    guard report.judged.areOver else {
      return stillToDo(owing.map { ($0.slug, $0.doneInWeeks, $0.asked) })
    }
    return slipped(
      owing.map {
        "\($0.slug) \($0.doneInWeeks)/\($0.asked)"
          + (report.week == nil ? "" : inARow($0.missedWeeks))
      })
  }

  /// What is lacking of several weeks: what was missed in one is not made up for in another. Empty where
  /// nothing is.
  private func owingWeeks(_ owing: [Report.SkillLine], _ report: Report) -> String {
    let missed = owing.filter { $0.weeksMet < $0.weeksSettled }
    let told = missed.map { $0.slug + " " + weeksMet($0.weeksMet, of: $0.weeksSettled) }
    let still = owing.filter { $0.weeksMet == $0.weeksSettled }.compactMap { skill in
      skill.openWeek.map { (skill.slug, $0.done, $0.asked) }
    }
    return [
      told.isEmpty ? "" : report.judged.areOver ? slipped(told) : behind(told),
      still.isEmpty ? "" : stillToDoThisWeek(still),
    ].filter { !$0.isEmpty }.joined(separator: say(" ", ""))
  }

  /// Sessions of those asked for, and those that no whole week judges.
  func sessions(_ skill: Report.SkillLine) -> String {
    let rest = skill.done - skill.doneInWeeks
    guard skill.asked > 0 else { return "\(skill.done)" }
    return "\(skill.doneInWeeks)/\(skill.asked)" + (rest > 0 ? " +\(rest)" : "")
  }

  /// How long the skill has met its plan, or when it was last practised; how often without a plan.
  func past(_ skill: Report.SkillLine, _ report: Report, isShort: Bool) -> String {
    if skill.isLeftOut, skill.done > 0 { return notPlanned(skill.done, isShort: isShort) }
    if skill.streak > 0 { return streak(skill.streak) }
    if let last = skill.lastDay { return lastOn(shortDay(last, today: report.days.upperBound)) }
    return skill.isLeftOut ? notPlanned : neverPractised
  }

  /// What backs a finished item: its value, its evidence.
  func proof(_ item: Report.FinishedItem) -> String {
    let value = item.value.map { item.level == .verified ? knownAnswer($0) : $0 }
    return sequence([value].compactMap(\.self) + item.evidence)
  }
}
