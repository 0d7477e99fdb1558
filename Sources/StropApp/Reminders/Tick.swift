import Foundation
package import StropCore
import StropStore

/// Facts about ticks, local to this machine.
enum TickFact {
  static let last = "last-tick"
  /// Of the last backup by a tick: its day, the journal's newest clock in it, its file.
  static let backupDay = "backup-day"
  static let backupClock = "backup-clock"
  static let backupFile = "backup-file"
  /// The day on which it was last said that no backup could be made.
  static let backupFailureDay = "backup-failure-day"
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
    try backUp(backupFailed)
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

  /// What the last backup by a tick was of.
  private struct Backup: Equatable {
    var day: String?
    /// The journal's newest clock.
    var clock: String?
    var file: String?
  }

  private func lastBackup(_ reader: Reader) throws -> Backup {
    Backup(
      day: try reader.local(TickFact.backupDay), clock: try reader.local(TickFact.backupClock),
      file: try reader.local(TickFact.backupFile))
  }

  private func remember(_ backup: Backup, _ transaction: Transaction) throws {
    try transaction.setLocal(TickFact.backupDay, backup.day)
    try transaction.setLocal(TickFact.backupClock, backup.clock)
    try transaction.setLocal(TickFact.backupFile, backup.file)
  }

  /// Makes the day's backup, and another in its place once something more was recorded: what was recorded
  /// before a tick is never in one file alone.
  ///
  /// A backup is claimed before it is made, so that of two ticks at once one makes it; where it cannot be made,
  /// the next tick tries again, and `failed` is told once a day.
  private func backUp(_ failed: (Failure) -> Void) throws {
    func isWanted(_ reader: Reader) throws -> Backup? {
      let last = try lastBackup(reader)
      let newest = try reader.newestClock().map { String($0.number) }
      return last.day == today.iso && last.clock == newest ? nil : last
    }
    guard try read(isWanted) != nil else { return }
    let claimed = try write { transaction -> Backup? in
      guard let last = try isWanted(transaction.reader) else { return nil }
      let newest = try transaction.reader.newestClock().map { String($0.number) }
      try remember(Backup(day: today.iso, clock: newest, file: last.file), transaction)
      return last
    }
    guard let last = claimed else { return }
    do {
      let file = try backUp()
      try write { try $0.setLocal(TickFact.backupFile, file) }
      if last.day == today.iso, let former = last.file {
        Backups(databasePath: store.path).replace(former, by: file)
      }
    } catch let failure as Failure {
      let wasTold = try write { transaction in
        try remember(last, transaction)
        let told = try transaction.reader.local(TickFact.backupFailureDay)
        try transaction.setLocal(TickFact.backupFailureDay, today.iso)
        return told == today.iso
      }
      if !wasTold { failed(failure) }
    }
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
