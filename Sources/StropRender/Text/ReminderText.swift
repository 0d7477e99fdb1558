package import StropCore

extension TextRenderer {
  /// `strop remind list`: two lines a reminder.
  package func reminders(_ list: ReminderList) -> String {
    var screen = Screen()
    guard !list.reminders.isEmpty else {
      screen.add(prose(phrases.noReminders))
      screen.add(
        suggestion(
          phrases.addOne,
          ["strop remind add papers --at \"\(phrases.weekdayEvening)\""],
          indent: 0))
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(), Table.Column(minimum: 8, isCutLast: true),
        Table.Column(gap: 3, minimum: 12),
      ],
      rows: list.reminders.map { listed in
        [
          Line(listed.shortID, .quiet), Line(phrases.subject(listed.reminder.topic).sanitized),
          Line(phrases.whenever(listed.reminder)),
        ]
      })
    for (listed, row) in zip(list.reminders, table.lines(within: columns)) {
      screen.add(row)
      screen.add(deliveries(listed))
    }
    screen.blank()
    screen.add(channelProblems(list.problems))
    screen.add(prose(phrases.timesIn(list.zone), tone: .quiet))
    return text(screen)
  }

  /// When it comes next, how, and what became of it last; under each other where that is too wide.
  private func deliveries(_ listed: ComingReminder) -> [Line] {
    let channels = phrases.channels(listed.reminder.channels)
    let parts = [coming(listed), channels].filter { !$0.isEmpty }.joined(separator: " · ")
    let coming = "      " + Line(parts, .quiet)
    guard let last = listed.last else { return [coming] }
    let tone: Tone = last.state == .failed || last.state == .missed ? .bad : .quiet
    let past = Line(phrases.last(last).sanitized, tone)
    if coming.width + 3 + past.width <= columns {
      return [coming + Line(" · ", .quiet) + past]
    }
    return [coming] + prose(phrases.last(last), indent: 6, tone: tone)
  }

  private func coming(_ listed: ComingReminder) -> String {
    if let silence = listed.silence { return phrases.silent(silence) }
    if !listed.isHere { return phrases.elsewhere }
    guard let next = listed.next.first else { return phrases.comesNoMore }
    return next == listed.reminder.snoozed ? phrases.snoozed(until: next) : phrases.nextAt([next])
  }

  /// `strop remind show`.
  package func reminder(_ card: ReminderCard) -> String {
    let listed = card.coming
    let reminder = listed.reminder
    var screen = Screen()
    screen.add(
      hanging(
        Line(listed.shortID, .quiet) + "  ", phrases.subject(reminder.topic),
        indent: listed.shortID.displayWidth + 2))
    screen.blank()
    var blocks = [
      Labelled(phrases.ruleLabel, phrases.whenever(reminder)),
      Labelled(phrases.nextTimes) { _ in nextTimes(listed, card.zone) },
      Labelled(phrases.through, phrases.channels(reminder.channels)),
    ]
    if let snoozed = reminder.snoozed, snoozed == listed.next.first {
      blocks.append(Labelled(phrases.snoozedLabel, phrases.snoozed(until: snoozed)))
    }
    if !card.deliveries.isEmpty {
      blocks.append(
        Labelled(phrases.lastDeliveries) { columns in
          lines(card.deliveries.map { ($0.delivery, $0.tries, nil) }, columns)
        })
    }
    screen.add(labelled(blocks))
    screen.blank()
    screen.add(ringing(listed))
    screen.add(
      suggestion(phrases.toChange, ["strop remind edit \(listed.shortID) --at \"…\""]))
    return text(screen)
  }

  /// What makes a silent one ring.
  private func ringing(_ listed: ComingReminder) -> [Line] {
    guard case .shelved(let slug) = listed.silence else { return [] }
    return suggestion(phrases.makeItRing, ["strop skill focus " + slug], indent: 0)
  }

  private func nextTimes(_ listed: ComingReminder, _ zone: String) -> [Line] {
    guard !listed.next.isEmpty else { return [Line(coming(listed), .quiet)] }
    return listed.next.enumerated().map { index, moment in
      Line(phrases.moment(moment)) + (index == 0 ? Line(" (\(zone))", .quiet) : "")
    }
  }

  /// `strop remind log`: a line a delivery, the newest first.
  package func deliveries(_ log: DeliveryLog) -> String {
    var screen = Screen()
    guard !log.deliveries.isEmpty else {
      screen.add(prose(phrases.noDeliveries))
      screen.add(suggestion(phrases.seeThem, ["strop remind list"], indent: 0))
      return text(screen)
    }
    let rows = log.deliveries.map { logged in
      let subject = logged.reminder.map { phrases.subject($0.topic) } ?? phrases.unknownReminder
      return (
        delivery: logged.delivery, tries: logged.tries,
        subject: Line(logged.shortID, .quiet) + "  " + Line(subject.sanitized)
      )
    }
    screen.add(lines(rows, columns))
    screen.blank()
    screen.add(prose(phrases.timesIn(log.zone), tone: .quiet))
    return text(screen)
  }

  /// When, of which reminder, through which channel, and what came of it; on a narrow screen in two
  /// lines.
  ///
  /// Below it, what came back, of each try where there were several.
  private func lines(
    _ rows: [(delivery: Delivery, tries: [LoggedTry], subject: Line?)], _ width: Int
  ) -> [Line] {
    let isNarrow = width < 64
    let below = rows.map { row in
      let detail = row.delivery.state == .sent ? nil : row.delivery.detail
      let texts = row.tries.count < 2 ? [detail] : row.tries.map(phrases.outcome)
      return texts.compactMap(\.self).flatMap {
        Labelled("", $0, tone: .quiet).lines(width - 4).map { .spaces(4) + $0 }
      }
    }
    let cells = rows.map { delivery, _, subject in
      let isBad = delivery.state == .failed || delivery.state == .missed
      return (
        when: Line(phrases.moment(delivery.occurrence), .quiet), subject: subject ?? "",
        channel: Line(delivery.channel),
        outcome: Line(phrases.shortOutcome(delivery), isBad ? .bad : .plain)
      )
    }
    guard isNarrow else {
      let columns = [
        Table.Column(), Table.Column(minimum: 10, isCutLast: true), Table.Column(),
        Table.Column(minimum: 8),
      ]
      let lines = Table(
        indent: 0, columns: columns,
        rows: cells.map { [$0.when, $0.subject, $0.channel, $0.outcome] }
      ).lines(within: width)
      return zip(lines, below).flatMap { [$0] + $1 }
    }
    let columns = [Table.Column(), Table.Column(minimum: 8)]
    let above = Table(
      indent: 0, columns: columns,
      rows: cells.map { [$0.when, $0.subject.isEmpty ? $0.channel : $0.subject] }
    ).lines(within: width)
    let under = Table(
      indent: 2, columns: columns,
      rows: cells.map { [$0.subject.isEmpty ? "" : $0.channel, $0.outcome] }
    ).lines(within: width)
    return zip(zip(above, under), below).flatMap { [$0.0, $0.1] + $1 }
  }

  /// `strop remind add`, `edit`, `snooze` and `remove`.
  package func reminder(_ receipt: Receipt<ChangedReminder>) -> String {
    let changed = receipt.shown
    let reminder = changed.coming.reminder
    var screen = Screen()
    let action = phrases.reminder(receipt) + " " + changed.coming.shortID + phrases.colon
    let parts = [
      phrases.subject(reminder.topic), phrases.whenever(reminder),
      phrases.channels(reminder.channels),
    ]
    screen.add(prose(action + parts.joined(separator: " · ")))
    if receipt.action == .removed {
      screen.add(suggestion(phrases.bringBack, ["strop undo"], indent: 0))
    } else if changed.wasSnoozed {
      if let moment = reminder.snoozed {
        screen.add(prose(phrases.snoozed(until: moment) + " (\(changed.zone))", indent: 2))
      }
    } else {
      screen.add(
        labelled([Labelled(phrases.nextTimes) { _ in nextTimes(changed.coming, changed.zone) }]))
      screen.add(ringing(changed.coming))
      screen.add(channelProblems(changed.problems))
      if !changed.isScheduled {
        screen.add(suggestion(phrases.notScheduled, ["strop schedule install"], indent: 0))
      }
    }
    return text(screen)
  }
}
