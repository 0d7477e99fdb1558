import StropCore

extension PhraseBook {
  func byDefault(_ key: String, _ value: String?) -> String {
    guard let value else {
      return ["language", "zone"].contains(key)
        ? say("(the system's)", "（随系统）") : say("(not set)", "（没有设置）")
    }
    return say("\(value) (default)", "\(value)（默认）")
  }
}
