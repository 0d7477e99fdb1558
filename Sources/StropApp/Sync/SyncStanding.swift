package import StropCore
import StropStore

// How sharing the journal stands, without asking the remote.
extension Strop {
  /// `strop sync status`.
  package func syncStatus() throws -> SyncStatus {
    try read { reader in
      let remote = try reader.local(SyncFact.remote)
      return SyncStatus(
        remote: remote.map { SecretMask.masked($0) }, isAutomatic: settings.sharesByItself,
        isScheduled: try (scheduledAt(reader) ?? lastTick(reader)) != nil,
        last: try localInstant(SyncFact.last, reader), trouble: try syncTrouble(reader),
        devices: remote == nil ? [] : try syncedDevices(reader), zone: zone, today: today)
    }
  }

  /// What keeps the journal from being shared; nil where the last time went well.
  func syncTrouble(_ reader: Reader) throws -> SyncTrouble? {
    guard let since = try localInstant(SyncFact.failing, reader) else { return nil }
    let reason = try reader.local(SyncFact.reason)?.split(separator: "\n", maxSplits: 1) ?? []
    return SyncTrouble(
      since: since, days: Int((environment.now.milliseconds - since.milliseconds) / 86_400_000),
      reason: LocalizedText(
        english: String(reason.first ?? ""), chinese: String(reason.last ?? "")))
  }

  /// What is told unasked: ticks have failed to share the journal for days.
  func lastingSyncTrouble(_ reader: Reader) throws -> SyncTrouble? {
    guard settings.sharesByItself, let trouble = try syncTrouble(reader),
      trouble.days >= SyncTrouble.patience
    else { return nil }
    return trouble
  }

  private func syncedDevices(_ reader: Reader) throws -> [SyncedDevice] {
    let own = try reader.device(on: environment.machine)
    let state = try reader.sharedState()
    let ahead = try reader.clocksAhead()
    let devices = try reader.newestLines().map { newest in
      let id = newest.device
      return SyncedDevice(
        id: id, name: try name(of: id, reader), isOwn: id == own,
        entries: try reader.entryCount(of: id, after: 0),
        waiting: try reader.entryCount(of: id, after: state.newest[id] ?? 0), seen: newest.at,
        ahead: ahead[id].flatMap { $0 > 0 ? $0 : nil })
    }
    return devices.sorted { left, right in
      if left.isOwn != right.isOwn { return left.isOwn }
      return (right.seen, left.id) < (left.seen, right.id)
    }
  }

  /// Whether the journal is shared; nil where it is not and is not to be.
  func syncCheck() throws -> HealthCheck? {
    let status = try syncStatus()
    func check(_ state: HealthCheck.State, _ english: String, _ chinese: String, _ fix: String?)
      -> HealthCheck
    {
      HealthCheck(
        name: "sync", state: state, detail: LocalizedText(english: english, chinese: chinese),
        fix: fix.map { LocalizedText($0) })
    }
    guard let remote = status.remote else {
      return status.isAutomatic
        ? check(
          .warn, "sync.auto is on, and there is no remote", "sync.auto 已打开，但还没设置远端",
          "strop sync init URL")
        : nil
    }
    if environment.program("git") == nil {
      return check(.warn, "there is no git here", "这里没有 git", "sudo apt-get install git")
    }
    if let trouble = status.trouble {
      let since = zone.clock(at: trouble.since).text
      return check(
        .warn, "failing since \(since): \(trouble.reason.english)",
        "从 \(since) 起失败：\(trouble.reason.chinese)", "strop sync")
    }
    if status.isAutomatic, !status.isScheduled {
      return check(
        .warn, "sync.auto is on, and nothing calls strop", "sync.auto 已打开，但没有定时任务",
        "strop schedule install")
    }
    let last = status.last.map { zone.clock(at: $0).text }
    return check(
      .ok, "\(remote), last \(last ?? "–"), \(status.waiting) waiting",
      "\(remote)，上次 \(last ?? "–")，待发送 \(status.waiting) 条", nil)
  }

  /// The devices whose clocks are ahead of this one's; nil where none is by much.
  func deviceClockCheck() throws -> HealthCheck? {
    let wrong = try read { reader in
      try reader.clocksAhead().filter { $0.value >= SyncedDevice.wrongClock }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { id, ahead in
          let name = try name(of: id, reader).map { "\($0) (\(id))" } ?? id
          return (name: name, hours: ahead / 3_600_000)
        }
    }
    guard !wrong.isEmpty else { return nil }
    let english = wrong.map { "device \($0.name) by \($0.hours) h" }.joined(separator: ", ")
    let chinese = wrong.map { "设备 \($0.name) 快 \($0.hours) 小时" }.joined(separator: "，")
    return HealthCheck(
      name: "clock", state: .warn,
      detail: LocalizedText(
        english: "ahead of this machine when its entries came: \(english)",
        chinese: "收到记录时，时钟比这台快：\(chinese)"),
      fix: LocalizedText(
        english: "run date on both, and set the one that is wrong",
        chinese: "在两台机器上都用 date 看一眼，调准错的那台"))
  }
}
