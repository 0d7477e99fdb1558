/// The moment of a tick, and what decides which occurrences are told at it.
package struct TickClock: Sendable {
  package let instant: Instant
  /// What the wall clock shows.
  package let now: CivilDateTime
  package let dayStart: CivilTime
  package let quiet: QuietHours?

  /// How old an occurrence may be and still be told, in minutes on the wall clock.
  package static let grace = 240

  package init(instant: Instant, now: CivilDateTime, dayStart: CivilTime, quiet: QuietHours?) {
    self.instant = instant
    self.now = now
    self.dayStart = dayStart
    self.quiet = quiet
  }

  /// What to do about an occurrence through one channel.
  package enum Decision: Hashable, Sendable {
    /// It is settled, or not yet due, or another process has it.
    case leave
    case send
    case suppress
    case miss
    /// Quiet hours hold it back until then.
    case hold(CivilDateTime)
  }

  /// What to do about an occurrence that is not in the future.
  ///
  /// Only a reminder's newest occurrence is sent: a laptop that slept for three days tells once, and
  /// the two before it are missed.
  ///
  /// `record`: what became of it so far. `isNeeded`: whether the user still has to be told.
  package func decision(
    on occurrence: CivilDateTime, isNewest: Bool, record: Delivery?,
    isNeeded: () throws -> Bool
  ) rethrows -> Decision {
    let tries: Bool
    switch record?.state {
    case .sent, .suppressed, .missed: return .leave
    case nil, .deferred: tries = false
    case .claimed:
      guard let record, record.isAbandoned(at: instant), record.attempts < Delivery.attempts else {
        return .leave
      }
      tries = true
    case .failed:
      // What failed in the future failed by a clock that ran ahead.
      guard let record, let retry = record.retryAt, retry <= instant || record.at > instant else {
        return .leave
      }
      tries = true
    }
    guard isNewest else {
      if tries { return .leave }
      return try isNeeded() ? .miss : .suppress
    }
    let due = record?.deferredTo ?? quiet?.end(of: occurrence) ?? occurrence
    guard due <= now else { return record == nil ? .hold(due) : .leave }
    guard try isNeeded() else { return .suppress }
    // One that was tried stays failed: what went wrong says more than that it is late.
    if now.minutes(since: due) > TickClock.grace { return tries ? .leave : .miss }
    if let end = quiet?.end(of: now) { return .hold(end) }
    return .send
  }
}

extension CivilDateTime {
  /// The day of practice that this moment on the wall clock belongs to.
  package func day(dayStart: CivilTime) -> Day { time < dayStart ? day - 1 : day }
}
