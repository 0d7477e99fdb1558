import StropCore

extension DeliveryChannel {
  /// Standard output, which cron mails where it can.
  static let stdout = DeliveryChannel(
    .stdout, limit: 0, lack: { _ in nil },
    send: { message, _, _, print in
      do {
        try print(message.body)
        return .sent(detail: nil)
      } catch {
        return .retry(
          LocalizedText(english: "standard output cannot be written", chinese: "标准输出写不了"))
      }
    })
}
