package import StropCore
import StropStore

extension Strop {
  /// The types of what `strop remove` takes out of every count beside check-ins.
  package static let removable: Set = [
    Paper.type, Reading.type, Reproduction.type, RunResult.type, Bug.type, Hypothesis.type,
    Experiment.type, Run.type,
  ]

  /// Takes a check-in, or what a logbook holds, out of every count; the journal keeps it, and undo brings it back.
  ///
  /// - Throws: `Failure.badID`, `.unknownID`, `.ambiguousID`; `.removedOtherwise` for what has a command of its own.
  package func removeRecord(_ id: String) throws -> Removal {
    let isCheckIn = try read { reader in
      try Identifier.normalized(id).map { try !reader.ids(.checkIn, beginningWith: $0).isEmpty }
        ?? false
    }
    if isCheckIn { return .checkIn(try remove(id)) }
    let card = try record(id)
    guard card.state == .kept || card.state == .withdrawn else {
      throw Failure.unknownID(id, listing: CheckIn.listing)
    }
    guard Strop.removable.contains(card.subject.type) else {
      throw Failure.removedOtherwise(card.kind.name, command: Strop.removal(of: card))
    }
    return try write { transaction in
      let row = try transaction.reader.row(of: card.subject) ?? [:]
      try transaction.append(
        [Patch(card.subject, [Field.removed: .bool(true)])], command: "remove")
      return .record(card, row)
    }
  }

  /// The command that takes away what `strop remove` does not.
  private static func removal(of card: RecordCard) -> String {
    switch card.subject.type {
    case Skip.type: "strop skip remove \(card.shortID)"
    case Reminder.type: "strop remind remove \(card.shortID)"
    case Judgement.type: "strop paper resolve \(card.shortID) void"
    case Claim.type: "strop repro list"
    default: "strop show \(card.shortID)"
    }
  }
}
