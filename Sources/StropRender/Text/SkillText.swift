package import StropCore

extension TextRenderer {
  /// `strop skill list`, and what `focus` and `shelve` leave behind.
  package func skills(_ list: SkillList) -> String {
    var screen = Screen()
    let states: [SkillState] =
      list.changed.isEmpty && !list.isOfFocus ? [.focus, .shelved, .archived] : [.focus]
    if !list.changed.isEmpty { screen.add(changes(list)) }
    let groups = states.map { state in list.skills.filter { $0.state == state } }
    let table = skillTable(groups.flatMap(\.self))
    var rows = table.lines(within: columns)[...]
    for (state, group) in zip(states, groups) where !group.isEmpty {
      screen.blank()
      let heading = Line(phrases.state(state), .quiet)
      let hours = phrases.hoursAWeek(list.focusHours)
      screen.add(state == .focus ? ends(heading, Line(hours, .quiet)) : [heading])
      screen.add(Array(rows.prefix(group.count)))
      rows = rows.dropFirst(group.count)
    }
    screen.blank()
    if list.focus.isEmpty {
      screen.add(prose(phrases.emptyFocus))
      screen.add(.spaces(2) + .command("strop skill focus papers debug"))
    } else if list.focusHours > SkillList.saneHours {
      screen.add(prose(phrases.tooMuch(list.focusHours, sane: SkillList.saneHours), tone: .bad))
    }
    for listed in list.silencedReminders {
      screen.add(
        prose(phrases.fallsSilent(listed.shortID, phrases.summary(listed.reminder)).sanitized))
    }
    return text(screen)
  }

  /// `strop skill remove`.
  package func skillRemoved(_ removed: RemovedSkill) -> String {
    var screen = Screen()
    screen.add(
      prose(
        phrases.taken + phrases.colon + removed.skill.slug
          + phrases.with(items: removed.items, reminders: removed.reminders)))
    screen.add(suggestion(phrases.bringBack, ["strop undo"], indent: 0))
    return text(screen)
  }

  /// `strop skill add`.
  package func skillAdded(_ list: SkillList) -> String {
    var screen = Screen()
    for summary in list.skills where list.changed.contains(summary.skill.slug) {
      let slug = summary.skill.slug.sanitized
      screen.add(
        ends(
          Line(phrases.added + phrases.colon + slug + "  ")
            + Line(summary.skill.title[language]),
          Line(phrases.plan(summary.plan), .quiet)))
      screen.add(
        commands(
          [
            (phrases.addItem, "strop item add \(slug)/… \"…\" --done-when \"…\""),
            (phrases.focusOnIt, "strop skill focus \(slug)"),
          ], indent: 0))
    }
    return text(screen)
  }

  private func changes(_ list: SkillList) -> [Line] {
    func slugs(_ state: SkillState) -> [String] {
      list.skills.filter { $0.state == state && list.changed.contains($0.skill.slug) }
        .map(\.skill.slug)
    }
    var lines: [Line] = []
    if !slugs(.focus).isEmpty { lines += prose(phrases.inFocusNow(slugs(.focus))) }
    if !slugs(.shelved).isEmpty { lines += prose(phrases.shelvedNow(slugs(.shelved))) }
    if !slugs(.archived).isEmpty { lines += prose(phrases.archivedNow(slugs(.archived))) }
    return lines
  }

  private func skillTable(_ skills: [SkillSummary]) -> Table {
    Table(
      columns: [
        Table.Column(minimum: 10, isCutLast: true), Table.Column(minimum: 14, drops: 1),
        Table.Column(gap: 3),
        Table.Column(alignment: .right, gap: 3, drops: 2),
      ],
      rows: skills.map { summary in
        [
          Line(summary.skill.slug), Line(summary.skill.title[language]),
          Line(phrases.plan(summary.plan), summary.state == .focus ? .plain : .quiet),
          Line("\(summary.itemsDone)/\(summary.itemsTotal)", .quiet),
        ]
      })
  }

