/// What became of one occurrence through one channel: a fact local to this machine.
package struct Delivery: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    /// Being sent; others keep off until the lease ends.
    case claimed
    /// Quiet hours hold it back.
    case deferred
    case sent
    /// Not needed: practised already, the week met, a skill outside the focus, a day that is skipped.
    case suppressed
    /// Never told: strop came too late, or its tries came to an end.
    case missed
    /// It could not be sent: tried again when `retryAt` says, or never where the channel refused it.
    case failed
  }

  package let reminder: String
  package let occurrence: CivilDateTime
  package let channel: String
  package let state: State
  /// How often it was tried.
  package let attempts: Int
  /// When the state was reached.
  package let at: Instant
  /// When what failed is tried again; nil where it is not.
  package let retryAt: Instant?
  /// Until when quiet hours hold it back.
  package let deferredTo: CivilDateTime?
  /// What came back, of the last try.
  package let detail: String?

  package init(
    reminder: String, occurrence: CivilDateTime, channel: String, state: State, attempts: Int = 0,
    at: Instant, retryAt: Instant? = nil, deferredTo: CivilDateTime? = nil, detail: String? = nil
  ) {
    self.reminder = reminder
    self.occurrence = occurrence
    self.channel = channel
    self.state = state
    self.attempts = attempts
    self.at = at
    self.retryAt = retryAt
    self.deferredTo = deferredTo
    self.detail = detail
  }
}

/// One of several tries of a delivery.
package struct DeliveryTry: Hashable, Sendable {
  /// 1 is the first.
  package let number: Int
  /// `sent`, `failed`, or `claimed` where the process never told how it ended.
  package let state: Delivery.State
  /// When it began.
  package let at: Instant
  /// What came back.
  package let detail: String?

  package init(number: Int, state: Delivery.State, at: Instant, detail: String?) {
    self.number = number
    self.state = state
    self.at = at
    self.detail = detail
  }
}

extension Delivery {
  /// How long a claim keeps others off, in milliseconds: longer than any channel may take.
  package static let lease: Int64 = 600_000
  /// How often one occurrence is tried through one channel.
  package static let attempts = 5

  /// How long after the `attempt`-th failure the next try comes, in milliseconds; nil after the last.
  ///
  /// Five minutes less than 15, 30, 60, 120, so that a tick that comes a little early still counts: with
  /// one each quarter of an hour the tries come at 0, 15, 45, 105 and 225 minutes, all within the grace.
  package static func backoff(after attempt: Int) -> Int64? {
    attempt < attempts ? Int64((15 << (max(attempt, 1) - 1)) - 5) * 60_000 : nil
  }

  /// Whether nothing was decided for good: it is being sent, held back, or tried again.
  package var isOpen: Bool {
    switch state {
    case .claimed, .deferred: true
    case .failed: retryAt != nil
    case .sent, .suppressed, .missed: false
    }
  }

  /// Whether a process took it that has not been heard of since its lease ended. A clock that was set
  /// back makes any claim from its future an old one.
  package func isAbandoned(at now: Instant) -> Bool {
    state == .claimed
      && (now.milliseconds - at.milliseconds >= Delivery.lease
        || at.milliseconds > now.milliseconds)
  }
}
