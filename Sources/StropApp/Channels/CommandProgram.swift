import StropCore

extension Strop {
  func runCommand(_ message: Message) async -> SendOutcome {
    .failed("not set up")
  }
}
