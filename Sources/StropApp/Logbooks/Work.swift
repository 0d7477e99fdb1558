import StropCore
import StropStore

/// What the user typed about the practice that a logbook's entry records with it.
package struct WorkRequest: Sendable {
  package var minutes: String?
  package var note: String?
  package var evidence: [String]
  package var day: String?

  package init(
    minutes: String? = nil, note: String? = nil, evidence: [String] = [], day: String? = nil
  ) {
    self.minutes = minutes
    self.note = note
    self.evidence = evidence
    self.day = day
  }

  /// Whether anything was typed.
  var isEmpty: Bool { evidence.isEmpty && minutes == nil && note == nil && day == nil }
}

/// Practice to be recorded in the batch of a logbook's entry.
struct Work {
  let checkIn: CheckIn
  var evidence: [Attachment]
}

extension Strop {
  /// Reads what was typed about practice of a logbook's skill.
  ///
  /// - Throws: `Failure` of days, minutes, notes and evidence.
  func work(_ request: WorkRequest, of logbook: Logbook) async throws -> Work {
    let checkIn = CheckIn(
      id: newID(), skill: logbook.skill, item: nil, moment: moment(on: try pastDay(request.day)),
      minutes: try minutes(request.minutes), note: try note(request.note))
    return Work(checkIn: checkIn, evidence: try await attachments(request.evidence))
  }

  /// What records it; the logbook's entry backs the check-in.
  func patches(_ work: Work, backedBy kind: Evidence.Kind, _ key: String) -> [Patch] {
    let entry = Attachment(kind: kind, value: key, sha256: nil)
    return [work.checkIn.creation]
      + patches(attaching: ([entry] + work.evidence).uniqued(), to: work.checkIn.subject)
  }

  /// What a command recorded of a logbook, with the practice that it was.
  func recorded<Shown>(
    _ shown: Shown, _ work: Work?, _ reader: Reader
  ) throws -> Recorded<Shown> {
    Recorded(shown, practice: try work.map { try receipt(.added, $0.checkIn.id, reader) })
  }
}

extension Reader {
  /// An entry of a logbook with what its check-in holds, where that still counts.
  func step<Entry>(_ entry: Entry, checkIn: String?) throws -> Step<Entry> {
    let checkIn = try checkIn.flatMap { try one(.checkIn, $0) }
    let kept = checkIn.flatMap { $0.removed ? nil : $0 }
    return Step(entry, minutes: kept?.minutes, note: kept?.note)
  }

  /// What the user means of a logbook: by the beginning of its id, or by a part of its text that no other has.
  ///
  /// `groups`: what can be meant, the likeliest first; `text`: what one is called.
  /// - Throws: `LogbookFailure.unknownEntry`, `.ambiguousEntry`, `.ambiguousID`.
  func entry<Value: IdentifiedRecord>(
    _ typed: String, of kind: Kind<Value>, among groups: [[Value]], text: (Value) -> String
  ) throws -> Value {
    let ids = try Identifier.normalized(typed).map { try self.ids(kind, beginningWith: $0) } ?? []
    if ids.count == 1, let value = try one(kind, ids[0]) { return value }
    let folded = typed.foldedName
    for group in groups where !folded.isEmpty {
      let exact = group.filter { text($0).foldedName == folded }
      let found = exact.isEmpty ? group.filter { text($0).foldedName.contains(folded) } : exact
      if found.count == 1 { return found[0] }
      guard found.isEmpty else {
        throw Failure.logbook(
          .ambiguousEntry(
            typed,
            candidates: try found.map { try shortID($0.id, in: kind) + " " + text($0).prefix(40) }))
      }
    }
    guard ids.isEmpty else { throw Failure.ambiguousID(typed, candidates: ids) }
    throw Failure.logbook(.unknownEntry(typed, Value.name, listing: Value.listing))
  }
}
