import Foundation
package import StropCore
import StropStore

/// Facts about ticks, local to this machine.
enum TickFact {
  static let last = "last-tick"
}

extension Strop {
  /// When a tick last came; nil before the first.
  func lastTick(_ reader: Reader) throws -> Instant? { try localInstant(TickFact.last, reader) }

  /// What cron calls: delivers what is due, and makes the day's backup.
  ///
  /// Each occurrence is claimed before it is sent and settled after: at least once, and twice only
  /// where this process dies in between.
  ///
  /// `message`: what says it; `language`: of what is kept of the answers; `print`: writes to standard
  /// output, which cron mails; throws where it cannot; `backupFailed`: called once a day while no backup can
  /// be made, which keeps nothing from being delivered.
  /// - Throws: `Failure.deliveryFailed` where something could not be sent.
  package func deliver(
    language: Language, message: (Digest) -> Message, print: (String) throws -> Void,
    backupFailed: (Failure) -> Void
  ) async throws {
    let claims = try write { transaction in
      try transaction.setLocal(TickFact.last, String(environment.now.milliseconds))
      return try self.claims(transaction)
    }
    var problems: [LocalizedText] = []
    var isOver = true
    for channel in DeliveryChannel.all {
      let claims = claims.filter { $0.delivery.channel == channel.name.rawValue }
      guard !claims.isEmpty else { continue }
      let digest = try digest(claims.map(\.reminder))
      let outcome = await send(message(digest), channel, print: print)
      let settled = claims.map {
        (claim: $0.delivery, outcome: $0.delivery.settled(outcome, language))
      }
      try write { transaction in
        for (claim, outcome) in settled { try transaction.settle(claim, as: outcome) }
      }
      if let problem = outcome.problem {
        let name = channel.name.rawValue
        problems.append(
          LocalizedText(
            english: "\(name): \(problem.english)", chinese: "\(name)：\(problem.chinese)"))
      }
      if settled.contains(where: { $0.outcome.retryAt != nil }) { isOver = false }
    }
    try backUpWhatIsNew(backupFailed)
    if !problems.isEmpty { throw Failure.deliveryFailed(problems, isOver: isOver) }
  }

  private struct Claim {
    let delivery: Delivery
    let reminder: DueReminder
  }

  /// Decides on every reminder of this device, and takes those to send for this process.
  private func claims(_ transaction: Transaction) throws -> [Claim] {
    let reader = transaction.reader
    let reminders = try reader.reminders().filter { $0.device == transaction.device }
    guard !reminders.isEmpty else { return [] }
    let clock = tickClock
    let needs = ReminderNeeds(
      practices: try PracticeReader(reader, today: today), settings: settings)
    var claims: [Claim] = []
    for reminder in reminders {
      let occurrences = reminder.occurrences(upTo: clock.now)
      guard let first = occurrences.first, let newest = occurrences.last else { continue }
      let records = Dictionary(
        grouping: try reader.deliveries(of: reminder.id, since: first), by: \.occurrence)
      for (occurrence, channel) in occurrences.flatMap({ occurrence in
        reminder.channels.map { (occurrence, $0) }
      }) {
        let record = records[occurrence]?.first { $0.channel == channel.rawValue }
        var days: Set = [occurrence.day(dayStart: clock.dayStart)]
        // What is told late is told today.
        if occurrence == newest { days.insert(today) }
        let decision = try clock.decision(
          on: occurrence, isNewest: occurrence == newest, record: record
        ) { try needs.isNeeded(reminder.topic, on: days) }
        guard decision != .leave else { continue }
        let delivery = Delivery(
          decision, of: reminder, at: occurrence, through: channel, after: record,
          now: environment.now)
        try transaction.record(delivery)
        if decision == .send {
          let missed = try reader.missed(before: delivery)
          claims.append(
            Claim(
              delivery: delivery,
              reminder: DueReminder(
                id: reminder.id, occurrence: occurrence, topic: reminder.topic, missed: missed)))
        }
      }
    }
    return claims
  }

  /// This moment, as ticks weigh it.
  var tickClock: TickClock {
    TickClock(
      instant: environment.now, now: clock, dayStart: settings.dayStart, quiet: settings.quiet)
  }
}

extension Delivery {
  /// What a decision other than `leave` records.
  fileprivate init(
    _ decision: TickClock.Decision, of reminder: Reminder, at occurrence: CivilDateTime,
    through channel: Reminder.Channel, after record: Delivery?, now: Instant
  ) {
    let attempts = record?.attempts ?? 0
    var deferredTo: CivilDateTime?
    let state: State
    switch decision {
    case .send, .leave: state = .claimed
    case .suppress: state = .suppressed
    case .miss: state = .missed
    case .hold(let end):
      state = .deferred
      deferredTo = end
    }
    self.init(
      reminder: reminder.id, occurrence: occurrence, channel: channel.rawValue, state: state,
      attempts: decision == .send ? attempts + 1 : attempts, at: now, deferredTo: deferredTo)
  }

  /// This claim, once the channel has answered.
  fileprivate func settled(_ outcome: SendOutcome, _ language: Language) -> Delivery {
    let retry: Instant?
    if case .retry = outcome {
      retry = Delivery.backoff(after: attempts).map {
        Instant(milliseconds: at.milliseconds + $0)
      }
    } else {
      retry = nil
    }
    return Delivery(
      reminder: reminder, occurrence: occurrence, channel: channel,
      state: outcome.problem == nil ? .sent : .failed, attempts: attempts, at: at, retryAt: retry,
      detail: outcome.detail?[language])
  }
}
