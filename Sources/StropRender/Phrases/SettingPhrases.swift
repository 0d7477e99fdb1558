import StropCore

// Settings and health.
extension PhraseBook {
  func byDefault(_ key: String, _ value: String?) -> String {
    guard let value else {
      return ["language", "zone"].contains(key)
        ? say("(the system's)", "（随系统）") : say("(not set)", "（没有设置）")
    }
    return say("\(value) (default)", "\(value)（默认）")
  }

  func state(_ state: HealthCheck.State) -> String {
    switch state {
    case .ok: say("ok", "正常")
    case .warn: say("warn", "注意")
    case .fail: say("fail", "故障")
    }
  }
}
