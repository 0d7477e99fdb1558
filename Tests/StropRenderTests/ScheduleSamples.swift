import StropCore
import StropRender

// What calls strop, and the ways to reach the user.
extension Samples {
  private func line(_ place: SchedulePlace) -> String {
    place == .crontab
      ? "7,22,37,52 * * * * '/usr/bin/strop' --db '/home/li/strop.db' remind deliver"
      : "ExecStart=\"/usr/bin/strop\" --db \"/home/li/strop.db\" remind deliver"
  }

  func scheduleChanges() -> [ScheduleChange] {
    var installed = ScheduleChange(
      place: .crontab, kind: .installed, added: [words(line(.crontab))],
      warnings: [.variable(name: "MAILTO", value: words("li@example.com"))])
    installed.written = [("language", "zh"), ("zone", "Asia/Shanghai")]
    var removed = ScheduleChange(
      place: .crontab, kind: .removed, removed: [words(line(.crontab))],
      backup: "/home/li/.local/share/strop/backups/crontab-20261123T120000Z")
    removed.left = [("zone", "Asia/Shanghai")]
    var units = ScheduleChange(
      place: .systemd, kind: .replaced, removed: ["OnCalendar=*:3/15"],
      added: [words(line(.systemd)), "OnCalendar=*:7/15"], warnings: [.noUserBus, .noLinger])
    units.isElsewhereToo = true
    return [
      installed, removed, units, ScheduleChange(place: .systemd, kind: .unchanged),
    ]
  }

  /// All well, all wrong, and not there.
  func scheduleOverviews() -> [ScheduleOverview] {
    func overview(
      _ place: SchedulePlace, _ status: ScheduleStatus, ticked: Bool, overdue: Int? = nil,
      isCalled: Bool = true, stray: String? = nil
    ) -> ScheduleOverview {
      ScheduleOverview(
        place: place, status: status, lastTick: ticked ? moment(today, 21, 37) : nil,
        minutesOverdue: overdue, isCalled: isCalled, strayZone: stray, zone: "Asia/Shanghai",
        isElsewhereToo: stray != nil)
    }
    func status(
      _ place: SchedulePlace, isThis: Bool = true, _ warnings: [ScheduleWarning] = []
    ) -> ScheduleStatus {
      ScheduleStatus(
        isInstalled: true, lines: [words(line(place))],
        job: ScheduledJob(
          line: line(place), timing: "", minute: 7, binary: name("/usr/bin/strop"), database: "/x"),
        binary: isThis ? .executable : .missing, isThisBinary: isThis, isThisDatabase: isThis,
        warnings: warnings)
    }
    return [
      overview(.crontab, status(.crontab), ticked: true),
      overview(.crontab, status(.crontab), ticked: true, overdue: 200),
      overview(
        .crontab, status(.crontab, isThis: false), ticked: false, isCalled: false, stray: "UTC"),
      overview(
        .systemd, status(.systemd, [.notActive, .noLinger]), ticked: false, isCalled: false),
      overview(.crontab, ScheduleStatus(isInstalled: false), ticked: true),
      overview(.systemd, ScheduleStatus(isInstalled: false), ticked: false),
    ]
  }

  func channelStates() -> [ChannelState] {
    Reminder.Channel.allCases.map { channel in
      let isReady = [.stdout, .feishu].contains(channel)
      let setting = channel.rawValue + ".url"
      return ChannelState(
        channel: channel,
        problem: isReady
          ? nil
          : ChannelProblem(
            channel: channel,
            sentence: LocalizedText(
              english: words("\(setting) is not set"), chinese: words("还没有设置 \(setting)")),
            fix: channel == .notifySend ? nil : "strop config set \(setting) --secret"),
        isThrownAway: channel == .stdout)
    }
  }
}
