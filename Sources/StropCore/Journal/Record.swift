/// A value that subjects of one type are folded into: a check-in, a skip, a reminder.
package protocol Record: Hashable, Sendable {
  /// What the names of its subjects begin with: `checkin` of `checkin/7k3fq0x9ab`.
  static var type: String { get }
  /// The key of its subject.
  var id: String { get }
  /// The value in a folded row, or in one read back from its table; nil where the row lacks what the
  /// value needs.
  init?(id: String, row: Fields)
  /// What `init?(id:row:)` reads back, without nulls.
  var fields: Fields { get }
}

/// A record that goes by a random id (see `Identifier`), which users type and screens shorten.
package protocol IdentifiedRecord: Record {
  /// What one is called.
  static var name: LocalizedText { get }
  /// What its fields are called, by their names in the journal, where that is not what those of other kinds
  /// are called (`PhraseBook.label`).
  static var labels: [String: LocalizedText] { get }
  /// The command that lists them.
  static var listing: String { get }
  /// The command that changes the one of an id; nil where there is none.
  static func editing(_ id: String) -> String?
  /// The command that shows what belongs to the one of an id; nil where there is none.
  static func showing(_ id: String) -> String?
}

extension IdentifiedRecord {
  package static var labels: [String: LocalizedText] { [:] }
  package static func showing(_ id: String) -> String? { nil }
}

extension Record {
  package var subject: Subject { Subject(Self.type, id) }

  /// A patch that brings it into being.
  package var creation: Patch { .create(subject, fields) }

  /// What turns `old` into this, as a list to append: nothing where they are the same; what brings it
  /// into being where `old` is nil.
  package func changes(from old: Self?) -> [Patch] {
    guard let old else { return [creation] }
    let changes = Fields.changes(from: old.fields, to: fields)
    return changes.isEmpty ? [] : [Patch(subject, changes)]
  }
}

/// Names under which a folded row carries what its entries themselves tell; no field of the journal may
/// take them.
package enum EntryFact {
  /// The device that wrote the first entry.
  package static let device = "@device"
  /// The clock of the first entry, and of the last one.
  package static let first = "@first"
  package static let last = "@last"
  /// The number of the first entry among its device's: the order within one command.
  package static let sequence = "@sequence"
  /// When a subject that is written once was undone, too late to take it back (RFC 3339).
  package static let withdrawn = "@withdrawn"

  package static func isName(_ field: String) -> Bool { field.hasPrefix("@") }

  /// The facts of a subject's entries, in the order in which they count.
  package static func facts(of entries: [Entry]) -> Fields {
    guard let first = entries.first, let last = entries.last else { return [:] }
    return [
      device: .text(first.device), sequence: .integer(first.sequence),
      self.first: .integer(first.clock.number),
      self.last: .integer(last.clock.number),
    ]
  }
}
