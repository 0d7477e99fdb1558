/// One attempt to tell the user of one occurrence through one channel: a fact local to this machine.
package struct Delivery: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    /// Being sent; others keep off until the lease ends.
    case claimed
    case sent
    /// Not needed any more: the skill was practised.
    case suppressed
    /// Too old to be told.
    case missed
    case failed
  }

  package let reminder: String
  package let occurrence: CivilDateTime
  package let channel: String
  package let state: State
  package let attempts: Int
  package let at: Instant
  package let detail: String?

  package init(
    reminder: String, occurrence: CivilDateTime, channel: String, state: State, attempts: Int,
    at: Instant, detail: String?
  ) {
    self.reminder = reminder
    self.occurrence = occurrence
    self.channel = channel
    self.state = state
    self.attempts = attempts
    self.at = at
    self.detail = detail
  }
}
