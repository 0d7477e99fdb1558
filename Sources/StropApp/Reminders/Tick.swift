import Foundation
package import StropCore
import StropStore

/// Facts about ticks, local to this machine.
private enum TickFact {
  static let last = "last-tick"
  static let backupDay = "backup-day"
}

extension Strop {
  /// When a tick last came; nil before the first.
  func lastTick(_ reader: Reader) throws -> Instant? {
    try reader.local(TickFact.last).flatMap { Int64($0) }.map(Instant.init(milliseconds:))
  }

  /// What cron calls: delivers what is due, and makes the day's backup.
  ///
  /// Each occurrence is claimed before it is sent and settled after: at least once, and twice only
  /// where this process dies in between.
  ///
  /// `print`: writes to standard output, which cron mails; throws where it cannot.
  /// - Throws: `Failure.deliveryFailed` where something has to be tried again.
  package func deliver(
    language: Language, print: (String) throws -> Void
  ) async throws {
    let due = try write { transaction in
      try transaction.setLocal(TickFact.last, String(environment.now.milliseconds))
      return try claims(transaction)
    }
    var failures: [String] = []
    for channel in Reminder.Channel.allCases {
      let claims = due.filter { $0.channel == channel }
      guard !claims.isEmpty else { continue }
      let problem = await send(
        try digest(claims.map(\.reminder)), channel, language, print: print)
      try write { transaction in
        for claim in claims {
          try transaction.settle(
            claim.reminder.id, claim.reminder.occurrence, channel: channel.rawValue,
            problem == nil ? .sent : .failed, detail: problem, now: environment.now)
        }
      }
      if let problem { failures.append(channel.rawValue + ": " + problem) }
    }
    try backUpOnceADay()
    if !failures.isEmpty { throw Failure.deliveryFailed(failures) }
  }

  private struct Claim {
    let reminder: DueReminder
    let channel: Reminder.Channel
  }

  /// Decides on every reminder of this device, and takes those to deliver for this process.
  private func claims(_ transaction: Transaction) throws -> [Claim] {
    let reader = transaction.reader
    let now = clock
    var claims: [Claim] = []
    for reminder in try reader.reminders() where reminder.device == transaction.device {
      let decision = try reminder.decision(at: now, dayStart: settings.dayStart) { day in
        try reminder.skill.map { try reader.wasPractised($0, on: day) } ?? false
      }
      for channel in reminder.channels {
        switch decision {
        case .nothing: break
        case .deliver(let occurrence):
          let isMine = try transaction.claim(
            reminder.id, occurrence, channel: channel.rawValue, now: environment.now)
          guard isMine else { continue }
          let due = DueReminder(
            id: reminder.id, occurrence: occurrence, kind: reminder.kind, skill: reminder.skill)
          claims.append(Claim(reminder: due, channel: channel))
        case .suppress(let occurrence):
          try transaction.pass(
            reminder.id, occurrence, channel: channel.rawValue, .suppressed, now: environment.now)
        case .miss(let occurrence):
          try transaction.pass(
            reminder.id, occurrence, channel: channel.rawValue, .missed, now: environment.now)
        }
      }
    }
    return claims
  }

  /// One message for everything that a channel has to say in this tick.
  private func digest(_ reminders: [DueReminder]) throws -> Digest {
    let lines = try read { reader in
      let practices = try PracticeReader(reader, today: today)
      return try reminders.map { reminder in
        let skill = practices.skills.first { $0.slug == reminder.skill }
        let isInFocus = skill.map { practices.plans(of: $0).plan(in: today.week).focus } ?? false
        let standing = try skill.map {
          try practices.practice(of: $0, known: today.week.monday)
            .standing(in: today.week, today: today)
        }
        return Digest.Line(
          reminder: reminder, title: skill?.title, standing: isInFocus ? standing : nil)
      }
    }
    // Until Wednesday "the week" is the one that has just ended; after that, the one that runs.
    let report = try reminders.first { $0.kind == .report }
      .map { try self.report(on: ($0.occurrence.day - 3).week.days) }
    return Digest(lines: lines, report: report)
  }

  /// Claims the day's backup before it is made, so that of two ticks at once one makes it; where it
  /// cannot be made, the next tick tries again.
  private func backUpOnceADay() throws {
    guard try read({ try $0.local(TickFact.backupDay) }) != today.iso else { return }
    let lastBackup = try write { transaction in
      let lastBackup = try transaction.reader.local(TickFact.backupDay)
      try transaction.setLocal(TickFact.backupDay, today.iso)
      return lastBackup
    }
    guard lastBackup != today.iso else { return }
    do {
      _ = try backUp()
    } catch {
      try write { try $0.setLocal(TickFact.backupDay, lastBackup) }
      throw error
    }
  }
}
