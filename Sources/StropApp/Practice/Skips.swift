package import StropCore
import StropStore

/// What the user typed about days that do not count; nil is what was not given.
package struct SkipRequest: Sendable {
  package var skill: String?
  package var from: String?
  package var to: String?
  package var reason: String?

  package init(skill: String? = nil, from: String? = nil, to: String? = nil, reason: String? = nil)
  {
    self.skill = skill
    self.from = from
    self.to = to
    self.reason = reason
  }
}

extension Strop {
  /// Skips that are not removed, by their first day.
  package func skips() throws -> [Listed<Skip>] {
    try read { reader in try reader.skips().map { try reader.listed($0, .skip) } }
  }

  /// Both days default to today, and one alone stands for both where that makes sense.
  ///
  /// - Throws: `Failure.sameSkip`, `.overlappingSkip`, `.reversedRange`, and those of days and names.
  package func addSkip(_ request: SkipRequest) throws -> Receipt<Listed<Skip>> {
    let from = try request.from.map { try day($0, weekday: .earliest) }
    let to = try request.to.map { try day($0, weekday: .earliest) }
    let first = from ?? min(today, to ?? today)
    let days = try range(first, to ?? max(first, today))
    return try write { transaction in
      let skill = try request.skill.map { try transaction.reader.skill(named: $0).slug }
      let skip = Skip(id: newID(), skill: skill, days: days, reason: try text(request.reason))
      try refuseTwice(skip, transaction.reader)
      try transaction.append([skip.creation], command: "skip add")
      return Receipt(.added, try transaction.reader.listed(skip, .skip))
    }
  }

  /// Refuses a skip whose days another one of the same skill, or of all skills, covers already.
  private func refuseTwice(_ skip: Skip, _ reader: Reader) throws {
    let other = try reader.skips().first {
      $0.id != skip.id && $0.skill == skip.skill && $0.days.overlaps(skip.days)
    }
    guard let other else { return }
    let id = try reader.shortID(other.id, in: .skip)
    throw other.days == skip.days
      ? Failure.sameSkip(id: id) : .overlappingSkip(id: id, other.days)
  }

  /// Changes a skip; what is nil stays, an empty reason is cleared, and an empty skill stands for all.
  ///
  /// - Throws: `Failure.nothingToChange`, and those of `addSkip` and of ids.
  package func editSkip(_ id: String, _ request: SkipRequest) throws -> Receipt<Listed<Skip>> {
    let given = [request.skill, request.from, request.to, request.reason]
    guard given.contains(where: { $0 != nil }) else { throw Failure.nothingToChange }
    return try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .skip)
      var new = old
      let from = try request.from.map { try day($0, weekday: .earliest) }
      let to = try request.to.map { try day($0, weekday: .earliest) }
      new.days = try range(from ?? old.days.lowerBound, to ?? old.days.upperBound)
      if let text = request.reason { new.reason = try self.text(text) }
      if let name = request.skill {
        new.skill = name.trimmed.isEmpty ? nil : try reader.skill(named: name).slug
      }
      try refuseTwice(new, reader)
      try transaction.append(new.changes(from: old), command: "skip edit")
      return Receipt(.edited, try transaction.reader.listed(new, .skip))
    }
  }

  package func removeSkip(_ id: String) throws -> Receipt<Listed<Skip>> {
    try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .skip)
      let before = try reader.listed(old, .skip)
      var new = old
      new.removed = true
      try transaction.append(new.changes(from: old), command: "skip remove")
      return Receipt(.removed, before)
    }
  }

  private func range(_ from: Day, _ to: Day) throws -> ClosedRange<Day> {
    guard from <= to else { throw Failure.reversedRange(from: from, to: to) }
    return from...to
  }
}
