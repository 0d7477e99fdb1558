import Foundation
package import StropCore

/// The secrets of channels: a webhook's URL is as good as a password, so none of them is ever shown,
/// kept in the journal, or put into an argument list.
package enum SecretKey: String, CaseIterable, Sendable {
  case ntfyURL = "ntfy.url"
  case ntfyToken = "ntfy.token"
  case slackURL = "slack.url"
  case feishuURL = "feishu.url"
  case feishuSecret = "feishu.secret"
  case dingTalkURL = "dingtalk.url"
  case dingTalkSecret = "dingtalk.secret"
  case weComURL = "wecom.url"

  package var meaning: LocalizedText {
    switch self {
    case .ntfyURL:
      LocalizedText(english: "server and topic of ntfy", chinese: "ntfy 的服务器和 topic")
    case .ntfyToken:
      LocalizedText(english: "ntfy's access token, if it asks", chinese: "ntfy 的 token（需要时）")
    case .slackURL:
      LocalizedText(english: "Slack's webhook", chinese: "Slack 的 webhook")
    case .feishuURL:
      LocalizedText(english: "webhook of a Feishu or Lark bot", chinese: "飞书机器人的 webhook")
    case .feishuSecret:
      LocalizedText(english: "the bot's secret, if it signs", chinese: "飞书机器人的签名密钥（启用时）")
    case .dingTalkURL:
      LocalizedText(english: "webhook of a DingTalk bot", chinese: "钉钉机器人的 webhook")
    case .dingTalkSecret:
      LocalizedText(english: "the bot's secret, if it signs", chinese: "钉钉机器人的加签密钥（启用时）")
    case .weComURL:
      LocalizedText(english: "webhook of a WeCom bot", chinese: "企业微信机器人的 webhook")
    }
  }

  private var isURL: Bool { rawValue.hasSuffix(".url") }

  /// The value as it is kept; nil where `text` is none: a URL is https, or http on this machine
  /// itself; others are printable ASCII without spaces.
  package func normalized(_ text: String) -> String? {
    guard (1...2_000).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x21..<0x7f).contains($0) })
    else { return nil }
    guard isURL else { return text }
    guard let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
      url.fragment == nil
    else { return nil }
    let isLocal = ["localhost", "127.0.0.1", "[::1]"].contains(host)
    guard url.scheme == "https" || url.scheme == "http" && isLocal else { return nil }
    // The topic is the last part of ntfy's.
    return self == .ntfyURL && url.path.split(separator: "/").isEmpty ? nil : text
  }

  /// What a value looks like, for an error's hint.
  package var expected: String {
    switch self {
    case .ntfyURL: "https://ntfy.sh/TOPIC"
    case .slackURL: "https://hooks.slack.com/services/…"
    case .feishuURL: "https://open.feishu.cn/open-apis/bot/v2/hook/…"
    case .dingTalkURL: "https://oapi.dingtalk.com/robot/send?access_token=…"
    case .weComURL: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…"
    case .ntfyToken: "tk_…"
    case .feishuSecret: "…"
    case .dingTalkSecret: "SEC…"
    }
  }
}
