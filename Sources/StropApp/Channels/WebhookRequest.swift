import Foundation
import StropCore

/// What is sent to a webhook: one POST of JSON.
struct WebhookRequest: Hashable {
  let url: String
  /// `Name: value`, beside Content-Type.
  var headers: [String] = []
  let body: String

  /// What a chat shows. Bots that ask for a keyword can be given `strop`, which is always in it.
  static func text(_ message: Message) -> String {
    let text = message.body.trimmed
    return text.contains("strop") ? text : "strop: " + text
  }

  /// The body, of at most `limit` bytes, that `make` makes of as much of `text` as fits.
  static func body(_ text: String, limit: Int, _ make: (String) -> JSON) -> String {
    var text = text
    var body = make(text).compact
    while body.utf8.count > limit, !text.isEmpty {
      // In proportion: escapes make the body grow faster than its text.
      text = text.cut(bytes: text.utf8.count * limit / body.utf8.count)
      body = make(text).compact
    }
    return body
  }

  /// base64(HMAC-SHA256(key, of `message`)), as bots sign.
  static func signature(of message: String, key: String) -> String {
    authenticationCode(of: message, key: key).base64EncodedString()
  }
}
