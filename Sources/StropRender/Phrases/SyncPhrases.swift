import StropCore

// Sharing the journal between machines.
extension PhraseBook {
  /// What it is called before a notice.
  var sync: String { say("sync", "同步") }

  /// Below `today` and other answers.
  func failing(_ trouble: SyncTrouble) -> String {
    say("not shared for \(days(trouble.days)): ", "\(trouble.days) 天没同步成功：")
      + "strop sync status"
  }

  /// `took in 12 entries from gpu-box; sent 3 entries`.
  func exchanged(_ receipt: SyncReceipt) -> String {
    let taken =
      receipt.taken == 0
      ? nil
      : say(
        "took in \(entries(receipt.taken)) from \(list(receipt.writers))",
        "收到 \(entries(receipt.taken))（来自 \(list(receipt.writers))）")
    let sent =
      receipt.sent == 0
      ? nil : say("sent \(entries(receipt.sent))", "发出 \(entries(receipt.sent))")
    let parts = [taken, sent].compactMap(\.self)
    return parts.isEmpty ? say("nothing new", "没有新的记录") : sequence(parts)
  }

  func joined(_ receipt: SyncReceipt) -> String {
    say("shared through \(receipt.remote): ", "已通过 \(receipt.remote) 同步：") + exchanged(receipt)
  }

  /// Files of a repository that are none of strop's.
  func leftAlone(_ names: [String]) -> String {
    let shown = list(Array(names.prefix(3)))
    let more = names.count > 3 ? say(" and \(names.count - 3) more", " 等 \(names.count) 个文件") : ""
    return say("left alone, not strop's: ", "不是 strop 的，没有动：") + shown + more
  }

  var copiedBefore: String { say("copied before:", "同步前的备份：") }
  var byItself: String { say("to have it done by itself:", "让它自动同步：") }
  var sharedFrom: String { say("on the next machine:", "在另一台机器上：") }

  var notShared: String {
    say(
      "The journal is not shared. A private git repository, or a bare one over ssh, carries it between machines:",
      "记录还没有在多台机器间同步。用一个私有 git 仓库，或 ssh 上的裸仓库就行：")
  }

  var remoteLabel: String { say("remote", "远端") }
  var autoLabel: String { say("auto", "自动") }
  var troubleLabel: String { say("failing", "失败") }

  func lastSync(_ status: SyncStatus) -> String {
    let last =
      status.last.map { shortMoment(status.zone.clock(at: $0), today: status.today) }
      ?? say("never", "还没同步过")
    return status.waiting == 0
      ? last + say(", nothing waits", "，没有待发送的")
      : last + say(", \(entries(status.waiting)) wait", "，\(status.waiting) 条待发送")
  }

  func automatic(_ status: SyncStatus) -> String {
    guard status.isAutomatic else {
      return say("off: strop config set sync.auto on", "关：strop config set sync.auto on")
    }
    return status.isScheduled
      ? say("with every tick of strop schedule", "随 strop schedule 的定时任务同步")
      : say(
        "on, but nothing calls strop: strop schedule install",
        "已打开，但没有定时任务：strop schedule install")
  }

  func failure(_ trouble: SyncTrouble, _ status: SyncStatus) -> String {
    let since = shortMoment(status.zone.clock(at: trouble.since), today: status.today)
    return say(
      "since \(since): \(trouble.reason.english)", "从 \(since) 起：\(trouble.reason.chinese)")
  }

  func waiting(_ count: Int) -> String {
    count == 0 ? "" : say("\(count) wait", "\(count) 条待发送")
  }

  /// Of a clock that is ahead; from a minute on.
  func ahead(_ milliseconds: Int64) -> String {
    let minutes = Int(milliseconds / 60_000)
    switch minutes {
    case ..<1: return ""
    case ..<120: return say("clock \(minutes) min ahead", "时钟快 \(minutes) 分钟")
    case ..<2_880: return say("clock \(minutes / 60) h ahead", "时钟快 \(minutes / 60) 小时")
    default:
      return say("clock \(days(minutes / 1_440)) ahead", "时钟快 \(minutes / 1_440) 天")
    }
  }

  func unshared(_ remote: String) -> String {
    say(
      "not shared through \(remote) any more; the journal here and what is there stay as they are",
      "不再通过 \(remote) 同步；这里的记录和那边的都还在")
  }
}
