package import StropCore
import StropStore

extension Strop {
  /// A record of any kind that goes by ids, with what became of it.
  ///
  /// `id`: the beginning of one that is unique, as screens show it or as `type/id`; what is removed or undone
  /// counts only where nothing else is meant.
  /// - Throws: `Failure.badID`, `.unknownID`, `.ambiguousID`.
  package func record(_ id: String) throws -> RecordCard {
    try read { reader in
      let record = try reader.record(id)
      let history = try reader.history(of: record)
      guard let row = history.row, let kind = reader.kind(of: record) else {
        throw Failure.unknownID(id, listing: CheckIn.listing)
      }
      let evidence = try reader.evidence(of: record)
      let level: EvidenceLevel? =
        switch record.type {
        case Evidence.type: Evidence(id: record.key, row: row)?.level
        case CheckIn.type: EvidenceLevel(of: evidence)
        default: evidence.isEmpty ? nil : EvidenceLevel(of: evidence)
        }
      return RecordCard(
        kind: kind, subject: record, shortID: try reader.shortID(of: record),
        state: state(row, history),
        fields: reader.fields(of: record, row: row), level: level, evidence: evidence,
        history: history, recordZone: zone(ofRow: row),
        zone: zone, device: try reader.device(on: environment.machine), today: today)
    }
  }

  private func state(_ row: Fields, _ history: RecordHistory) -> RecordCard.State {
    if history.isUndone { return .undone }
    if row[EntryFact.withdrawn] != nil { return .withdrawn }
    return row[Field.removed]?.bool == true ? .removed : .kept
  }

  /// The records that were written to last, newest first; none that is removed or undone.
  package func newestRecords(limit: Int) throws -> [RecordSummary] {
    try read { reader in
      try reader.newestRecords(limit: limit).compactMap { record in
        guard let kind = reader.kind(of: record), let row = try reader.row(of: record) else {
          return nil
        }
        return RecordSummary(
          kind: kind, shortID: try reader.shortID(of: record),
          fields: reader.fields(of: record, row: row), zone: zone(ofRow: row), today: today)
      }
    }
  }

  /// The zone that a record names as its own, or else the one in force.
  private func zone(ofRow row: Fields) -> Zone {
    row.leaves["zone"]?.text.flatMap { Zone(named: $0) } ?? zone
  }
}

extension Reader {
  fileprivate func record(_ text: String) throws -> Subject {
    let subject = Subject(text)
    // A paper that goes by its arXiv id has no other.
    if let arxiv = ArxivID.parse(subject?.type == Paper.type ? subject?.key ?? text : text),
      try one(.paper, arxiv) != nil
    {
      return Subject(Paper.type, arxiv)
    }
    guard let prefix = Identifier.normalized(subject?.key ?? text) else {
      throw Failure.badID(text)
    }
    let all = try records(beginningWith: prefix).filter {
      subject == nil || $0.type == subject?.type
    }
    let kept = try all.filter(isKept)
    let meant = kept.isEmpty ? all : kept
    guard let record = meant.first else { throw Failure.unknownID(text, listing: CheckIn.listing) }
    guard meant.count == 1 else {
      throw Failure.ambiguousID(text, candidates: meant.map(\.text))
    }
    return record
  }
}
