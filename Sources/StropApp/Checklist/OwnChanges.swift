package import StropCore
import StropStore

/// What the user typed to change an item of their own; nil stays.
package struct ItemEditRequest: Sendable {
  package var title: String?
  package var doneWhen: String?
  package var hours: Double?
  package var hardware: Item.Hardware?
  /// In the place of those that there are; an empty text is none.
  package var after: [String]
  package var references: [String]

  package init(
    title: String? = nil, doneWhen: String? = nil, hours: Double? = nil,
    hardware: Item.Hardware? = nil, after: [String] = [], references: [String] = []
  ) {
    self.title = title
    self.doneWhen = doneWhen
    self.hours = hours
    self.hardware = hardware
    self.after = after
    self.references = references
  }
}

extension Strop {
  /// Changes an item of the user's own.
  ///
  /// - Throws: `Failure.nothingToChange`, `.notOwn`, `.emptyText`, `.badHours`, `.badReference`, `.tooMany`, and
  ///   those of names.
  package func editItem(_ name: String, _ request: ItemEditRequest) throws -> ItemCard {
    guard
      request.title != nil || request.doneWhen != nil || request.hours != nil
        || request.hardware != nil || !request.after.isEmpty || !request.references.isEmpty
    else { throw Failure.nothingToChange }
    let title = try request.title.map { try required($0, "title", limit: Strop.titleLimit) }
    let doneWhen = try request.doneWhen.map { try required($0, "done-when") }
    if let hours = request.hours, !Curriculum.itemHours.contains(hours) { throw Failure.badHours }
    let references = try references(request.references.filter { !$0.isEmpty })
    let slug = try write { transaction in
      let reader = transaction.reader
      let old = try ownItem(name, reader)
      var new = old
      if let title { new.title = LocalizedText(title) }
      if let doneWhen { new.doneWhen = LocalizedText(doneWhen) }
      if let hours = request.hours { new.hours = hours }
      if let hardware = request.hardware { new.hardware = hardware }
      if !request.after.isEmpty {
        new.prerequisites = try prerequisites(request.after.filter { !$0.isEmpty }, reader)
      }
      if !request.references.isEmpty { new.references = references }
      let gone = Set(old.links.map(\.subject)).subtracting(new.links.map(\.subject))
      let added = Set(new.links).subtracting(old.links)
      try transaction.append(
        new.changes(from: old) + gone.sorted().map(Strop.removal)
          + added.sorted { $0.subject < $1.subject }.map { .create($0.subject, $0.fields) },
        command: "item edit")
      return old.slug
    }
    return try itemCard(slug)
  }

  /// Takes an item of the user's own out of its checklist; what waited for it need not wait.
  ///
  /// - Throws: `Failure.notOwn`, and those of names.
  package func removeItem(_ name: String) throws -> Receipt<ChangedItem> {
    try write { transaction in
      let reader = transaction.reader
      let item = try ownItem(name, reader)
      let listed = try ChecklistProgress(reader).listed(item)
      try transaction.append(
        try removals(of: [item], reader), command: "item remove")
      return Receipt(.removed, ChangedItem(listed: listed))
    }
  }

  /// Takes a skill of the user's own away that was never practised, with its items and its reminders.
  ///
  /// - Throws: `Failure.notOwn`, `.wasPractised`, and those of names.
  package func removeSkill(_ name: String) throws -> RemovedSkill {
    try write { transaction in
      let reader = transaction.reader
      let skill = try reader.skill(named: name)
      guard skill.isOwn else { throw Failure.notOwn(skill.slug) }
      guard try reader.lastDay(skill.slug) == nil else { throw Failure.wasPractised(skill.slug) }
      let items = try reader.items(skill: skill.slug)
      let reminders = try reader.reminders().filter {
        $0.topic.skill == skill.slug || $0.topic.item?.hasPrefix(skill.slug + "/") == true
      }
      let plan = try PracticeReader(reader, today: today).plans(of: skill).plan(in: today.week)
      let shelved = PlanEntry(
        skill: skill.slug, week: today.week,
        plan: Plan(focus: false, sessions: plan.sessions, minutes: plan.minutes), firstDay: nil)
      try transaction.append(
        [Strop.removal(skill.subject)] + removals(of: items, reader)
          + reminders.map { Strop.removal($0.subject) } + (plan.focus ? [shelved.creation] : []),
        command: "skill remove")
      return RemovedSkill(skill: skill, items: items.count, reminders: reminders.count)
    }
  }

  /// What removes items, with all that they name and that names them.
  private func removals(of items: [Item], _ reader: Reader) throws -> [Patch] {
    let slugs = Set(items.map(\.slug))
    let named = try reader.items().filter(\.isOwn).flatMap(\.links).filter {
      slugs.contains($0.item) || $0.kind == .prerequisite && slugs.contains($0.target)
    }
    return items.map { Strop.removal($0.subject) }
      + named.map(\.subject).uniqued().map(Strop.removal)
  }

  private static func removal(_ subject: Subject) -> Patch {
    Patch(subject, [Field.removed: .bool(true)])
  }

  private func ownItem(_ name: String, _ reader: Reader) throws -> Item {
    let item = try reader.item(named: name)
    guard item.isOwn else { throw Failure.notOwn(item.slug) }
    return item
  }
}
