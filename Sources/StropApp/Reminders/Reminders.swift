package import StropCore
import StropStore

/// What of a reminder to change; nil is left as it is.
package struct ReminderChange: Sendable {
  /// As typed, such as `daily 21:30`.
  package var rule: String?
  /// As typed, such as `stdout,notify-send`.
  package var channels: String?
  /// Of a reminder with the user's own words.
  package var text: String?
  /// Of a reminder by slack, in days.
  package var slack: Int?
  /// Of a skill: whether it rings though the week's plan is met.
  package var always: Bool?
  /// Whether this machine shall deliver it from now on.
  package var here = false

  package init() {}
}

extension Strop {
  /// All reminders, the next to come first.
  package func reminderList() throws -> ReminderList {
    try read { reader in
      let needs = try needs(reader)
      let all = try reader.reminders().map { try coming($0, needs) }
      let inOrder = all.enumerated().sorted { left, right in
        switch (left.element.next.first, right.element.next.first) {
        case (let one?, let other?): (one, left.offset) < (other, right.offset)
        case (nil, nil): left.offset < right.offset
        case (let one, _): one != nil
        }
      }
      let problems = all.filter { $0.isHere && $0.silence == nil }
        .map(\.reminder.channels).uniqued().flatMap(self.problems)
      return ReminderList(
        reminders: inOrder.map(\.element), zone: zone.name, problems: problems.uniqued())
    }
  }

  /// One reminder, with its next three times and what became of the last ten deliveries.
  ///
  /// - Throws: `Failure.badID`, `.unknownID`, `.ambiguousID`.
  package func reminderCard(_ id: String) throws -> ReminderCard {
    try read { reader in
      let reminder = try reader.value(id, of: .reminder)
      return ReminderCard(
        coming: try coming(reminder, reader), zone: zone.name,
        deliveries: try logged(of: reminder.id, limit: 10, reader))
    }
  }

  /// Adds a reminder. Skills and items in `topic` are as the user named them.
  ///
  /// `rule`: as typed, such as `daily 21:30`.
  /// `channels`: as typed, such as `stdout,notify-send`; nil for what the settings say.
  /// `always`: of a skill, whether it rings though the week's plan is met.
  /// - Throws: `Failure.badRule`, `.badChannel`, `.channelNotReady`, `.badSlack`, `.topicLacks`,
  ///   `.emptyText`, `.unknownSkill`, `.unknownItem`, `.sameReminder`.
  package func addReminder(
    _ topic: Reminder.Topic, rule: String, channels: String?, always: Bool = false
  ) throws -> Receipt<ChangedReminder> {
    if always { try requireSkill(topic) }
    let rule = try parsed(rule: rule)
    let channels = try channels.map { try parsed(channels: $0) } ?? standardChannels
    try requireReady(channels)
    return try write { transaction in
      let reader = transaction.reader
      let reminder = Reminder(
        id: newID(), topic: try resolved(topic, reader), rule: rule, channels: channels,
        device: transaction.device, since: clock.nextMinute, always: always)
      try refuseTwin(of: reminder, reader)
      try transaction.append([reminder.creation], command: "remind add")
      return try receipt(.added, try coming(reminder, reader), reader)
    }
  }

  /// Changes a reminder; what is so already is left alone. One whose times or channels change starts anew: what fired before is not
  /// told again.
  ///
  /// - Throws: `Failure.badRule`, `.badChannel`, `.channelNotReady`, `.badSlack`, `.emptyText`,
  ///   `.topicLacks`, `.sameReminder`, and of the id.
  package func editReminder(_ id: String, _ change: ReminderChange) throws -> Receipt<
    ChangedReminder
  > {
    let rule = try change.rule.map { try parsed(rule: $0) }
    let channels = try change.channels.map { try parsed(channels: $0) }
    return try write { transaction in
      let reader = transaction.reader
      let before = try reader.value(id, of: .reminder)
      var after = before
      if let rule { after.rule = rule }
      if let channels { after.channels = channels }
      if change.here { after.device = transaction.device }
      if let always = change.always {
        try requireSkill(before.topic)
        after.always = always
      }
      if let text = change.text {
        guard case .text = before.topic else { throw Failure.topicLacks("--text", before.kind) }
        after.topic = try resolved(.text(text), reader)
      }
      if let slack = change.slack {
        guard case .slack(_, let skill) = before.topic else {
          throw Failure.topicLacks("--when-slack", before.kind)
        }
        guard Reminder.Topic.slacks.contains(slack) else { throw Failure.badSlack(slack) }
        after.topic = .slack(atMost: slack, skill: skill)
      }
      if channels != nil || change.here { try requireReady(after.channels) }
      guard after != before else {
        return try receipt(.edited, try coming(before, reader), reader)
      }
      if (after.rule, after.channels, after.device) != (before.rule, before.channels, before.device)
      {
        after.since = clock.nextMinute
        after.snoozed = nil
      }
      try refuseTwin(of: after, reader)
      try transaction.append(
        after.changes(from: before), command: "remind edit")
      return try receipt(.edited, try coming(after, reader), reader)
    }
  }

