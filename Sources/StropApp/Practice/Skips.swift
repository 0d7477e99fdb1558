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
  package func skips() throws -> [ListedSkip] {
    try read { reader in try reader.skips().map { try listed($0, reader) } }
  }

  /// Both days default to today, and one alone stands for both where that makes sense.
  package func addSkip(_ request: SkipRequest) throws -> SkipReceipt {
    let from = try request.from.map { try day($0, weekday: .earliest) }
    let to = try request.to.map { try day($0, weekday: .earliest) }
    let first = from ?? min(today, to ?? today)
    let days = try range(first, to ?? max(first, today))
    return try write { transaction in
      let skill = try request.skill.map { try transaction.reader.skill(named: $0).slug }
      let skip = Skip(id: newID(), skill: skill, days: days, reason: reason(request.reason))
      try transaction.append([skip.creation], command: "skip add")
      return SkipReceipt(action: .added, listed: try listed(skip, transaction.reader))
    }
  }

  /// Changes a skip; what is nil stays, and an empty reason is cleared.
  package func editSkip(_ id: String, _ request: SkipRequest) throws -> SkipReceipt {
    let given = [request.skill, request.from, request.to, request.reason]
    guard given.contains(where: { $0 != nil }) else { throw Failure.nothingToChange }
    return try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .skip)
      var new = old
      let from = try request.from.map { try day($0, weekday: .earliest) }
      let to = try request.to.map { try day($0, weekday: .earliest) }
      new.days = try range(from ?? old.days.lowerBound, to ?? old.days.upperBound)
      if let text = request.reason { new.reason = reason(text) }
      if let name = request.skill { new.skill = try reader.skill(named: name).slug }
      try transaction.append(new.changes(from: old), command: "skip edit")
      return SkipReceipt(action: .edited, listed: try listed(new, transaction.reader))
    }
  }

  package func removeSkip(_ id: String) throws -> SkipReceipt {
    try write { transaction in
      let reader = transaction.reader
      let old = try reader.value(id, of: .skip)
      let before = try listed(old, reader)
      var new = old
      new.removed = true
      try transaction.append(new.changes(from: old), command: "skip remove")
      return SkipReceipt(action: .removed, listed: before)
    }
  }

  private func range(_ from: Day, _ to: Day) throws -> ClosedRange<Day> {
    guard from <= to else { throw Failure.reversedRange(from: from, to: to) }
    return from...to
  }

  private func reason(_ text: String?) -> String? {
    let trimmed = text?.trimmed ?? ""
    return trimmed.isEmpty ? nil : trimmed
  }

  private func listed(_ skip: Skip, _ reader: Reader) throws -> ListedSkip {
    ListedSkip(skip: skip, shortID: try reader.shortID(skip.id, in: .skip))
  }
}
