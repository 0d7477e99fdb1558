/// What a channel answered.
package enum SendOutcome: Hashable, Sendable {
  /// It took the message; `detail` is what it said, if anything.
  case sent(detail: String?)
  /// It may take the message later.
  case retry(LocalizedText)
  /// It will never take the message as things stand.
  case failed(LocalizedText)

  /// What went wrong; nil where it was sent.
  package var problem: LocalizedText? {
    switch self {
    case .sent: nil
    case .retry(let reason), .failed(let reason): reason
    }
  }

  /// What came back, for better or worse.
  package var detail: LocalizedText? {
    switch self {
    case .sent(let detail): detail.map { LocalizedText($0) }
    case .retry(let reason), .failed(let reason): reason
    }
  }
}
