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

  /// What cron calls: delivers what is due, makes the day's backup, and shares the journal where it is to.
  ///
  /// Each occurrence is claimed before it is sent and settled after: at least once, and twice only
  /// where this process dies in between. Channels go side by side, so that none holds up the others.
  ///
  /// `channels`: all of them, each with the time that it has; `message`: what says it; `language`: of what is
  /// kept of the answers; `print`: writes to standard output, which cron mails; throws where it cannot;
  /// `backupFailed`: called once a day while no backup can be made, which keeps nothing from being delivered;
  /// `describing`: the sentence for a failure; `syncFailed`: called once a day while the journal cannot be shared.
  /// - Throws: `Failure.deliveryFailed` where something could not be sent.
  package func deliver(
    through channels: [DeliveryChannel] = DeliveryChannel.all,
    language: Language, message: (Digest) -> Message,
    print: @escaping @Sendable (String) throws -> Void, backupFailed: (Failure) -> Void,
    describing: (Failure) -> LocalizedText, syncFailed: (SyncTrouble) -> Void
  ) async throws {
    let claims = try write { transaction in
      try transaction.setLocal(TickFact.last, String(environment.now.milliseconds))
      return try self.claims(transaction)
    }
    let loads = try channels.compactMap { channel -> Load? in
      let claims = claims.filter { $0.delivery.channel == channel.name.rawValue }
      guard !claims.isEmpty else { return nil }
      return Load(
        channel: channel, claims: claims.map(\.delivery),
        message: message(try digest(claims.map(\.reminder))))
    }
    let sent = await send(loads, language, print: print)
    let backup = Result { try backUpWhatIsNew(backupFailed) }
    await shareByItself(describing: describing, failed: syncFailed)
    try backup.get()
    if let failure = sent.failure { throw failure }
    guard sent.problems.isEmpty else {
      throw Failure.deliveryFailed(sent.problems, isOver: !sent.isTriedAgain)
    }
  }

  /// What one channel has to send.
  private struct Load: Sendable {
    let channel: DeliveryChannel
    let claims: [Delivery]
    let message: Message
  }

  /// What came of the loads.
  private struct Sent {
    /// Each with its channel's name, in the channels' order.
    var problems: [LocalizedText] = []
    var isTriedAgain = false
    /// The first answer that could not be recorded.
    var failure: Failure?
  }

  /// Sends all loads at once, and records each answer as it comes.
  private func send(
    _ loads: [Load], _ language: Language, print: @escaping @Sendable (String) throws -> Void
  ) async -> Sent {
    var sent = Sent()
    var problems: [(index: Int, text: LocalizedText)] = []
    await withTaskGroup(of: (Int, SendOutcome).self) { group in
      for (index, load) in loads.enumerated() {
        group.addTask { (index, await send(load.message, load.channel, print: print)) }
      }
      for await (index, outcome) in group {
        let load = loads[index]
        let settled = load.claims.map { (claim: $0, outcome: $0.settled(outcome, language)) }
        if settled.contains(where: { $0.outcome.isOpen }) { sent.isTriedAgain = true }
        if let problem = outcome.problem {
          problems.append((index, problem.said(of: load.channel.name)))
        }
        do {
          try write { transaction in
            for (claim, outcome) in settled { try transaction.settle(claim, as: outcome) }
          }
        } catch {
          sent.failure = sent.failure ?? error as? Failure ?? .busy
        }
      }
    }
    sent.problems = problems.sorted { $0.index < $1.index }.map(\.text)
    return sent
  }

  private struct Claim {
    let delivery: Delivery
    let reminder: DueReminder
  }

  /// Decides on every reminder of this device, and takes those to send for this process, in the order of time.
  private func claims(_ transaction: Transaction) throws -> [Claim] {
    let reader = transaction.reader
    let reminders = try reader.reminders().filter { $0.device == transaction.device }
    var open = Dictionary(grouping: try reader.openDeliveries(), by: \.reminder)
    guard !(reminders.isEmpty && open.isEmpty) else { return [] }
    let clock = tickClock
    let needs = try needs(reader)
    var claims: [Claim] = []
    for reminder in reminders {
      claims += try self.claims(
        of: reminder, open: open.removeValue(forKey: reminder.id) ?? [], clock, needs, transaction)
    }
    // Of reminders that were removed, or that another machine delivers now.
    for delivery in open.values.joined() { try transaction.record(delivery.dropped(clock)) }
    return claims.sorted {
      ($0.reminder.occurrence, $0.reminder.id) < ($1.reminder.occurrence, $1.reminder.id)
    }
  }

  /// `open`: its deliveries on which nothing was decided for good.
  private func claims(
    of reminder: Reminder, open: [Delivery], _ clock: TickClock, _ needs: ReminderNeeds,
    _ transaction: Transaction
  ) throws -> [Claim] {
    let reader = transaction.reader
    let decided = try reader.lastDecided(
      of: reminder.id, upTo: clock.now, before: clock.instant)
    let newest = reminder.latest(upTo: clock.now)
    if open.isEmpty, decided == newest { return [] }
    let start = [decided].compactMap(\.self) + open.map(\.occurrence)
    let occurrences = reminder.occurrences(from: start.min(), upTo: clock.now)
    // Of a rule, channels or a time that were changed since, and of before it was snoozed.
    for delivery in open
    where !occurrences.contains(delivery.occurrence)
      || !reminder.channels.contains(where: { $0.rawValue == delivery.channel })
    {
      try transaction.record(delivery.dropped(clock))
    }
    guard let first = occurrences.first else { return [] }
    let records = Dictionary(
      grouping: try reader.deliveries(of: reminder.id, since: first), by: \.occurrence)
    var claims: [Claim] = []
    for (occurrence, channel) in occurrences.flatMap({ occurrence in
      reminder.channels.map { (occurrence, $0) }
    }) {
      let record = records[occurrence]?.first { $0.channel == channel.rawValue }
      var days: Set = [occurrence.day(dayStart: clock.dayStart)]
      // What is told late is told today.
      if occurrence == newest { days.insert(today) }
      let decision = try clock.decision(
        on: occurrence, isNewest: occurrence == newest, record: record
      ) { try needs.isNeeded(reminder, on: days) }
      guard decision != .leave else { continue }
      if let record, record.state == .claimed {
        try transaction.recordTry(of: record, as: .claimed, detail: nil)
      }
      let delivery = Delivery(
        decision, of: reminder, at: occurrence, through: channel, after: record,
        now: clock.instant)
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
    return claims
  }

  /// This moment, as ticks weigh it.
  var tickClock: TickClock {
    TickClock(
      instant: environment.now, now: clock, dayStart: settings.dayStart, quiet: settings.quiet)
  }
}

