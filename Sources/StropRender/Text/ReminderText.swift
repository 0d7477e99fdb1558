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
          Line(listed.shortID, .quiet), Line(phrases.subject(listed.reminder)),
          Line(phrases.rule(listed.reminder.rule)),
        ]
      })
    for (listed, row) in zip(list.reminders, table.lines(within: columns)) {
      screen.add(row)
      screen.add(deliveries(listed))
    }
    screen.blank()
    screen.add(prose(phrases.timesIn(list.zone), tone: .quiet))
    return text(screen)
  }

  /// When it comes next, how, and what became of it last; under each other where that is too wide.
  private func deliveries(_ listed: ListedReminder) -> [Line] {
    let next = listed.isHere ? phrases.nextAt(listed.next) : phrases.elsewhere
    let channels = phrases.channels(listed.reminder.channels)
    let parts = [next, channels].filter { !$0.isEmpty }.joined(separator: " · ")
    let coming = "      " + Line(parts, .quiet)
    guard let last = listed.last else { return [coming] }
    let past = Line(phrases.last(last), last.state == .failed ? .bad : .quiet)
    return coming.width + 3 + past.width <= columns
      ? [coming + Line(" · ", .quiet) + past] : [coming, "      " + past]
  }

  /// `strop remind add` and `remove`.
  package func reminder(_ receipt: ReminderReceipt) -> String {
    let listed = receipt.listed
    let reminder = listed.reminder
    var parts = [
      phrases.subject(reminder), phrases.rule(reminder.rule), phrases.channels(reminder.channels),
    ]
    if receipt.action == .added, let next = listed.next.first {
      parts.append(phrases.nextAt([next]) + " (\(receipt.zone))")
    }
    var screen = Screen()
    let action = phrases.reminder(receipt.action) + " " + listed.shortID + phrases.colon
    screen.add(prose(action + parts.joined(separator: " · ")))
    switch receipt.action {
    case .added where !receipt.isScheduled:
      screen.add(suggestion(phrases.notScheduled, ["strop schedule install"], indent: 0))
    case .added: break
    case .removed: screen.add(suggestion(phrases.bringBack, ["strop undo"], indent: 0))
    }
    return text(screen)
  }
}
