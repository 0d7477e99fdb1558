import Foundation
import StropCore

/// What is sent to a webhook: one POST of JSON.
struct WebhookRequest: Hashable {
  let url: String
  /// `Name: value`, beside Content-Type.
  var headers: [String] = []
  let body: String
}

extension WebhookRequest {
  /// The most that Feishu and DingTalk take, of the whole body, in bytes; that WeCom and ntfy take,
  /// of the text.
  private static let longestBody = 20_000
  private static let longestWeComText = 2_048
  private static let longestNtfyMessage = 4_096

  /// The request that carries `message`; nil where `channel` is no webhook or its URL is not set.
  init?(
    _ message: Message, _ channel: Reminder.Channel, secrets: [SecretKey: String], now: Instant
  ) {
    guard let key = channel.urlKey, let url = secrets[key] else { return nil }
    let text = WebhookRequest.text(message)
    switch channel {
    case .ntfy: self.init(ntfy: url, token: secrets[.ntfyToken], message)
    case .slack:
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;")
      self.init(url: url, body: JSON.object([("text", .string(escaped))]).compact)
    case .feishu:
      let signature = secrets[.feishuSecret].map { secret in
        let timestamp = String(now.milliseconds / 1_000)
        return (timestamp, WebhookRequest.feishuSignature(timestamp, secret))
      }
      self.init(url: url, body: WebhookRequest.body(text) { .feishu($0, signature) })
    case .dingTalk:
      let signed = secrets[.dingTalkSecret].map { secret in
        WebhookRequest.dingTalk(url, milliseconds: now.milliseconds, secret)
      }
      self.init(
        url: signed ?? url, body: WebhookRequest.body(text) { .content($0, type: "msgtype") })
    case .weCom:
      let content = text.cut(bytes: WebhookRequest.longestWeComText)
      self.init(url: url, body: JSON.content(content, type: "msgtype").compact)
    case .stdout, .notifySend, .mail, .command: return nil
    }
  }

  /// The topic is the last part of the URL's path; what is posted goes to the rest.
  private init?(ntfy url: String, token: String?, _ message: Message) {
    guard var root = URLComponents(string: url),
      let topic = root.path.split(separator: "/").last
    else { return nil }
    root.path = root.path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/"
    let body = JSON.object([
      ("topic", .string(String(topic))),
      ("title", .string(message.title)),
      (
        "message",
        .string(
          (message.brief.isEmpty ? message.title : message.brief).cut(
            bytes: WebhookRequest.longestNtfyMessage))
      ),
      ("priority", .number(3)),
      ("tags", .array([.string("strop")])),
    ])
    self.init(
      url: root.string ?? url, headers: token.map { ["Authorization: Bearer " + $0] } ?? [],
      body: body.compact)
  }

  /// What a chat shows. Bots that ask for a keyword can be given `strop`, which is always in it.
  private static func text(_ message: Message) -> String {
    let text = message.body.trimmed
    return text.contains("strop") ? text : "strop: " + text
  }

  /// The body that `make` makes of as much of `text` as fits.
  private static func body(_ text: String, _ make: (String) -> JSON) -> String {
    var text = text
    var body = make(text).compact
    while body.utf8.count > longestBody, !text.isEmpty {
      // In proportion: escapes make the body grow faster than its text.
      text = text.cut(bytes: text.utf8.count * longestBody / body.utf8.count)
      body = make(text).compact
    }
    return body
  }

  /// base64(HMAC-SHA256(key: `TIMESTAMP\nSECRET`, of nothing)), the timestamp in seconds.
  static func feishuSignature(_ timestamp: String, _ secret: String) -> String {
    signature(of: "", key: timestamp + "\n" + secret)
  }

  /// The URL with `timestamp` and `sign` = base64(HMAC-SHA256(key: SECRET, of `TIMESTAMP\nSECRET`)).
  static func dingTalk(_ url: String, milliseconds: Int64, _ secret: String) -> String {
    let sign = signature(of: "\(milliseconds)\n\(secret)", key: secret)
      .replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    return url + (url.contains("?") ? "&" : "?") + "timestamp=\(milliseconds)&sign=\(sign)"
  }

  private static func signature(of message: String, key: String) -> String {
    authenticationCode(of: message, key: key).base64EncodedString()
  }
}

extension JSON {
  fileprivate static func feishu(
    _ text: String, _ signature: (timestamp: String, sign: String)?
  ) -> JSON {
    let signed: [(name: String, value: JSON)] =
      signature.map {
        [("timestamp", .string($0.timestamp)), ("sign", .string($0.sign))]
      } ?? []
    return .object(
      signed + [
        ("msg_type", .string("text")), ("content", .object([("text", .string(text))])),
      ])
  }

  fileprivate static func content(_ text: String, type: String) -> JSON {
    .object([
      (type, .string("text")), ("text", .object([("content", .string(text))])),
    ])
  }
}

extension Reminder.Channel {
  /// The secret that holds a webhook's URL; nil for other channels.
  var urlKey: SecretKey? {
    switch self {
    case .ntfy: .ntfyURL
    case .slack: .slackURL
    case .feishu: .feishuURL
    case .dingTalk: .dingTalkURL
    case .weCom: .weComURL
    case .stdout, .notifySend, .mail, .command: nil
    }
  }
}
