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

    /// Other names: Feishu and Lark are one, and Chinese ones are names too.
    private static let aliases: [String: Channel] = [
      "lark": .feishu, "飞书": .feishu, "钉钉": .dingTalk, "企业微信": .weCom, "企微": .weCom, "邮件": .mail,
      "email": .mail, "桌面": .notifySend, "desktop": .notifySend,
    ]

    /// Reads a name, in small letters.
    package init?(name: some StringProtocol) {
      guard let channel = Channel(rawValue: String(name)) ?? Channel.aliases[String(name)] else {
        return nil
      }
      self = channel
    }
  }

  /// Reads `stdout,notify-send` or 飞书、邮件; nil where a name is unknown or none is there.
  package static func channels(_ text: String) -> [Channel]? {
    let names = text.split { ",，、".contains($0) }
    let channels = names.compactMap { Channel(name: $0) }
    guard !channels.isEmpty, channels.count == names.count else { return nil }
    return channels.enumerated().filter { !channels.prefix($0.offset).contains($0.element) }
      .map(\.element)
  }

  package static func text(of channels: [Channel]) -> String {
    channels.map(\.rawValue).joined(separator: ",")
  }
}
