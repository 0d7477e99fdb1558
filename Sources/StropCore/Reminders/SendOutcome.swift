/// What a channel answered.
package enum SendOutcome: Hashable, Sendable {
  /// It took the message; `detail` is what it said, if anything.
  case sent(detail: String?)
  /// It may take the message later.
  case retry(String)
  /// It will never take the message as things stand.
  case failed(String)

  /// What went wrong; nil where it was sent.
  package var problem: String? {
    switch self {
    case .sent: nil
    case .retry(let reason), .failed(let reason): reason
    }
  }

  /// What came back, for better or worse.
  package var detail: String? {
    switch self {
    case .sent(let detail): detail
    case .retry(let reason), .failed(let reason): reason
    }
  }
}
