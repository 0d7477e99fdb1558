package import StropCore
import StropStore

extension Strop {
  /// When the user last saw which occurrences were never told: a local fact.
  static let seen = "deliveries-seen"

  /// Reminders of this device that fired on this day of practice, that are still needed, and that no
  /// channel but stdout has told: what stdout said may have gone unseen.
  func unseenReminders(_ needs: ReminderNeeds) throws -> [DueReminder] {
    let reader = needs.practices.reader
    guard let device = try reader.device(on: environment.machine) else { return [] }
    let now = clock
    let waiting = try reader.reminders().filter { $0.device == device }.compactMap {
      reminder -> DueReminder? in
      guard let occurrence = reminder.latest(upTo: now) else { return nil }
      // What quiet hours held back belongs to the day on which they end.
      let told = settings.quiet?.end(of: occurrence) ?? occurrence
      guard told <= now, told.day(dayStart: settings.dayStart) == today,
        try needs.isNeeded(reminder, on: [occurrence.day(dayStart: settings.dayStart), today])
      else { return nil }
      let wasShown =
        try reminder.channels != [.stdout]
        && reader.wasTold(
          reminder.id, at: occurrence, besides: Reminder.Channel.stdout.rawValue)
      return wasShown
        ? nil : DueReminder(id: reminder.id, occurrence: occurrence, topic: reminder.topic)
    }
    guard waiting.count > 1 else { return waiting }
    // What several ask for is told once, as the last of them has it.
    let newest = Dictionary(waiting.map { ($0.topic, $0) }) {
      $0.occurrence < $1.occurrence ? $1 : $0
    }
    return newest.values.sorted { ($0.occurrence, $0.id) < ($1.occurrence, $1.id) }
  }

  /// What a command other than `today` tells below its answer, as things stand after it.
  package func notices() throws -> Notices {
    try read { reader in
      let needs = try needs(reader)
      return Notices(
        day: today, reminders: try unseenReminders(needs), undelivered: try undelivered(reader),
        staleTick: try staleTick(reader), syncTrouble: try lastingSyncTrouble(reader))
    }
  }

  /// Occurrences that were never told, since the user last saw that there are some.
  func undelivered(_ reader: Reader) throws -> Undelivered? {
    let noted = try reader.local(Strop.seen).flatMap { Int64($0) }.map(Instant.init(milliseconds:))
    // By a clock that ran ahead: as now it would go on hiding what was missed until now.
    let seen = noted.flatMap { $0 <= environment.now ? $0 : nil } ?? Instant(milliseconds: 0)
    guard let (count, newest) = try reader.undelivered(after: seen, upTo: environment.now) else {
      return nil
    }
    return Undelivered(count: count, newest: newest)
  }

  /// Remembers that the user saw which occurrences were never told; where nothing can be written, they
  /// are shown again.
  package func markUndeliveredSeen() {
    try? write { try $0.setLocal(Strop.seen, String(environment.now.milliseconds)) }
  }

  /// Deliveries, the newest first; of one reminder where an id is given.
  ///
  /// - Throws: `Failure.badID`, `.unknownID`, `.ambiguousID`.
  package func deliveryLog(of id: String?, limit: Int) throws -> DeliveryLog {
    try read { reader in
      let whole = try id.map { try reader.id($0, in: .reminder) }
      return DeliveryLog(
        deliveries: try logged(of: whole, limit: limit, reader), zone: zone.name)
    }
  }

  /// Deliveries of one reminder, or of all, the newest first, with their tries.
  func logged(of reminder: String?, limit: Int, _ reader: Reader) throws -> [LoggedDelivery] {
    try reader.deliveryLog(of: reminder, limit: limit).map { delivery in
      LoggedDelivery(
        delivery: delivery,
        tries: try reader.tries(of: delivery).map {
          LoggedTry(attempt: $0, began: zone.clock(at: $0.at).wholeMinute)
        },
        reminder: try reader.one(.reminder, delivery.reminder),
        shortID: try reader.shortID(delivery.reminder, in: .reminder))
    }
  }
}
