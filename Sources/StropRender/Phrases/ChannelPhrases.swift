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

  var toMend: String { say("mend it:", "修复：") }
}
