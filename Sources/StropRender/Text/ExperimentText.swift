package import StropCore

extension TextRenderer {
  /// `strop experiment list`: those that go on last, where the eye is.
  package func experiments(_ cards: [ExperimentCard]) -> String {
    var screen = Screen()
    guard let last = cards.last else {
      screen.add(prose(phrases.noExperiments))
      screen.add(
        suggestion(
          phrases.planOne,
          [
            "strop experiment plan beta --skill dpo --hypothesis \"…\" --predict \"…\"",
            "strop experiment plan --help",
          ], indent: 0))
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(minimum: 12, isCutLast: true), Table.Column(minimum: 16, drops: 2),
        Table.Column(drops: 1), Table.Column(drops: 3), Table.Column(),
      ],
      rows: cards.map { card in
        [
          Line(card.experiment.title), Line(card.experiment.hypothesis, .quiet),
          Line(card.experiment.skill, .quiet), Line(phrases.runs(card.runs.count), .quiet),
          state(card),
        ]
      })
    screen.add(table.lines(within: columns))
    screen.blank()
    screen.add(suggestion(phrases.seeExperiment, ["strop experiment show " + typedName(last)]))
    return text(screen)
  }

  /// `strop experiment show`: what was asked and expected, what was run, what came out.
  package func experiment(_ card: ExperimentCard) -> String {
    var screen = Screen()
    let experiment = card.experiment
    screen.add(ends(Line(experiment.title), state(card)))
    screen.add(
      "  "
        + Line(
          [card.listed.shortID, experiment.skill, phrases.standing(experiment)]
            .joined(separator: " · "), .quiet))
    screen.blank()
    screen.add(labelled(plan(card)))
    if !card.runs.isEmpty { screen.blank() }
    screen.add(
      trail(
        card.zone, card.today,
        card.runs.map { run in
          (run.run.started.at, { self.lines(run, card, within: $0) })
        }))
    if let last = card.runs.last, let tail = last.run.tail {
      screen.blank()
      screen.add(
        tail.split(separator: "\n", omittingEmptySubsequences: false).map {
          "  │ " + Line(String($0).sanitized.fitted(to: columns - 4), .quiet)
        })
    }
    if experiment.ending == nil {
      screen.blank()
      screen.add(next(card, indent: 2))
    }
    return text(screen)
  }

  /// What a command made of an experiment.
  package func experiment(_ recorded: Recorded<ExperimentCard>) -> String {
    let card = recorded.shown
    var screen = Screen()
    screen.add(ends(Line(card.experiment.title), state(card)))
    screen.add(labelled(plan(card)))
    var after = Screen()
    after.add(
      card.experiment.ending == nil
        ? next(card, indent: 0)
        : suggestion(
          phrases.seeExperiment, ["strop experiment show " + typedName(card)], indent: 0))
    return text(screen) + practice(recorded.practice) + text(after)
  }

  /// The one line that a run adds below what its command printed.
  package func runRecorded(_ run: WatchedRun) -> String {
    var screen = Screen()
    screen.add(prose("strop: " + phrases.runRecorded(run), tone: .quiet))
    return text(screen)
  }

  /// A warning of a run that wrote no metrics.
  package func noMetrics(_ path: String) -> String {
    var screen = Screen()
    screen.add(prose("strop: " + phrases.noMetrics(path)))
    return text(screen)
  }

  private func state(_ card: ExperimentCard) -> Line {
    let needsCare = card.lostRun != nil || card.isPastBudget
    let tone: Tone = card.experiment.ending != nil ? .good : needsCare ? .bad : .plain
    return Line(phrases.state(card), tone)
  }

  private func plan(_ card: ExperimentCard) -> [Labelled] {
    let experiment = card.experiment
    var blocks = [Labelled(phrases.hypothesisLabel, experiment.hypothesis)]
    if let prediction = experiment.prediction {
      blocks.append(Labelled(phrases.predictionLabel, prediction.text))
      if card.predictedBeforeRun == false {
        blocks.append(Labelled("", phrases.predictedLate, tone: .quiet))
      }
    } else {
      blocks.append(Labelled(phrases.predictionLabel, phrases.predictionMissing, tone: .quiet))
    }
    if let stop = experiment.stop { blocks.append(Labelled(phrases.stopLabel, stop)) }
    if let budget = phrases.budget(experiment) {
      blocks.append(Labelled(phrases.budgetLabel, budget))
    }
    if !card.runs.isEmpty {
      blocks.append(
        Labelled(phrases.usedLabel, phrases.used(card), tone: card.isPastBudget ? .bad : .plain))
    }
    if let note = card.conclusion?.note {
      blocks.append(Labelled(phrases.outcomeLabel, note))
    }
    return blocks
  }

  private func lines(_ watched: WatchedRun, _ card: ExperimentCard, within columns: Int) -> [Line] {
    let run = watched.run
    let isBad = watched.state == .lost || (run.end?.exit ?? 0) != 0
    let length = watched.hours(at: card.now).map { phrases.seconds($0 * 3_600) }
    let head =
      Line(watched.listed.shortID + "  ", .quiet)
      + Line(phrases.outcome(watched), isBad ? .bad : .plain)
      + Line(length.map { "  " + $0 } ?? "")
    var lines = [head.fitted(to: columns)]
    let facts = [
      run.gpus.map { phrases.gpus($0.count) },
      run.code.map { shortCommit("@" + $0.commit) + ($0.isDirty ? " " + phrases.withChanges : "") },
      run.host.isEmpty ? nil : run.host,
    ].compactMap(\.self)
    lines += wrapped(facts.joined(separator: " · "), .quiet, columns)
    lines += wrapped(watched.metrics.map(phrases.metric).joined(separator: " · "), .plain, columns)
    return lines
  }

  private func wrapped(_ text: String, _ tone: Tone, _ columns: Int) -> [Line] {
    text.sanitized.wrapped(to: columns - 2).filter { !$0.isEmpty }.map { "  " + Line($0, tone) }
  }

  private func typedName(_ card: ExperimentCard) -> String {
    typedName(card.experiment.title, card.listed.shortID)
  }

  private func next(_ card: ExperimentCard, indent: Int) -> [Line] {
    let name = typedName(card)
    if card.experiment.prediction == nil, card.runs.isEmpty {
      return suggestion(
        phrases.predictIt, ["strop experiment plan \(name) --predict \"…\""], indent: indent)
    }
    let run = suggestion(
      card.runs.isEmpty ? phrases.runIt : phrases.runAgain,
      [
        "strop experiment run \(name) --metrics metrics.jsonl -- python train.py",
        "strop experiment run \(name) -- python train.py", "strop experiment run \(name) -- …",
      ], indent: indent)
    let isFinished = card.runs.last?.state == .finished
    guard isFinished else { return run }
    let finish = "strop experiment finish \(name) --verdict "
    return suggestion(
      phrases.concludeExperiment,
      [
        finish + "confirmed|refuted|inconclusive -n \"…\"", finish + "refuted -n \"…\"",
        "strop experiment finish \(name)",
      ], indent: indent)
  }
}
