import Foundation
import StropCore

extension DeliveryChannel {
  /// A topic of an ntfy server (https://docs.ntfy.sh/publish).
  static let ntfy = DeliveryChannel.webhook(
    .ntfy, url: .ntfyURL, secrets: [.ntfyToken],
    request: { message, url, secrets, _ in
      // The topic is the last part of the URL's path; what is posted goes to the rest.
      guard var root = URLComponents(string: url),
        let topic = root.path.split(separator: "/").last
      else { return nil }
      root.path = root.path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/"
      let text = message.brief.isEmpty ? message.title : message.brief
      let body = JSON.object([
        ("topic", .string(String(topic))),
        ("title", .string(message.title)),
        ("message", .string(text.cut(bytes: longestNtfyMessage))),
        ("priority", .number(3)),
        ("tags", .array([.string("strop")])),
      ])
      return WebhookRequest(
        url: root.string ?? url,
        headers: secrets[.ntfyToken].map { ["Authorization: Bearer " + $0] } ?? [],
        body: body.compact)
    },
    answer: { $0.outcome() })

  /// In bytes.
  private static let longestNtfyMessage = 4_096
}

extension SettingKey {
  package static let ntfyURL = SettingKey.secretURL(
    "ntfy.url", "server and topic of ntfy", "ntfy 的服务器和 topic",
    example: "https://ntfy.sh/TOPIC", needsPath: true)

  package static let ntfyToken = SettingKey.secret(
    "ntfy.token", "ntfy's access token, if it asks", "ntfy 的 token（需要时）", example: "tk_…")
}
