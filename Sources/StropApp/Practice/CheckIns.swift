package import StropCore
import StropStore

/// What the user typed to record practice.
package struct CheckInRequest: Sendable {
  package var skill: String?
  package var minutes: String?
  package var note: String?
  package var item: String?
  package var evidence: [String]
  package var day: String?

  package init(
    skill: String? = nil, minutes: String? = nil, note: String? = nil, item: String? = nil,
    evidence: [String] = [], day: String? = nil
  ) {
    self.skill = skill
    self.minutes = minutes
    self.note = note
    self.item = item
    self.evidence = evidence
    self.day = day
  }

  var isEmpty: Bool {
    evidence.isEmpty && [skill, minutes, note, item, day].allSatisfy { $0 == nil }
  }
}

extension Strop {
  /// Records practice.
  ///
  /// - Throws: `Failure`; nothing is recorded then.
  package func checkIn(_ request: CheckInRequest) async throws -> Receipt<ChangedCheckIn> {
    let day = try pastDay(request.day)
    let minutes = try minutes(request.minutes)
    let note = try note(request.note)
    let evidence = try await attachments(request.evidence)
    return try write { transaction in
      let reader = transaction.reader
      let skills = try reader.skills()
      let (skill, item) = try skillAndItem(request.skill, request.item, reader, among: skills)
      let checkIn = CheckIn(
        id: newID(), skill: skill, item: item?.slug, moment: moment(on: day), minutes: minutes,
        note: note)
      try transaction.append(
        [checkIn.creation] + patches(attaching: evidence, to: checkIn.subject),
        command: "checkin")
      return try receipt(.added, checkIn.id, transaction.reader, among: skills)
    }
  }

  /// Reads a request, or a part of one, as `checkIn` will, and records nothing.
  ///
  /// - Throws: `Failure`.
  package func check(_ request: CheckInRequest) async throws {
    _ = try pastDay(request.day)
    _ = try minutes(request.minutes)
    _ = try note(request.note)
    _ = try await attachments(request.evidence)
    if request.skill != nil || request.item != nil {
      _ = try read { try skillAndItem(request.skill, request.item, $0) }
    }
  }

  /// Changes what a check-in says; what is nil stays, and an empty note, item, minutes or evidence is
  /// cleared. Evidence takes the place of what was attached.
  ///
  /// - Throws: `Failure`; nothing is changed then.
  package func edit(
    _ id: String, _ request: CheckInRequest
  ) async throws -> Receipt<ChangedCheckIn> {
    guard !request.isEmpty else { throw Failure.nothingToChange }
    // An empty text is none: alone, it takes off what is there.
    let evidence = try await attachments(request.evidence.filter { !$0.isEmpty })
    let newDay = try request.day.map { try pastDay($0) }
    return try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .checkIn)
      var new = old
      if let newDay { new.moment.day = newDay }
      if let text = request.minutes { new.minutes = text.isEmpty ? nil : try minutes(text) }
      if let text = request.note { new.note = try note(text) }
      if request.skill != nil || request.item != nil {
        let itemName = request.item.flatMap { $0.isEmpty ? nil : $0 }
        let (skill, item) = try skillAndItem(
          request.skill ?? (itemName == nil ? old.skill : nil), itemName, reader)
        new.skill = skill
        if request.item != nil { new.item = item?.slug }
        if let item = new.item, !item.hasPrefix(skill + "/") {
          throw Failure.itemOfOtherSkill(item: item, skill: skill)
        }
      }
      try transaction.append(
        new.changes(from: old)
          + (request.evidence.isEmpty
            ? []
            : patches(
              replacing: reader.attached(to: old.subject), with: evidence, of: old.subject)),
        command: "edit")
      return try receipt(.edited, old.id, transaction.reader)
    }
  }

  /// Takes a check-in out of every count; the journal keeps it, and undo brings it back.
  package func remove(_ id: String) throws -> Receipt<ChangedCheckIn> {
    try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .checkIn)
      let listed = try reader.listed(old, .checkIn)
      var new = old
      new.removed = true
      try transaction.append(new.changes(from: old), command: "remove")
      return try receipt(.removed, old.id, listed: listed, transaction.reader)
    }
  }

  /// The skill and the item that are meant, of which one may be left out.
  ///
  /// - Throws: `Failure` of names.
  func skillAndItem(
    _ skillName: String?, _ itemName: String?, _ reader: Reader, among skills: [Skill]? = nil
  ) throws -> (skill: String, item: Item?) {
    let skill = try skillName.map { try reader.skill(named: $0, among: skills) }
    guard let itemName else {
      guard let skill else { throw Failure.skillMissing }
      return (skill.slug, nil)
    }
    let item = try reader.item(named: itemName, skill: skill)
    if let skill, item.skill != skill.slug {
      throw Failure.itemOfOtherSkill(item: item.slug, skill: skill.slug)
    }
    return (item.skill, item)
  }

  /// - Throws: `Failure.badMinutes`.
  func minutes(_ text: String?) throws -> Int? {
    guard let text else { return nil }
    guard let minutes = Minutes.parse(text.foldedName) else { throw Failure.badMinutes(text) }
    return minutes
  }

  /// What became of a check-in, with what it came to.
  func receipt(
    _ action: ReceiptAction, _ id: String, listed: Listed<CheckIn>? = nil, _ reader: Reader,
    among skills: [Skill]? = nil
  ) throws -> Receipt<ChangedCheckIn> {
    guard let checkIn = try reader.one(.checkIn, id) else {
      throw Failure.unknownID(id, listing: CheckIn.listing)
    }
    let practices = try PracticeReader(reader, skills: skills, today: today)
    let week = checkIn.moment.day.week
    let skill = practices.skills.first { $0.slug == checkIn.skill }
    let standing = try skill.flatMap { try practices.focusStanding(of: $0, in: week, on: today) }
    let isOpen = try checkIn.item.map { try reader.itemProgress($0)?.state != .done } ?? false
    return Receipt(
      action,
      ChangedCheckIn(
        logged: try logged(listed ?? reader.listed(checkIn, .checkIn), reader),
        standing: standing, isThisWeek: week == today.week,
        openItem: isOpen ? checkIn.item : nil, today: today))
  }

  /// A check-in with what its screens need beside it.
  func logged(_ listed: Listed<CheckIn>, _ reader: Reader) throws -> LoggedCheckIn {
    let (moment, subject) = (listed.value.moment, listed.value.subject)
    let zone = moment.zone == zone.name ? zone : Zone(named: moment.zone) ?? .utc
    return LoggedCheckIn(
      listed: listed, offset: zone.offset(moment.at), evidence: try reader.evidence(of: subject))
  }
}
