import StropCore

extension DeliveryChannel {
  /// A bot of a WeCom group (https://developer.work.weixin.qq.com/document/path/91770).
  static let weCom = DeliveryChannel.webhook(
    .weCom, url: .weComURL,
    request: { message, url, _, _ in
      let text = WebhookRequest.text(message).cut(bytes: longestWeComText)
      let body = JSON.object([
        ("msgtype", .string("text")), ("text", .object([("content", .string(text))])),
      ])
      return WebhookRequest(url: url, body: body.compact)
    },
    // 45009: too many messages; -1: the system is busy.
    answer: { $0.outcome(code: "errcode", busy: [45_009, -1]) })

  /// Of the text alone, in bytes.
  private static let longestWeComText = 2_048
}

extension SettingKey {
  package static let weComURL = SettingKey.secretURL(
    "wecom.url", "webhook of a WeCom bot", "企业微信机器人的 webhook",
    example: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…")
}
