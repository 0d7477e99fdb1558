import StropCore

extension DeliveryChannel {
  /// A bot of a DingTalk group
  /// (https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages).
  static let dingTalk = DeliveryChannel.webhook(
    .dingTalk, url: .dingTalkURL, secrets: [.dingTalkSecret],
    request: { message, url, secrets, now in
      let body = WebhookRequest.body(
        WebhookRequest.text(message), limit: longestDingTalkBody
      ) { text in
        .object([
          ("msgtype", .string("text")), ("text", .object([("content", .string(text))])),
        ])
      }
      let signed = secrets[.dingTalkSecret].map {
        signedDingTalk(url, milliseconds: now.milliseconds, $0)
      }
      return WebhookRequest(url: signed ?? url, body: body)
    },
    // 130101: too many messages; 410100: the same.
    answer: { $0.outcome(code: "errcode", busy: [130_101, 410_100]) })

  /// In bytes.
  private static let longestDingTalkBody = 20_000

  /// The URL with `timestamp` and `sign` = base64(HMAC-SHA256(key: SECRET, of `TIMESTAMP\nSECRET`)).
  private static func signedDingTalk(
    _ url: String, milliseconds: Int64, _ secret: String
  ) -> String {
    let sign = WebhookRequest.signature(of: "\(milliseconds)\n\(secret)", key: secret)
      .replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    return url + (url.contains("?") ? "&" : "?") + "timestamp=\(milliseconds)&sign=\(sign)"
  }
}

extension SettingKey {
  package static let dingTalkURL = SettingKey.secretURL(
    "dingtalk.url", "webhook of a DingTalk bot", "钉钉机器人的 webhook",
    example: "https://oapi.dingtalk.com/robot/send?access_token=…")

  package static let dingTalkSecret = SettingKey.secret(
    "dingtalk.secret", "the bot's secret, if it signs", "钉钉机器人的加签密钥（启用时）",
    example: "SEC…")
}
