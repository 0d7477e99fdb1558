package import StropCore

extension TextRenderer {
  /// What became of a check-in.
  package func checkIn(_ receipt: Receipt<ChangedCheckIn>) -> String {
    checkIn(receipt, naming: { _ in true })
  }

  /// The same without its evidence, which stands above.
  func checkInAlone(_ receipt: Receipt<ChangedCheckIn>) -> String {
    checkIn(receipt, naming: { _ in false })
  }

  /// `naming`: which of its evidence is shown.
  private func checkIn(
    _ receipt: Receipt<ChangedCheckIn>, naming: (Evidence) -> Bool
  ) -> String {
    let checkIn = receipt.shown.logged.checkIn
    let practice = phrases.practice(minutes: checkIn.minutes, day: checkIn.moment.day)
    var left = Line(checkIn.skill) + "  " + Line(practice)
    switch receipt.action {
    case .added: break
    case .edited: left = Line(phrases.edited(receipt.shown.logged.shortID)) + left
    case .removed: left = Line(phrases.removed(receipt.shown.logged.shortID)) + left
    }
    let right = progress(receipt)
    var screen = Screen()
    screen.add(withNote(checkIn.note, left: left, right: right))
    for evidence in receipt.shown.logged.evidence.filter(naming) {
      screen.add(self.evidence(evidence))
    }
    if receipt.action == .removed {
      screen.add(suggestion(phrases.bringBack, ["strop undo"], indent: 0))
    } else if let item = receipt.shown.openItem {
      let command = "strop item done " + item.sanitized
      screen.add(suggestion(phrases.finishTheItem, [command + " -e …", command], indent: 0))
    }
    return text(screen)
  }

  /// `strop remove`.
  package func removed(_ removal: Removal) -> String {
    switch removal {
    case .checkIn(let receipt): return checkIn(receipt)
    case .record(let card, let row):
      var screen = Screen()
      let thing = phrases.thing(card.subject, row) ?? card.kind.name[language]
      screen.add(prose(phrases.removed(card.shortID) + thing))
      screen.add(suggestion(phrases.bringBack, ["strop undo"], indent: 0))
      return text(screen)
    }
  }

  /// The check-in that a logbook's verb made; nothing where it made none. What it is of in the logbook stands above.
  func practice(_ receipt: Receipt<ChangedCheckIn>?) -> String {
    receipt.map { checkIn($0, naming: { !$0.kind.isOfLogbook }) } ?? ""
  }

  /// The note in the room between both ends; under them where there is hardly any.
  private func withNote(_ note: String?, left: Line, right: Line) -> [Line] {
    guard let note = note?.sanitized, !note.isEmpty else { return ends(left, right) }
    let quoted = { (columns: Int) in
      let marks = phrases.quoted("").displayWidth
      return Line(phrases.quoted(note.fitted(to: columns - marks)))
    }
    let lead = left + Line(phrases.colon)
    let room = columns - lead.width - right.width - (right.isEmpty ? 0 : 2)
    if room >= min(24, note.displayWidth + 2) { return ends(lead + quoted(room), right) }
    return ends(left, right) + [.spaces(2) + quoted(columns - 2)]
  }

  private func progress(_ receipt: Receipt<ChangedCheckIn>) -> Line {
    guard let standing = receipt.shown.standing else { return Line(phrases.outsideFocus, .quiet) }
    let day = receipt.shown.logged.checkIn.moment.day
    let practisedToday = receipt.action != .removed && day == receipt.shown.today
    let words = phrases.progress(
      standing,
      week: day.week,
      isThisWeek: receipt.shown.isThisWeek,
      practisedToday: practisedToday)
    if standing.leftOut { return Line(words, .quiet) }
    let isLate = receipt.shown.isThisWeek && standing.owed > 0 && standing.slack <= 0
    return Line(words, standing.owed == 0 ? .good : isLate ? .bad : .plain)
  }

  /// `  + url https://…  evidenced`.
  func evidence(_ evidence: Evidence) -> Line {
    "  " + self.evidence(evidence, within: columns - 2)
  }

  /// `url https://…  evidenced`.
  func evidence(_ evidence: Evidence, within columns: Int) -> Line {
    let level = "  " + Line(phrases.level(evidence.level), .quiet)
    let text = Line(evidence.kind.rawValue + " ") + Line(evidence.value, url: evidence.url)
    return text.fitted(to: columns - level.width) + level
  }
}
