import StropCore

extension PhraseBook {
  func state(_ state: HealthCheck.State) -> String {
    switch state {
    case .ok: say("ok", "正常")
    case .warn: say("warn", "注意")
    case .fail: say("fail", "故障")
    }
  }
}
