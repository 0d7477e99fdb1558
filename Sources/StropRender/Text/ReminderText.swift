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
          ["strop remind add papers --at \"weekdays 21:30\""],
          indent: 0
        )
      )
      return text(screen)
    }
    let table = Table(
      indent: 0,
      columns: [
        Table.Column(), Table.Column(minimum: 8), Table.Column(gap: 3, minimum: 12),
        Table.Column(gap: 3, minimum: 10), Table.Column(gap: 3, drops: 2),
        Table.Column(gap: 3, drops: 1),
      ],
      rows: list.reminders.map { listed in
        [
          Line(listed.shortID, .quiet), Line(phrases.subject(listed.reminder)),
          Line(phrases.rule(listed.reminder.rule)), next(listed),
          Line(phrases.channels(listed.reminder.channels), .quiet), last(listed),
        ]
      }
    )
    screen.add(table.lines(within: columns))
    screen.blank()
    screen.add(prose(phrases.timesIn(list.zone), tone: .quiet))
    return text(screen)
  }

  private func next(_ listed: ListedReminder) -> Line {
    listed.isHere ? Line(phrases.nextAt(listed.next)) : Line(phrases.elsewhere, .quiet)
  }

  private func last(_ listed: ListedReminder) -> Line {
    guard let last = listed.last else { return "" }
    return Line(phrases.last(last), last.state == .failed ? .bad : .quiet)
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