extension LocalizedText {
  /// `ntfy: HTTP 500`.
  fileprivate func said(of channel: Reminder.Channel) -> LocalizedText {
    LocalizedText(
      english: channel.rawValue + ": " + english, chinese: channel.rawValue + "：" + chinese)
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
      attempts: decision == .send ? attempts + 1 : attempts, at: now, deferredTo: deferredTo,
      detail: state == .missed ? record?.detail : nil)
  }

  /// Open no more, since its reminder does not ask for it any more.
  fileprivate func dropped(_ clock: TickClock) -> Delivery {
    Delivery(
      reminder: reminder, occurrence: occurrence, channel: channel, state: .suppressed,
      attempts: attempts, at: clock.instant)
  }

  /// This claim, once the channel has answered.
  fileprivate func settled(_ outcome: SendOutcome, _ language: Language) -> Delivery {
    var state = State.sent
    var retry: Instant?
    switch outcome {
    case .sent: break
    case .failed: state = .failed
    case .retry:
      retry = Delivery.backoff(after: attempts).map {
        Instant(milliseconds: at.milliseconds + $0)
      }
      state = retry == nil ? .missed : .failed
    }
    return Delivery(
      reminder: reminder, occurrence: occurrence, channel: channel, state: state,
      attempts: attempts, at: at, retryAt: retry, detail: outcome.detail?[language])
  }
}