  /// Silences a reminder until a moment, when it comes once more.
  ///
  /// `until`: as typed: `30m`, `21:45`, `tomorrow 09:00`; nil for an hour.
  /// - Throws: `Failure.badSnooze`, and of the id.
  package func snoozeReminder(_ id: String, until text: String?) throws -> Receipt<ChangedReminder>
  {
    let moment = try snoozeEnd(text ?? "1h")
    return try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .reminder)
      var reminder = old
      reminder.snoozed = moment
      try transaction.append(
        reminder.changes(from: old), command: "remind snooze")
      return try receipt(.edited, try coming(reminder, reader), wasSnoozed: true, reader)
    }
  }

  package func removeReminder(_ id: String) throws -> Receipt<ChangedReminder> {
    try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .reminder)
      let before = try coming(old, reader)
      var new = old
      new.removed = true
      try transaction.append(new.changes(from: old), command: "remind remove")
      return try receipt(.removed, before, reader)
    }
  }

  /// - Throws: `Failure.channelNotReady`, and where one needs secrets `.unsafeSecrets`.
  private func requireReady(_ channels: [Reminder.Channel]) throws {
    if channels.map(DeliveryChannel.named).contains(where: \.mayHaveSecrets) {
      _ = try secretFile.values()
    }
    if let problem = channels.lazy.compactMap(channelProblem).first {
      throw Failure.channelNotReady(problem)
    }
  }

  /// - Throws: `Failure.topicLacks` for anything that is silent for other reasons than a plan that is met.
  private func requireSkill(_ topic: Reminder.Topic) throws {
    guard case .skill = topic else { throw Failure.topicLacks("--always", topic.kind) }
  }

  private func refuseTwin(of reminder: Reminder, _ reader: Reader) throws {
    let twin = try reader.reminders().first {
      $0.id != reminder.id
        && ($0.topic, $0.rule, $0.device) == (reminder.topic, reminder.rule, reminder.device)
    }
    if let twin { throw Failure.sameReminder(id: try reader.shortID(twin.id, in: .reminder)) }
  }

  /// What is set, else stdout, and the desktop where this machine has one to show notices.
  private var standardChannels: [Reminder.Channel] {
    if settings[.channels] != nil { return settings.channels }
    let hasDesktop = environment.program("notify-send") != nil && environment.sessionBus != nil
    return hasDesktop ? [.stdout, .notifySend] : [.stdout]
  }

  private func receipt(
    _ action: ReceiptAction, _ coming: ComingReminder, wasSnoozed: Bool = false, _ reader: Reader
  ) throws -> Receipt<ChangedReminder> {
    let called = try lastTick(reader) ?? scheduledAt(reader)
    let isScheduled = try called != nil && staleTick(reader) == nil
    return Receipt(
      action,
      ChangedReminder(
        coming: coming, wasSnoozed: wasSnoozed, zone: zone.name, isScheduled: isScheduled,
        problems: coming.isHere ? problems(of: coming.reminder.channels) : []))
  }

  /// When a reminder comes, as things stand for `needs`.
  func coming(_ reminder: Reminder, _ needs: ReminderNeeds) throws -> ComingReminder {
    let reader = needs.practices.reader
    let isHere = try reminder.device == reader.device(on: environment.machine)
    let silence = needs.silence(of: reminder.topic)
    var next: [CivilDateTime] = []
    var moment = clock
    while isHere, silence == nil, next.count < 3, let occurrence = reminder.next(after: moment) {
      next.append(occurrence)
      moment = occurrence
    }
    return ComingReminder(
      listed: try reader.listed(reminder, .reminder), next: next, silence: silence,
      last: try reader.lastDelivery(of: reminder.id, upTo: clock), isHere: isHere)
  }

  private func coming(_ reminder: Reminder, _ reader: Reader) throws -> ComingReminder {
    try coming(reminder, needs(reader))
  }

  /// What reminders are needed for, today.
  func needs(_ reader: Reader) throws -> ReminderNeeds {
    ReminderNeeds(try PracticeReader(reader, today: today))
  }
}
