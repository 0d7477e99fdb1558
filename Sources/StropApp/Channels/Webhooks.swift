import StropCore

extension Strop {
  func post(_ message: Message, _ channel: Reminder.Channel) async -> SendOutcome {
    .failed("not set up")
  }
}
