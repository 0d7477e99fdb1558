package import StropCore
import StropRender

extension Strop {
  /// Sends a message through a channel, and says what came back.
  ///
  /// `print`: writes to standard output; throws where it cannot.
  package func send(
    _ message: Message, _ channel: Reminder.Channel, print: (String) throws -> Void
  ) async -> SendOutcome {
    switch channel {
    case .stdout:
      do {
        try print(message.body)
        return .sent(detail: nil)
      } catch {
        return .retry("standard output cannot be written")
      }
    case .notifySend: return await notify(message)
    case .mail: return await mail(message)
    case .command: return await runCommand(message)
    case .ntfy, .slack, .feishu, .dingTalk, .weCom: return await post(message, channel)
    }
  }
}
