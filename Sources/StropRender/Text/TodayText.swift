package import StropCore

extension TextRenderer {
  /// `strop today`.
  package func today(_ today: Today) -> String {
    var screen = Screen()
    screen.add(header(today))
    screen.blank()
    guard let first = practiseNext(today).first else {
      screen.add(prose(phrases.emptyFocus, indent: 2))
      screen.add(
        commands([
          (phrases.pickSome, "strop skill focus papers debug"),
          (phrases.seeAll, "strop skill list"),
        ]))
      screen.blank()
      screen.add(labelled(notices(today)))
      return text(screen)
    }
    screen.add(skillTable(today).lines(within: columns))
    screen.blank()
    if let off = today.off {
      screen.add(prose(phrases.nothingAsked(off, today: today.day), indent: 2))
      screen.blank()
      screen.add(labelled(blocks(today.notices)))
      return text(screen)
    }
    screen.add(labelled(daysOff(today) + nextItem(today) + inWork(today) + notices(today)))
    screen.blank()
    if today.skills.contains(where: \.asksToday) {
      screen.add(suggestion(phrases.recordIt, checkInCommands(first.slug)))
    } else {
      screen.add(prose(phrases.nothingOwed(today.skills.map(\.standing)), indent: 2))
      screen.add(suggestion(phrases.moreIfYouLike, checkInCommands(first.slug)))
    }
    return text(screen)
  }

  private func header(_ today: Today) -> [Line] {
    let week = today.day.week
    let rest = " · " + phrases.week(week) + " · " + phrases.daysLeft(week.sunday - today.day + 1)
    let right = Line(
      phrases.practised(today.daysPractised, ofDays: today.daysCounted),
      .quiet)
    let long = Line(phrases.longDay(today.day) + rest)
    let short = Line(phrases.day(today.day) + rest)
    let fits = { (left: Line) in left.width + 2 + right.width <= columns }
    if fits(long) || !fits(short) { return ends(long.width <= columns ? long : short, right) }
    return ends(short, right)
  }

  /// The focus, a row a skill.
  func skillTable(_ today: Today, isNumbered: Bool = false) -> Table {
    let isNarrow = columns < 64
    let (wide, medium) = isNarrow ? (2, 2) : (4, 3)
    return Table(
      columns: [
        Table.Column(alignment: .right),
        Table.Column(minimum: 10, isCutLast: true),
        Table.Column(minimum: 14, drops: 1),
        Table.Column(gap: wide),
        Table.Column(gap: wide),
        Table.Column(gap: medium),
        Table.Column(gap: medium, drops: 2),
      ],
      rows: today.skills.enumerated().map { index, skill in
        let standing = skill.standing
        return [
          Line(isNumbered ? "\(index + 1)" : ""), Line(skill.slug), Line(skill.title[language]),
          dots(standing),
          Line(ratio(done: standing.done, asked: standing.asked)),
          self.standing(standing, practisedToday: skill.lastDay == today.day),
          isNumbered ? "" : Line(phrases.streak(skill.streak), .quiet),
        ]
      })
  }

  /// `●●○`: sessions done, then sessions owed; none where nothing is asked.
  private func dots(_ standing: WeekStanding) -> Line {
    guard !standing.leftOut else { return "" }
    let done = min(standing.done, 7)
    let owed = min(standing.owed, 7 - done)
    return Line(String(repeating: "●", count: done) + String(repeating: "○", count: owed))
  }

  /// `slack 3`, green where it is met, red where it is missed or due.
  func standing(_ standing: WeekStanding, practisedToday: Bool) -> Line {
    let tone: Tone =
      standing.leftOut ? .quiet : standing.owed == 0 ? .good : standing.slack <= 0 ? .bad : .plain
    return Line(phrases.standing(standing, practisedToday: practisedToday), tone)
  }

  /// The skills with what is owed and was not practised today before the others.
  private func practiseNext(_ today: Today) -> [Today.Skill] {
    func isOpen(_ skill: Today.Skill) -> Bool {
      skill.asksToday && (skill.lastDay.map { $0 < today.day } ?? true)
    }
    return today.skills.filter(isOpen) + today.skills.filter { !isOpen($0) }
  }

  /// Which skills have a day off, where not all have.
  private func daysOff(_ today: Today) -> [Labelled] {
    let off = today.skills.compactMap { skill in
      skill.off.map { phrases.dayOff($0, today: today.day, skill: skill.slug) }
    }
    return off.enumerated().map { Labelled($0 == 0 ? phrases.dayOff : "", $1) }
  }

  /// What is in progress, beside what is proposed.
  private func inWork(_ today: Today) -> [Labelled] {
    let shown = proposed(today)?.slug
    let items = today.inWork.filter { $0.slug != shown }
    guard !items.isEmpty else { return [] }
    return [
      Labelled(phrases.inProgress) { columns in
        let width = items.map(\.slug.displayWidth).max() ?? 0
        let lines = items.prefix(TextRenderer.inWorkLimit).map { item in
          (Line(item.slug).padded(to: width + 3) + Line(item.title[language], .quiet))
            .fitted(to: columns)
        }
        let rest = items.count - lines.count
        return rest <= 0
          ? lines : lines + sentence(phrases.more(rest), "strop item list --state doing", columns)
      }
    ]
  }

