import StropCore

extension Strop {
  func mail(_ message: Message) async -> SendOutcome {
    .failed("not set up")
  }
}
