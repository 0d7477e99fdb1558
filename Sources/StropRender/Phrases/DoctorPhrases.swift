import StropCore

extension PhraseBook {
  /// What a check is of.
  func name(_ check: HealthCheck) -> String {
    check.name == "tick" ? say("last run", "上次触发") : check.name
  }

  func state(_ state: HealthCheck.State) -> String {
    switch state {
    case .ok: say("ok", "正常")
    case .warn: say("warn", "注意")
    case .fail: say("fail", "故障")
    }
  }
}
