extension Reminder {
  /// How the user is told.
  package enum Channel: String, CaseIterable, Sendable {
    case stdout
    case notifySend = "notify-send"
    case mail
    case ntfy
    case slack
    /// Feishu and Lark, which are one product.
    case feishu
    case dingTalk = "dingtalk"
    case weCom = "wecom"
    /// A program of the user's own.
    case command

    /// Reads a name; `lark` is Feishu's other one.
    package init?(name: some StringProtocol) {
      self.init(rawValue: name == "lark" ? "feishu" : String(name))
    }
  }

  /// Reads `stdout,notify-send`; nil where a name is unknown or none is there.
  package static func channels(_ text: String) -> [Channel]? {
    let names = text.split(separator: ",")
    let channels = names.compactMap { Channel(name: $0) }
    guard !channels.isEmpty, channels.count == names.count else { return nil }
    return channels.enumerated().filter { !channels.prefix($0.offset).contains($0.element) }
      .map(\.element)
  }

  package static func text(of channels: [Channel]) -> String {
    channels.map(\.rawValue).joined(separator: ",")
  }
}
