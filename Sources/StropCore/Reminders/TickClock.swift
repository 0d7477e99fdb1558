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
  /// the two before it are missed. What was tried and is overtaken, by a newer one, by the grace or by the
  /// end of its tries, is missed too: nothing stays open for ever.
  ///
  /// `record`: what became of it so far. `isNeeded`: whether the user still has to be told.
  package func decision(
    on occurrence: CivilDateTime, isNewest: Bool, record: Delivery?,
    isNeeded: () throws -> Bool
  ) rethrows -> Decision {
    // What was decided in the future was so by a clock that ran ahead; but what was sent then was sent, and
    // what had all its tries had them.
    let isFuture = record.map { $0.at > instant && $0.attempts < Delivery.attempts } ?? false
    var retry: Instant?
    switch record?.state {
    case .sent: return .leave
    case .suppressed, .missed: if !isFuture { return .leave }
    case nil, .deferred: break
    case .claimed:
      guard let record, record.isAbandoned(at: instant) else { return .leave }
      if record.attempts >= Delivery.attempts { return try isNeeded() ? .miss : .suppress }
    case .failed:
      guard let record, record.retryAt != nil || isFuture else { return .leave }
      retry = isFuture ? nil : record.retryAt
    }
    guard isNewest else { return try isNeeded() ? .miss : .suppress }
    let due = record?.deferredTo ?? quiet?.end(of: occurrence) ?? occurrence
    guard due <= now else { return record == nil ? .hold(due) : .leave }
    guard try isNeeded() else { return .suppress }
    if now.minutes(since: due) > TickClock.grace { return .miss }
    if let retry, retry > instant { return .leave }
    if let end = quiet?.end(of: now) { return .hold(end) }
    return .send
  }
}

extension CivilDateTime {
  /// The day of practice that this moment on the wall clock belongs to.
  package func day(dayStart: CivilTime) -> Day { time < dayStart ? day - 1 : day }
}
