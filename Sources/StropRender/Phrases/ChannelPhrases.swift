import StropCore

extension PhraseBook {
  var testTitle: String { say("strop: a test", "strop：测试") }

  func testBody(_ channel: Reminder.Channel) -> String {
    say(
      "Reminders through \(channel.rawValue) will reach you like this.",
      "用 \(channel.rawValue) 发的提醒就是这样送到的。")
  }

  func testOutcome(_ outcome: SendOutcome) -> String {
    switch outcome {
    case .sent: say("sent", "已发出")
    case .retry: say("not sent, a reminder would be tried again", "没发出去，若是提醒会再试")
    case .failed: say("not sent", "没发出去")
    }
  }

  /// `feishu`; in Chinese with its Chinese name, where it has one: both can be typed.
  func name(of channel: Reminder.Channel) -> String {
    let chinese: String? =
      switch channel {
      case .notifySend: "桌面"
      case .mail: "邮件"
      case .feishu: "飞书"
      case .dingTalk: "钉钉"
      case .weCom: "企业微信"
      case .stdout, .ntfy, .slack, .command: nil
      }
    return say(channel.rawValue, channel.rawValue + (chinese.map { " " + $0 } ?? ""))
  }

  var ready: String { say("ready", "可用") }
  var readyButThrownAway: String {
    say(
      "ready, but cron here throws away what is printed: only `strop today` shows it",
      "可用，但这里的 cron 会丢掉输出，只能在 strop today 里看到")
  }
  var forNewOnes: String { say("for new reminders:", "新提醒默认用它：") }
  var tryOne: String { say("try one:", "试一试：") }

  var toMend: String { say("mend it:", "修复：") }
}
