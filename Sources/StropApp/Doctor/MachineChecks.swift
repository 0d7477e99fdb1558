import Foundation
import StropCore

// What doctor asks of the machine: its zone, cron, and the programs that reminders go through.
extension Strop {
  /// A check for each webhook or program that reminders use and that cannot send.
  func channelChecks(_ reminders: [Reminder]) -> [HealthCheck] {
    let used = Set(reminders.flatMap(\.channels)).subtracting([.stdout, .notifySend, .mail])
    return Reminder.Channel.allCases.filter(used.contains).compactMap(channelProblem)
      .map { problem in
        HealthCheck(
          name: problem.channel.rawValue, state: .warn, detail: problem.sentence,
          fix: problem.fix.map { LocalizedText($0) })
      }
  }

  /// `isScheduled`: whether the zone by which ticks go matters.
  func zoneCheck(isScheduled: Bool) -> HealthCheck {
    if isScheduled, let stray = strayZone, stray.name != zone.name {
      return HealthCheck(
        name: "zone", state: .warn,
        detail: LocalizedText(
          english: "\(zone.name), but reminders go by \(stray.name): none is set",
          chinese: "\(zone.name)，但提醒按 \(stray.name)：没有设置时区"),
        fix: LocalizedText("strop config set zone \(zone.name)"))
    }
    guard zone.isGeographic else {
      return HealthCheck(
        name: "zone", state: .warn,
        detail: LocalizedText(
          english: "\(zone.name) does not say where you are",
          chinese: "\(zone.name) 看不出你在哪个时区"),
        fix: LocalizedText(
          english: "strop config set zone Asia/Shanghai",
          chinese: "strop config set zone Asia/Shanghai"))
    }
    return HealthCheck(
      name: "zone", state: .ok,
      detail: LocalizedText(
        english: "\(zone.name), \(clock.text)", chinese: "\(zone.name)，\(clock.text)"),
      fix: nil)
  }

  func cronCheck(_ hasReminders: Bool) -> HealthCheck {
    if systemd.isInstalled {
      return HealthCheck(
        name: "cron", state: .ok,
        detail: LocalizedText(
          english: "not needed: a systemd timer", chinese: "不需要：用的是 systemd 定时器"),
        fix: nil)
    }
    if environment.runsCron {
      return HealthCheck(
        name: "cron", state: .ok,
        detail: LocalizedText(english: "running", chinese: "正在运行"), fix: nil)
    }
    let isInstalled = environment.program("crontab") != nil
    return HealthCheck(
      name: "cron", state: hasReminders ? .warn : .ok,
      detail: isInstalled
        ? LocalizedText(english: "installed, but not running", chinese: "已安装，但没在运行")
        : LocalizedText(english: "not installed", chinese: "没有安装"),
      fix: !hasReminders
        ? nil
        : isInstalled
          ? LocalizedText("sudo service cron start")
          : LocalizedText("sudo apt-get install cron"))
  }

  func tickCheck(
    _ hasReminders: Bool, _ stale: StaleTick?, _ last: Instant?
  ) -> HealthCheck {
    let detail = last.map { zone.clock(at: $0).text }
    guard let stale else {
      return HealthCheck(
        name: "tick", state: .ok,
        detail: hasReminders
          ? detail.map { LocalizedText(english: "by cron, \($0)", chinese: $0) }
            ?? LocalizedText(
              english: "not by cron yet: the first comes within 15 minutes",
              chinese: "还没触发过，15 分钟内会有第一次")
          : LocalizedText(english: "no reminders to deliver", chinese: "没有要送的提醒"),
        fix: nil)
    }
    let text: LocalizedText =
      switch stale {
      case .never: LocalizedText(english: "not by cron yet", chinese: "还没触发过")
      case .since(_, let days):
        LocalizedText(
          english: "by cron, \(days) days ago, at \(detail ?? "")",
          chinese: "\(days) 天前，\(detail ?? "")")
      }
    return HealthCheck(
      name: "tick", state: .warn, detail: text,
      fix: LocalizedText("strop schedule install"))
  }

  /// Mail matters to reminders by mail, and to those that only cron's mail of what they print brings.
  func mailCheck(_ reminders: [Reminder]) -> HealthCheck {
    if reminders.contains(where: { $0.channels.contains(.mail) }),
      let problem = channelProblem(.mail)
    {
      return HealthCheck(
        name: "mail", state: .warn, detail: problem.sentence,
        fix: problem.fix.map { LocalizedText($0) })
    }
    if let sendmail = environment.program("sendmail") {
      return HealthCheck(
        name: "mail", state: .ok, detail: LocalizedText(sendmail),
        fix: nil)
    }
    let isNeeded = reminders.contains { reminder in
      reminder.channels.allSatisfy { $0 == .stdout || channelProblem($0) != nil }
    }
    return HealthCheck(
      name: "mail", state: isNeeded ? .warn : .ok,
      detail: LocalizedText(
        english: "no sendmail: cron throws away what reminders print",
        chinese: "没有 sendmail：cron 会丢掉提醒的输出"),
      fix: isNeeded
        ? LocalizedText(
          english: "sudo apt-get install msmtp-mta, or read them in strop today",
          chinese: "sudo apt-get install msmtp-mta，或在 strop today 里看") : nil)
  }

  func desktopCheck() -> HealthCheck {
    let hasProgram = environment.program("notify-send") != nil
    let hasBus = environment.sessionBus != nil
    let isWanted = settings[.channels]?.contains(Reminder.Channel.notifySend.rawValue) ?? false
    let detail =
      hasProgram && hasBus
      ? LocalizedText(english: "notify-send and a session bus", chinese: "有 notify-send 和会话总线")
      : hasProgram
        ? LocalizedText(english: "no session bus here", chinese: "这里没有会话总线")
        : LocalizedText(english: "no notify-send", chinese: "没有 notify-send")
    return HealthCheck(
      name: "desktop", state: isWanted && !(hasProgram && hasBus) ? .warn : .ok, detail: detail,
      fix: isWanted && !(hasProgram && hasBus)
        ? LocalizedText(
          english: "strop config set channels stdout",
          chinese: "strop config set channels stdout") : nil)
  }
}

extension Environment {
  /// Whether cron's daemon runs.
  var runsCron: Bool { isRunning(["cron", "crond", "cronie", "systemd-cron"]) }

  /// Whether a process of one of these names runs on this machine, as /proc tells.
  private func isRunning(_ names: Set<String>) -> Bool {
    let system = root.appending(path: "proc").path
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: system)) ?? []
    return processes.lazy.filter { $0.allSatisfy(\.isNumber) }.contains { process in
      let name = try? String(contentsOfFile: "\(system)/\(process)/comm", encoding: .utf8)
      return name.map { names.contains($0.trimmed) } ?? false
    }
  }
}
