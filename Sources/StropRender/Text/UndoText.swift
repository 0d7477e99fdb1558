package import StropCore

extension TextRenderer {
  /// How many subjects of one command are named.
  private static let namedEffects = 5
  /// Fields that a user did not type.
  private static let unseen: Set = [Field.create, Field.removed, "at", "zone", "position", "match"]

  /// What undo or redo did.
  package func undo(_ receipt: UndoReceipt) -> String {
    var screen = Screen()
    let effects = receipt.effects.compactMap { words($0, undone: receipt.undone) }
    let action = receipt.undone ? phrases.undone : phrases.doneAgain
    screen.add(prose(action + (effects.first ?? receipt.command)))
    for effect in effects.dropFirst().prefix(Self.namedEffects - 1) {
      screen.add("  " + Line(effect, .quiet).fitted(to: columns - 2))
    }
    if effects.count > Self.namedEffects {
      screen.add(Line("  … +\(effects.count - Self.namedEffects)", .quiet))
    }
    for command in receipt.passedOver {
      screen.add(
        suggestion(
          phrases.passedOver(command), [Batch.undoneByOwnCommand[command]].compactMap(\.self),
          indent: 0))
    }
    screen.add(
      receipt.undone
        ? suggestion(phrases.redoIt, ["strop redo"], indent: 0)
        : suggestion(phrases.undoIt, ["strop undo"], indent: 0))
    return text(screen)
  }

  /// What a command made of a subject: `papers, 400 min on Tue 24 Nov`, `zone: not set → Asia/Shanghai`; nil where
  /// that only belongs to another, or changes nothing that one sees.
  private func words(_ effect: UndoReceipt.Effect, undone: Bool) -> String? {
    let subject = effect.subject
    guard let row = effect.old ?? effect.new, let thing = phrases.thing(subject, row) else {
      return nil
    }
    let isOwn = Curriculum.isOwn(subject.key) && (effect.old == nil || effect.new == nil)
    switch subject.type {
    // What came or went as a whole.
    case Skill.type where isOwn, Item.type where isOwn: break
    case PlanEntry.type: return effect.new.flatMap { phrases.thing(subject, $0) } ?? thing
    case Setting.type: return thing + phrases.colon + value(effect.old) + " → " + value(effect.new)
    case ItemProgress.type where effect.old?["state"] != effect.new?["state"]:
      return subject.key + phrases.colon + state(effect.old) + " → " + state(effect.new)
    case Bug.type where effect.old?["closing"] != effect.new?["closing"]:
      guard let closing = ending(Bug.self, effect, \.closing) else { break }
      return thing + phrases.colon + phrases.closed(closing)
    case Judgement.type where effect.old?[EntryFact.withdrawn] != nil:
      return undone ? thing + phrases.colon + phrases.withdrawnLate : thing
    case Judgement.type where effect.old?["resolution"] != effect.new?["resolution"]:
      guard let resolution = ending(Judgement.self, effect, \.resolution) else { break }
      return thing + phrases.colon + phrases.outcome(resolution.outcome)
    case Reproduction.type where effect.old?["ending"] != effect.new?["ending"]:
      guard let ending = ending(Reproduction.self, effect, \.ending) else { break }
      return thing + phrases.colon + phrases.verb(ending)
    case Experiment.type where effect.old?["ending"] != effect.new?["ending"]:
      guard let ending = ending(Experiment.self, effect, \.ending) else { break }
      return thing + phrases.colon + phrases.verdict(ending.verdict)
    case Skill.type, Item.type:
      // What differs from the shipped one has no row before.
      let names = Fields.changes(from: effect.old ?? [:], to: effect.new ?? [:]).keys
        .filter { !Self.unseen.contains($0) }.sorted()
      return names.isEmpty
        ? nil : subject.key + phrases.colon + phrases.list(names.map { phrases.label(of: $0) })
    default: break
    }
    guard let old = effect.old else { return thing }
    guard let new = effect.new else { return phrases.removal(of: thing) }
    let changes = Fields.changes(from: old.leaves, to: new.leaves).keys
      .filter { !Self.unseen.contains($0) }.sorted()
      .map { change($0, effect) }
    return changes.isEmpty
      ? nil : thing + phrases.colon + phrases.list(changes)
  }

  /// How a command that ended something ended it; nil where it did something else.
  private func ending<Thing: Record, Ending>(
    _: Thing.Type, _ effect: UndoReceipt.Effect, _ ending: (Thing) -> Ending?
  ) -> Ending? {
    guard effect.old != nil else { return nil }
    return effect.new.flatMap { Thing(id: effect.subject.key, row: $0) }.flatMap(ending)
  }

  private func state(_ row: Fields?) -> String {
    phrases.state(row?["state"]?.text.flatMap(ItemProgress.State.init(rawValue:)) ?? .todo)
  }

  private func value(_ row: Fields?) -> String { row?["value"]?.text ?? phrases.notSet }

  /// `minutes 40 → 400`.
  private func change(_ name: String, _ effect: UndoReceipt.Effect) -> String {
    func shown(_ row: Fields?) -> String {
      let value = row?.leaves[name] ?? .null
      return value == .null ? phrases.notSet : self.shown(value, within: 30, today: phrases.today)
    }
    let special = effect.subject.type == Reminder.type ? Reminder.labels[name] : nil
    return (special?[language] ?? phrases.label(of: name)) + " " + shown(effect.old) + " → "
      + shown(effect.new)
  }
}