  private static let inWorkLimit = 4

  private func proposed(_ today: Today) -> NextItem? {
    practiseNext(today).lazy.compactMap(\.nextItem).first
  }

  /// What the most pressing skill goes on with or waits for; where it waits, what another goes on with.
  private func nextItem(_ today: Today) -> [Labelled] {
    let skills = practiseNext(today)
    var blocks: [Labelled] = []
    if let first = skills.first, first.nextItem == nil, let obstacle = first.obstacle {
      blocks.append(waits(first.slug, for: obstacle))
    }
    if let item = proposed(today) { blocks.append(next(item)) }
    return blocks
  }

  private func waits(_ skill: String, for obstacle: ItemObstacle) -> Labelled {
    switch obstacle {
    case .item(let item): return Labelled(phrases.onHold, phrases.waits(skill, forItem: item))
    case .hardware(let hardware):
      let command = "strop config set hardware " + hardware.rawValue
      return Labelled(phrases.onHold) { columns in
        sentence(phrases.waits(skill, forHardware: hardware) + phrases.colon, command, columns)
      }
    }
  }

  /// A sentence that ends in a command, which stands on a line of its own where both do not fit.
  private func sentence(_ text: String, _ command: String, _ columns: Int) -> [Line] {
    (text + command).displayWidth <= columns
      ? [Line(text + command)] : Labelled("", text).lines(columns) + [.command(command)]
  }

  private func next(_ item: NextItem) -> Labelled {
    let title = item.title[language]
    let effort = phrases.effort(hours: item.hours, hardware: item.hardware)
    let doneWhen = phrases.doneWhen(item.doneWhen[language])
    let name = phrases.name(item)
    return Labelled(phrases.label(item)) { columns in
      let whole = name + "   " + title + " · " + effort
      let short = name + " · " + effort
      let heading =
        whole.displayWidth <= columns
        ? [Line(whole)]
        : [Line(short.displayWidth <= columns ? short : name)]
          + Labelled("", title, limit: 2).lines(columns)
      return heading + Labelled("", doneWhen, tone: .quiet, limit: 2).lines(columns)
    }
  }

  /// A retest, and what every command on a terminal tells.
  private func notices(_ today: Today) -> [Labelled] {
    let retest = today.retest.map { [Labelled(phrases.retest, phrases.retest($0))] } ?? []
    return retest + waiting(today.logbooks) + blocks(today.notices)
  }

  private static let waitingLimit = 3

  /// Judgements that fall due, bugs that are open for long, experiments to look after: the first few of each, and the command for all.
  private func waiting(_ logbooks: WaitingLogbooks) -> [Labelled] {
    let due = logbooks.judgements.map { line in
      (line.listed.shortID, phrases.quoted(line.judgement.claim), phrases.forecast(line.judgement))
    }
    let bugs = logbooks.bugs.map { line in
      (line.listed.shortID, line.bug.symptom, phrases.standing(line.bug, now: logbooks.now))
    }
    let experiments = logbooks.experiments.map { card in
      (card.listed.shortID, card.experiment.title, phrases.state(card))
    }
    let look = logbooks.experiments.first.map { "strop experiment show \($0.listed.shortID)" }
    let answer = logbooks.judgements.first.map {
      "strop paper resolve \($0.listed.shortID) yes|no|void"
    }
    return [
      (phrases.fallsDue, due, answer, "strop paper score"),
      (phrases.openBug, bugs, nil, "strop bug list --open"),
      (phrases.experimentLabel, experiments, look, "strop experiment list"),
    ].filter { !$0.1.isEmpty }.map { label, entries, answer, command in
      Labelled(label) { columns in
        let lines = entries.prefix(TextRenderer.waitingLimit).map { id, text, state in
          let rest = columns - id.displayWidth - state.displayWidth - 4
          return Line(id + "  ", .quiet) + Line(text.sanitized.fitted(to: max(8, rest)))
            + Line("  " + state, .quiet)
        }
        let more = entries.count - lines.count
        return lines + (more <= 0 ? [] : sentence(phrases.more(more), command, columns))
          + [answer].compactMap(\.self).map(Line.command)
      }
    }
  }

  /// Reminders that were not acted on, some that never came, a schedule that stands still.
  private func blocks(_ notices: Notices) -> [Labelled] {
    var blocks: [Labelled] = []
    for (index, reminder) in notices.reminders.enumerated() {
      let label = index == 0 ? phrases.reminder : ""
      blocks.append(Labelled(label, phrases.due(reminder, today: notices.day)))
    }
    if let undelivered = notices.undelivered {
      blocks.append(Labelled(phrases.missedLabel, phrases.undelivered(undelivered)))
    }
    if let tick = notices.staleTick {
      blocks.append(Labelled(phrases.schedule, phrases.stale(tick)))
    }
    if let trouble = notices.syncTrouble {
      blocks.append(Labelled(phrases.sync, phrases.failing(trouble)))
    }
    return blocks
  }

  /// What stands below the answer of another command than `today`; empty where there is nothing.
  package func notices(_ notices: Notices) -> String {
    let blocks = blocks(notices)
    guard !blocks.isEmpty else { return "" }
    var screen = Screen()
    screen.blank()
    screen.add(labelled(blocks))
    return text(screen)
  }
}
