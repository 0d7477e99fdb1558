import StropCore

extension DeliveryChannel {
  /// A bot of a Feishu or Lark group
  /// (https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot).
  static let feishu = DeliveryChannel.webhook(
    .feishu, url: .feishuURL, secrets: [.feishuSecret],
    request: { message, url, secrets, now in
      // Signed by base64(HMAC-SHA256(key: `TIMESTAMP\nSECRET`, of nothing)), the timestamp in seconds.
      let timestamp = String(now.milliseconds / 1_000)
      let signed = secrets[.feishuSecret].map { secret -> [(name: String, value: JSON)] in
        let sign = WebhookRequest.signature(of: "", key: timestamp + "\n" + secret)
        return [("timestamp", .string(timestamp)), ("sign", .string(sign))]
      }
      let text = WebhookRequest.text(message)
      return WebhookRequest(
        url: url,
        body: WebhookRequest.body(text, limit: longestFeishuBody) { text in
          .object(
            (signed ?? []) + [
              ("msg_type", .string("text")), ("content", .object([("text", .string(text))])),
            ])
        })
    },
    // 11232: too many messages.
    answer: { $0.outcome(code: "code", busy: [11_232]) })

  /// In bytes.
  private static let longestFeishuBody = 20_000
}

extension SettingKey {
  package static let feishuURL = SettingKey.secretURL(
    "feishu.url", "webhook of a Feishu or Lark bot", "飞书机器人的 webhook",
    example: "https://open.feishu.cn/open-apis/bot/v2/hook/…")

  package static let feishuSecret = SettingKey.secret(
    "feishu.secret", "the bot's secret, if it signs", "飞书机器人的签名密钥（启用时）", example: "…")
}
