package import StropCore

extension TextRenderer {
  /// `strop schedule install` and `uninstall`: what was done, and every line that changed.
  package func schedule(_ change: ScheduleChange) -> String {
    var screen = Screen()
    screen.add(prose(headline(change)))
    for line in change.removed { screen.add(Line.command("  - " + line)) }
    for line in change.added { screen.add(Line.command("  + " + line)) }
    if let backup = change.backup {
      screen.add(
        Line.command(phrases.say("  the old crontab is kept at ", "  原来的 crontab 存在 ") + backup))
    }
    screen.add(change.warnings.flatMap(warning))
    return text(screen)
  }

  /// `strop schedule status`.
  ///
  /// `lastTick`: on the wall clock here; nil before the first.
  package func schedule(_ status: ScheduleStatus, lastTick: CivilDateTime?) -> String {
    var screen = Screen()
    guard status.isInstalled else {
      screen.add(prose(phrases.say("not in your crontab", "crontab 里还没有")))
      screen.add(Line.command("  strop schedule install"))
      return text(screen)
    }
    for line in status.lines { screen.add(Line.command(line)) }
    for problem in problems(status) { screen.add(prose(problem, tone: .bad)) }
    screen.add(
      prose(
        lastTick.map {
          phrases.say("last run by cron: ", "上次触发：") + $0.day.iso + " " + $0.time.text
        } ?? phrases.say("not run by cron yet", "还没触发过")))
    screen.add(status.warnings.flatMap(warning))
    if !problems(status).isEmpty { screen.add(Line.command("  strop schedule install")) }
    return text(screen)
  }

  private func headline(_ change: ScheduleChange) -> String {
    switch change.kind {
    case .unchanged: phrases.say("unchanged", "没有变化")
    case .installed: phrases.say("written into your crontab:", "已写进你的 crontab：")
    case .replaced: phrases.say("replaced in your crontab:", "已更新 crontab 里的条目：")
    case .removed: phrases.say("taken out of your crontab:", "已从 crontab 移除：")
    }
  }

  private func problems(_ status: ScheduleStatus) -> [String] {
    guard let job = status.job else {
      return [phrases.say("the block does not call strop any more", "这段内容已经不会调用 strop 了")]
    }
    var problems: [String] = []
    switch status.binary {
    case .missing: problems.append(phrases.say("\(job.binary) is gone", "\(job.binary) 不在了"))
    case .notExecutable:
      problems.append(phrases.say("\(job.binary) cannot be run", "\(job.binary) 没有执行权限"))
    case .executable where !status.isThisBinary:
      problems.append(phrases.say("it runs another strop than this", "它运行的不是这个 strop"))
    default: break
    }
    if !status.isThisDatabase {
      problems.append(phrases.say("it uses another database than this", "它用的不是这个数据库"))
    }
    return problems
  }

  private func warning(_ warning: ScheduleWarning) -> [Line] {
    switch warning {
    case .zone(let name, let value):
      prose(
        phrases.say(
          "your crontab sets \(name)=\(value), which acts on strop's line too; "
            + "strop goes by its setting `zone`",
          "crontab 里设了 \(name)=\(value)，也会作用到 strop 这一行；strop 以自己的 zone 设置为准"))
    case .variable(let name, let value):
      prose(
        phrases.say(
          "your crontab sets \(name)=\(value), which acts on strop's line too",
          "crontab 里设了 \(name)=\(value)，也会作用到 strop 这一行"))
    }
  }
}
