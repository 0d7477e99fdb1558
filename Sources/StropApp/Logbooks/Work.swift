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
    try await work(request, skill: logbook.skill)
  }

  /// Reads what was typed about practice of a skill; `skill`: its slug.
  ///
  /// - Throws: `Failure` of days, minutes, notes and evidence.
  func work(_ request: WorkRequest, skill: String) async throws -> Work {
    let checkIn = CheckIn(
      id: newID(), skill: skill, item: nil, moment: moment(on: try pastDay(request.day)),
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
  /// - Throws: `LogbookFailure.unknownEntry`, `.ambiguousEntry`; `Failure.ambiguousID`.
  func entry<Value: IdentifiedRecord>(
    _ typed: String, of kind: Kind<Value>, among groups: [[Value]], text: (Value) -> String
  ) throws -> Value {
    let key = try key(typed, of: kind, among: groups.map { $0.map { ($0.id, text($0)) } })
    guard let value = try key.flatMap({ try one(kind, $0) }) else {
      throw Failure.logbook(.unknownEntry(typed, Value.name, listing: Value.listing))
    }
    return value
  }

  /// The key of what the user means, as `entry` finds it; nil where nothing is meant.
  ///
  /// `groups`: keys, each with what it is called.
  /// - Throws: `LogbookFailure.ambiguousEntry`; `Failure.ambiguousID`.
  func key<Value: IdentifiedRecord>(
    _ typed: String, of kind: Kind<Value>, among groups: [[(key: String, text: String)]]
  ) throws -> String? {
    let ids = try Identifier.normalized(typed).map { try self.ids(kind, beginningWith: $0) } ?? []
    if ids.count == 1 { return ids[0] }
    let folded = typed.foldedName
    for group in groups where !folded.isEmpty {
      let found = group.filter { $0.text.foldedName.contains(folded) }
      let exact = found.filter { $0.text.foldedName == folded }
      let meant = exact.isEmpty ? found : exact
      if meant.count == 1 { return meant[0].key }
      guard meant.isEmpty else {
        throw Failure.logbook(
          .ambiguousEntry(
            typed,
            candidates: try meant.map { "\(try shortID($0.key, in: kind)) \($0.text.prefix(40))" }))
      }
    }
    guard ids.isEmpty else { throw Failure.ambiguousID(typed, candidates: ids) }
    return nil
  }
}
