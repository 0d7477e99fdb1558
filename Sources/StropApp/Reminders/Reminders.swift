package import StropCore
import StropStore

extension Strop {
  package func reminderList() throws -> ReminderList {
    try read { reader in
      ReminderList(
        reminders: try reader.reminders().map { try listed($0, reader) }, zone: zone.name)
    }
  }

  /// Adds a reminder of a skill, or of the weekly report where `skill` is nil.
  ///
  /// `rule`: as typed, such as `daily 21:30`.
  /// `channels`: as typed, such as `stdout,notify-send`; nil for what the settings say.
  /// - Throws: `Failure.badRule` and the others about rules, `.badChannel`, `.unknownSkill`, `.sameReminder`.
  package func addReminder(
    skill name: String?, rule text: String, channels: String?
  ) throws -> ReminderReceipt {
    let rule = try rule(text)
    let chosen = try channels.map { text in
      guard let chosen = Reminder.channels(text.foldedName.filter { $0 != " " }) else {
        throw Failure.badChannel(text)
      }
      return chosen
    }
    return try write { transaction in
      let reader = transaction.reader
      let skill = try name.map { try reader.skill(named: $0).slug }
      let reminder = Reminder(
        id: newID(), kind: skill == nil ? .report : .skill, skill: skill, rule: rule,
        channels: chosen ?? standardChannels, device: transaction.device,
        since: clock.nextMinute)
      let same = try reader.reminders().first {
        ($0.kind, $0.skill, $0.rule, $0.device)
          == (reminder.kind, reminder.skill, reminder.rule, reminder.device)
      }
      if let same {
        throw Failure.sameReminder(id: try reader.shortID(same.id, in: .reminder))
      }
      try transaction.append(
        [.create(reminder.subject, reminder.fields)], command: "remind add")
      return try receipt(.added, try listed(reminder, reader), reader)
    }
  }

  /// A rule that still comes, as typed.
  private func rule(_ text: String) throws -> Rule {
    let rule: Rule
    do throws(RuleProblem) {
      rule = try Rule.parse(text.foldedName, from: clock.day)
    } catch {
      switch error {
      case .unreadable: throw Failure.badRule(text)
      case .noTime: throw Failure.ruleLacksTime(text)
      case .badTime(let time): throw Failure.badRuleTime(text, time: time)
      case .neverFires: throw Failure.ruleNeverFires(text)
      case .unsupported(let part): throw Failure.unsupportedRule(text, part: part)
      case .badPart(let part): throw Failure.badRulePart(text, part: part)
      case .zoned: throw Failure.ruleHasZone(text)
      }
    }
    guard rule.next(after: clock) != nil else { throw Failure.ruleNeverFires(text) }
    return rule
  }

  package func removeReminder(_ id: String) throws -> ReminderReceipt {
    try write { transaction in
      let reader = transaction.reader
      guard let reminder = try reader.reminder(try reader.id(id, in: .reminder)) else {
        throw Failure.unknownID(id, .reminder)
      }
      let before = try listed(reminder, reader)
      try transaction.append(
        [Patch(reminder.subject, [Field.removed: .bool(true)])], command: "remind remove")
      return try receipt(.removed, before, reader)
    }
  }

  /// What is set, else stdout, and the desktop where this machine has one to show notices.
  private var standardChannels: [Reminder.Channel] {
    if settings[.channels] != nil { return settings.channels }
    let hasDesktop = environment.program("notify-send") != nil && environment.sessionBus != nil
    return hasDesktop ? [.stdout, .notifySend] : [.stdout]
  }

  private func receipt(
    _ action: ReminderReceipt.Action, _ listed: ListedReminder, _ reader: Reader
  ) throws -> ReminderReceipt {
    let called = try lastTick(reader) ?? scheduledAt(reader)
    return ReminderReceipt(
      action: action, listed: listed, zone: zone.name,
      isScheduled: try called != nil && staleTick(reader) == nil)
  }

  func listed(_ reminder: Reminder, _ reader: Reader) throws -> ListedReminder {
    let isHere = try reminder.device == reader.device(on: environment.machine)
    var next: [CivilDateTime] = []
    var moment = clock
    while isHere, next.count < 3, let occurrence = reminder.rule.next(after: moment) {
      next.append(occurrence)
      moment = occurrence
    }
    return ListedReminder(
      reminder: reminder, shortID: try reader.shortID(reminder.id, in: .reminder), next: next,
      last: try reader.lastDelivery(of: reminder.id), isHere: isHere)
  }

  /// Reminders of this device that fired on this day of practice, and that were neither acted on nor
  /// shown as a notice: what stdout said may have gone unseen.
  func unseenReminders(_ reader: Reader) throws -> [DueReminder] {
    guard let device = try reader.device(on: environment.machine) else { return [] }
    let now = clock
    return try reader.reminders().filter { $0.device == device }.compactMap { reminder in
      guard let occurrence = reminder.rule.latest(upTo: now), occurrence >= reminder.since,
        occurrence.day(dayStart: settings.dayStart) == today
      else { return nil }
      if let skill = reminder.skill, try reader.wasPractised(skill, on: today) { return nil }
      let shown = try reader.deliveries(of: reminder.id, at: occurrence).contains {
        $0.state == .sent && $0.channel != Reminder.Channel.stdout.rawValue
      }
      return shown
        ? nil
        : DueReminder(
          id: reminder.id, occurrence: occurrence, kind: reminder.kind, skill: reminder.skill)
    }
  }
}
