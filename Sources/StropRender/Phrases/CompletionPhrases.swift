package import StropCore

// What a shell shows beside the word that it offers: enough to tell one from another.
extension PhraseBook {
  /// `Thu 26 Nov, papers, 40 min, loss mask was off by one`.
  package func summary(_ checkIn: CheckIn) -> String {
    parts([
      day(checkIn.moment.day), checkIn.skill, checkIn.minutes.map(minutes), checkIn.note,
    ])
  }

  /// `Thu 24 Dec 2026 – Fri 1 Jan 2027, all, holidays`.
  package func summary(_ skip: Skip) -> String {
    parts([range(skip.days), skip.skill ?? all, skip.reason])
  }

  /// `papers, weekdays 21:30`.
  package func summary(_ reminder: Reminder) -> String {
    parts([subject(reminder.topic), rule(reminder.rule)])
  }

  private func parts(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: comma)
  }
}
