import StropCore

extension PhraseBook {
  func byDefault(_ standard: StandardSetting) -> String {
    switch standard {
    case .none: say("(not set)", "（未设）")
    case .system: say("(the system's)", "（随系统）")
    case .value(let value): say("\(value) (default)", "\(value)（默认）")
    }
  }
}
