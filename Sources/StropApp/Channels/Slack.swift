import StropCore

extension DeliveryChannel {
  /// Slack's incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
  package static let slack = DeliveryChannel.webhook(
    .slack, url: .slackURL,
    request: { message, url, _, _ in
      let escaped = WebhookRequest.text(message).escapedForMarkup
      return WebhookRequest(url: url, body: JSON.object([("text", .string(escaped))]).compact)
    },
    answer: { $0.outcome() })
}

extension SettingKey {
  package static let slackURL = SettingKey.secretURL(
    "slack.url", "Slack's webhook", "Slack 的 webhook",
    example: "https://hooks.slack.com/services/…")
}