  /// `strop skill show`: the skill, how each number was reached, its checklist.
  package func skill(_ card: SkillCard) -> String {
    let summary = card.summary
    var screen = Screen()
    let title = Line(summary.skill.slug) + " · " + Line(summary.skill.title[language])
    screen.add(ends(title, Line(phrases.state(summary.state), .quiet)))
    screen.blank()
    screen.add(labelled(figures(card)))
    if !card.items.isEmpty {
      screen.blank()
      screen.add("  " + Line(phrases.itemsDone(summary.itemsDone, of: summary.itemsTotal), .quiet))
      screen.add(itemTable(card.items).lines(within: columns))
    }
    screen.blank()
    if let next = card.next {
      screen.add(
        labelled([
          Labelled(
            phrases.label(next),
            phrases.name(next) + "  " + phrases.effort(hours: next.hours, hardware: next.hardware))
        ]))
    }
    switch summary.state {
    case .focus: screen.add(suggestion(phrases.recordIt, checkInCommands(summary.skill.slug)))
    case .shelved, .archived:
      screen.add(
        suggestion(phrases.focusOnIt, ["strop skill focus " + summary.skill.slug.sanitized]))
    }
    return text(screen)
  }

  private func figures(_ card: SkillCard) -> [Labelled] {
    let plan = card.summary.plan
    let standing = card.standing
    var blocks: [Labelled] = []
    let why = card.summary.skill.why
    blocks += reasons(why)
    blocks.append(Labelled(phrases.planLabel, phrases.plan(plan)))
    blocks.append(Labelled(phrases.week(card.week), self.reading(card)))
    blocks.append(
      Labelled(
        phrases.askedLabel,
        phrases.askedBecause(standing, plan: plan, skippedDays: card.skipped.count),
        tone: .quiet))
    blocks.append(
      Labelled(
        phrases.doneLabel,
        phrases.doneOn(
          standing.done,
          days: card.practised.map(phrases.day),
          minutes: card.minutes),
        tone: .quiet))
    if !standing.leftOut {
      blocks.append(Labelled(phrases.owedLabel, phrases.owedBecause(standing), tone: .quiet))
      blocks.append(Labelled(phrases.slackLabel, phrases.slackBecause(standing), tone: .quiet))
    }
    blocks.append(
      Labelled(phrases.streakLabel, phrases.streakBecause(card.streak), tone: .quiet))
    if !card.recent.isEmpty {
      let weeks = card.recent.map { recent in
        let ratio = ratio(done: recent.standing.done, asked: recent.standing.asked)
        return "\(recent.week.number) " + (ratio.isEmpty ? phrases.none : ratio)
      }
      blocks.append(
        Labelled(phrases.weeksLabel, weeks.joined(separator: " · "), tone: .quiet))
    }
    let last = card.lastDay.map {
      phrases.lastPractised(phrases.shortDay($0, today: card.today), daysAgo: card.today - $0)
    }
    blocks.append(Labelled(phrases.lastLabel, last ?? phrases.neverPractised, tone: .quiet))
    let skill = card.summary.skill
    blocks.append(
      Labelled(
        phrases.retest, phrases.retestEvery(skill.retest, reason: skill.reason[language]),
        tone: .quiet))
    return blocks
  }

  /// `2/3, slack 3`.
  private func reading(_ card: SkillCard) -> (Int) -> [Line] {
    let standing = card.standing
    let line: Line =
      standing.leftOut
      ? Line(card.summary.plan.focus ? phrases.notAsked : phrases.outsideFocus, .quiet)
      : Line("\(standing.done)/\(standing.asked)" + phrases.comma)
        + self.standing(standing, practisedToday: card.practised.contains(card.today))
    return { _ in [line] }
  }
}

extension TextRenderer.Labelled {
  fileprivate init(_ label: String, _ lines: @escaping (_ columns: Int) -> [Line]) {
    self.init(label, lines: lines)
  }
}
