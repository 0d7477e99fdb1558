import StropCore

/// What is wrong, and what to type; no command where there is none.
typealias Advice = (sentence: String, command: String?)

// What calls strop.
extension PhraseBook {
  func headline(_ change: ScheduleChange) -> String {
    switch (change.kind, change.place) {
    case (.unchanged, _): say("unchanged", "没有变化")
    case (.installed, .crontab): say("written into your crontab:", "已写进你的 crontab：")
    case (.installed, .systemd): say("written as units of your systemd:", "已写成你的 systemd 单元：")
    case (.replaced, .crontab): say("replaced in your crontab:", "已更新 crontab 里的条目：")
    case (.replaced, .systemd): say("the units were replaced:", "已更新 systemd 单元：")
    case (.removed, .crontab): say("taken out of your crontab:", "已从 crontab 移除：")
    case (.removed, .systemd): say("the units were removed:", "已移除 systemd 单元：")
    }
  }

  /// `kept in the settings, which cron does not know: language en, zone Asia/Shanghai`.
  func written(_ settings: [(key: String, value: String)]) -> String {
    say("kept in the settings, which cron does not know: ", "cron 不知道这些，已存进设置：")
      + list(settings.map { $0.key + " " + $0.value })
  }

  func left(_ settings: [(key: String, value: String)]) -> String {
    say("still in the settings, from installing: ", "安装时写进设置的还在：")
      + list(settings.map { $0.key + " " + $0.value })
  }

  func notScheduled(in place: SchedulePlace) -> String {
    switch place {
    case .crontab: say("not in your crontab", "crontab 里还没有")
    case .systemd: say("not among your systemd units", "systemd 单元里还没有")
    }
  }

  func installing(_ place: SchedulePlace) -> String {
    "strop schedule install" + (place == .systemd ? " --systemd" : "")
  }

  func lastTick(_ tick: CivilDateTime) -> String {
    say("last run: ", "上次触发：") + moment(tick.wholeMinute)
  }

  var noTick: String { say("not run yet", "还没触发过") }

  func problems(_ status: ScheduleStatus) -> [String] {
    guard let job = status.job else {
      return [say("what is there does not call strop any more", "这段内容已经不会调用 strop 了")]
    }
    var problems: [String] = []
    switch status.binary {
    case .missing: problems.append(say("\(job.binary) is gone", "\(job.binary) 不在了"))
    case .notExecutable:
      problems.append(say("\(job.binary) cannot be run", "\(job.binary) 没有执行权限"))
    case .executable where !status.isThisBinary:
      problems.append(say("it runs another strop than this", "它运行的不是这个 strop"))
    default: break
    }
    if !status.isThisDatabase {
      problems.append(say("it uses another database than this", "它用的不是这个数据库"))
    }
    return problems
  }

  var noCron: Advice {
    (say("cron does not run on this machine", "这台机器上 cron 没在运行"), "sudo service cron start")
  }

  func overdue(_ minutes: Int) -> Advice {
    let pause =
      switch minutes {
      case ..<120: self.minutes(minutes)
      case ..<2_880: say(counted(minutes / 60, "hour"), "\(minutes / 60) 小时")
      default: days(minutes / 1_440)
      }
    return (
      say(
        "strop was not run for \(pause), though it should be every 15 minutes",
        "已经 \(pause)没有触发，本该每 15 分钟一次"), "strop doctor"
    )
  }

  func strayZone(_ stray: String, zone: String?) -> Advice {
    (
      say("no zone is set: reminders go by \(stray)", "没有设置时区：提醒按 \(stray) 计时"),
      "strop config set zone " + (zone ?? "Asia/Shanghai")
    )
  }

  func elsewhereToo(than place: SchedulePlace) -> Advice {
    switch place {
    case .crontab:
      (
        say("systemd calls strop, too: one of them is enough", "systemd 里也装了，留一个就够"),
        "strop schedule uninstall --systemd"
      )
    case .systemd:
      (
        say("your crontab calls strop, too: one of them is enough", "crontab 里也装了，留一个就够"),
        "strop schedule uninstall"
      )
    }
  }

  func warning(_ warning: ScheduleWarning) -> Advice {
    switch warning {
    case .zone(let name, let value):
      (
        say(
          "your crontab sets \(name)=\(value), which acts on strop's line too; "
            + "strop goes by its setting `zone`",
          "crontab 里设了 \(name)=\(value)，也会作用到 strop 这一行；strop 以自己的 zone 设置为准"), nil
      )
    case .variable(let name, let value):
      (
        say(
          "your crontab sets \(name)=\(value), which acts on strop's line too",
          "crontab 里设了 \(name)=\(value)，也会作用到 strop 这一行"), nil
      )
    case .noUserBus:
      (
        say(
          "your systemd does not run now: the timer starts when you log in next",
          "你的 systemd 现在没在运行，下次登录时才开始计时"), nil
      )
    case .notActive:
      (
        say("the timer does not run", "定时器没在运行"),
        "systemctl --user enable --now strop.timer"
      )
    case .noLinger:
      (
        say("reminders come only while you are logged in", "只有登录期间才会提醒；要一直提醒："),
        "loginctl enable-linger"
      )
    }
  }
}
