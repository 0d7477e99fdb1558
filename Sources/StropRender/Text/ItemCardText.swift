package import StropCore

extension TextRenderer {
  /// How many check-ins a card shows.
  private static let shownCheckIns = 5

  /// `strop item show`: why, done when, what it takes, what comes first, what to read, what was done.
  package func item(_ card: ItemCard) -> String {
    let (listed, item) = (card.listed, card.listed.item)
    var screen = Screen()
    screen.add(prose(item.title[language]))
    var right = phrases.state(listed.state)
    if listed.state == .done { right += phrases.comma + phrases.level(listed.level) }
    screen.add(ends(Line(item.slug, .quiet), Line(right, .quiet)))
    screen.blank()
    screen.add(labelled(task(card)))
    let made = made(listed) + history(card)
    if !made.isEmpty {
      screen.blank()
      screen.add(labelled(made))
    }
    if let works = item.knownToWork {
      screen.blank()
      screen.add(prose(phrases.knownToWork(works[language]), indent: 2, tone: .quiet))
    }
    screen.blank()
    screen.add(commands(nextCommands(listed)))
    return text(screen)
  }

  /// Why something is worth doing, in the essay's words with what they mean, or the user's own; nothing where nobody
  /// said.
  func reasons(_ why: String) -> [Labelled] {
    guard !why.isEmpty else { return [] }
    return [Labelled(phrases.whyLabel, phrases.why(why))]
      + (phrases.translation(ofQuote: why).map { [Labelled("", $0, tone: .quiet)] } ?? [])
  }

  /// What the item asks for.
  private func task(_ card: ItemCard) -> [Labelled] {
    let item = card.listed.item
    var blocks = reasons(card.why)
    blocks.append(Labelled(phrases.doneWhenLabel, item.doneWhen[language]))
    blocks.append(
      Labelled(phrases.effortLabel, phrases.effort(hours: item.hours, hardware: item.hardware)))
    var check = phrases.check(item.check)
    if item.expect != nil { check += phrases.comma + phrases.knownAnswer }
    if item.predictFirst { check += phrases.comma + phrases.predictFirst }
    if item.unaided { check += phrases.comma + phrases.worthMostUnaided }
    blocks.append(Labelled(phrases.checkLabel, check))
    for (index, prerequisite) in card.prerequisites.enumerated() {
      blocks.append(
        Labelled(index == 0 ? phrases.afterLabel : "") { self.prerequisite(prerequisite, $0) })
    }
    for (index, source) in card.sources.enumerated() {
      blocks.append(
        Labelled(index == 0 ? phrases.readLabel : "") { self.source(source, columns: $0) })
    }
    return blocks
  }

  /// `● papers/triage-ten  done`: shown, never enforced.
  private func prerequisite(_ prerequisite: ItemCard.Prerequisite, _ columns: Int) -> [Line] {
    let isDone = prerequisite.state == .done
    let head =
      Line(mark(prerequisite.state) + " ", isDone ? .good : .plain)
      + Line(prerequisite.slug)
    let state = Line("  " + phrases.state(prerequisite.state), .quiet)
    guard head.width + state.width <= columns else { return [head, state] }
    let room = columns - head.width - state.width - 2
    guard let title = prerequisite.title?[language].sanitized, room >= title.displayWidth else {
      return [head + state]
    }
    return [head + "  " + Line(title, .quiet) + state]
  }

  /// What to open: a link where the terminal has them, else the address, which is never broken.
  private func source(_ source: ItemCard.Source, columns: Int) -> [Line] {
    guard let reference = Reference(source.reference) else {
      return source.reference.sanitized.wrapped(to: columns).map { Line($0) }
    }
    guard links else {
      let title = source.title?.sanitized.wrapped(to: columns) ?? []
      return title.map { Line($0) } + [Line.command(reference.url)]
    }
    let name = [phrases.name(reference), source.title].compactMap(\.self).joined(separator: "  ")
    return name.sanitized.wrapped(to: columns).map { Line($0, url: reference.url) }
  }

  /// What the user made of it.
  private func made(_ listed: ListedItem) -> [Labelled] {
    guard let progress = listed.progress else { return [] }
    var blocks: [Labelled] = []
    if let prediction = progress.prediction {
      blocks.append(
        Labelled(phrases.predictionLabel, phrases.prediction(prediction, of: listed.state)))
    } else if listed.item.predictFirst, listed.state == .done {
      blocks.append(Labelled(phrases.predictionLabel, phrases.noPrediction, tone: .bad))
    }
    if listed.state == .doing, let started = progress.started {
      blocks.append(Labelled(phrases.startedLabel, phrases.longDay(started.day)))
    }
    if listed.state == .done, let finished = progress.finished {
      let unaided = progress.unaided == true ? phrases.comma + phrases.unaided : ""
      blocks.append(Labelled(phrases.finishedLabel, phrases.longDay(finished.day) + unaided))
    }
    if let value = progress.value {
      let verdict = progress.match.map { phrases.comma + phrases.answer(isKnown: $0) } ?? ""
      blocks.append(Labelled(phrases.valueLabel, value + verdict))
    }
    for (index, evidence) in listed.evidence.enumerated() {
      blocks.append(
        Labelled(
          index == 0 ? phrases.evidenceLabel : "",
          evidence.kind.rawValue + " " + evidence.value + phrases.comma
            + phrases.level(evidence.level)))
    }
    return blocks
  }

  private func history(_ card: ItemCard) -> [Labelled] {
    guard !card.checkIns.isEmpty else { return [] }
    let item = card.listed.item
    let total = Labelled(
      phrases.historyLabel,
      phrases.spent(checkIns: card.checkIns.count, minutes: card.minutes, of: item.hours))
    let shown = card.checkIns.suffix(TextRenderer.shownCheckIns)
    return [total]
      + shown.map { logged in
        let checkIn = logged.checkIn
        let day = Line(phrases.shortDay(checkIn.moment.day, today: card.today), .quiet)
        let minutes = Line(checkIn.minutes.map { "  " + phrases.minutes($0) } ?? "", .quiet)
        let note = Line(checkIn.note.map { "  " + phrases.quoted($0) } ?? "")
        return Labelled("") { [(day + minutes + note).fitted(to: $0)] }
      }
  }

  private func nextCommands(_ listed: ListedItem) -> [(label: String, command: String)] {
    let slug = listed.item.slug.sanitized
    let finish =
      listed.item.isCheckedByRunning
      ? (phrases.checkIt, checkCommand(listed.item))
      : (phrases.finishIt, "strop item done " + slug + " -e …")
    switch listed.state {
    case .todo: return [(phrases.startIt, "strop item start " + slug), finish]
    case .doing: return [(phrases.recordIt, "strop checkin -i " + slug + " -m 30"), finish]
    case .done: return [(phrases.reopenIt, "strop item reopen " + slug)]
    case .dropped: return [(phrases.reopenIt, "strop item reopen " + slug)]
    }
  }
}
