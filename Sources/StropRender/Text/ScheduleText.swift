package import StropCore

extension TextRenderer {
  /// `strop schedule install` and `uninstall`: what was done, and every line that changed.
  package func schedule(_ change: ScheduleChange) -> String {
    var screen = Screen()
    screen.add(prose(phrases.headline(change)))
    for line in change.removed { screen.add(Line.command("  - " + line.sanitized)) }
    for line in change.added { screen.add(Line.command("  + " + line.sanitized)) }
    if let backup = change.backup {
      screen.add(suggestion(phrases.say("the old crontab:", "原来的 crontab："), [backup]))
    }
    if !change.written.isEmpty { screen.add(prose(phrases.written(change.written))) }
    if !change.left.isEmpty { screen.add(prose(phrases.left(change.left))) }
    for (key, _) in change.left { screen.add(Line.command("  strop config unset " + key)) }
    for warning in change.warnings { screen.add(advice(phrases.warning(warning))) }
    if change.isElsewhereToo { screen.add(advice(phrases.elsewhereToo(than: change.place))) }
    return text(screen)
  }

  /// `strop schedule status`: what is there, when a tick last came, what is wrong, and what to do about it.
  package func schedule(_ overview: ScheduleOverview) -> String {
    var screen = Screen()
    let status = overview.status
    guard status.isInstalled else {
      screen.add(prose(phrases.notScheduled(in: overview.place)))
      screen.add(Line.command("  " + phrases.installing(overview.place)))
      if let tick = overview.lastTick { screen.add(prose(phrases.lastTick(tick), tone: .quiet)) }
      return text(screen)
    }
    for line in status.lines { screen.add(Line.command(line.sanitized)) }
    screen.add(prose(overview.lastTick.map(phrases.lastTick) ?? phrases.noTick))
    for advice in advices(overview) { screen.add(self.advice(advice, tone: .bad)) }
    if overview.isElsewhereToo { screen.add(advice(phrases.elsewhereToo(than: overview.place))) }
    return text(screen)
  }

  private func advices(_ overview: ScheduleOverview) -> [Advice] {
    let status = overview.status
    var advices: [Advice] = []
    let problems = phrases.problems(status)
    for (index, problem) in problems.enumerated() {
      let isLast = index == problems.count - 1
      advices.append((problem, isLast ? phrases.installing(overview.place) : nil))
    }
    if overview.place == .crontab, !overview.isCalled { advices.append(phrases.noCron) }
    if overview.isCalled, problems.isEmpty, let minutes = overview.minutesOverdue {
      advices.append(phrases.overdue(minutes))
    }
    if let stray = overview.strayZone {
      advices.append(phrases.strayZone(stray, zone: overview.zone))
    }
    return advices + status.warnings.map(phrases.warning)
  }

  private func advice(_ advice: Advice, tone: Tone = .plain) -> [Line] {
    prose(advice.sentence, tone: tone)
      + (advice.command.map { [Line.command("  " + $0.sanitized)] } ?? [])
  }
}
