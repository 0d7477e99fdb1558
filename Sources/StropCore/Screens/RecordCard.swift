/// A field of a record as a screen shows it.
package struct RecordField: Sendable {
  package enum Content: Sendable {
    case value(Value)
    case day(Day)
    case moment(CivilDateTime)
    case instant(Instant)
    case names([String])
  }

  /// As the journal names it: `day`, of the group `when`.
  package let name: String
  package let content: Content?

  package init(name: String, content: Content?) {
    self.name = name
    self.content = content
  }
}

/// A record as a shell offers it.
package struct RecordSummary: Sendable {
  package let kind: any IdentifiedRecord.Type
  package let shortID: String
  /// In the order in which its kind declares them.
  package let fields: [RecordField]
  /// Of the record's own instants.
  package let zone: Zone
  package let today: Day

  package init(
    kind: any IdentifiedRecord.Type, shortID: String, fields: [RecordField], zone: Zone, today: Day
  ) {
    self.kind = kind
    self.shortID = shortID
    self.fields = fields
    self.zone = zone
    self.today = today
  }
}

/// `strop show`: a record, whole, with what became of it.
package struct RecordCard: Sendable {
  package enum State: String, Sendable {
    case kept, removed, undone
    /// Undone too late to be gone.
    case withdrawn
  }

  package let kind: any IdentifiedRecord.Type
  package let subject: Subject
  package let shortID: String
  package let state: State
  /// In the order in which its kind declares them.
  package let fields: [RecordField]
  /// Of what can be backed by evidence, and of evidence itself.
  package let level: EvidenceLevel?
  /// What is attached, oldest first.
  package let evidence: [Evidence]
  package let history: RecordHistory
  /// Of the record's own instants.
  package let recordZone: Zone
  /// The zone in force, of all other times.
  package let zone: Zone
  /// The one that writes on this machine; nil before its first write.
  package let device: String?
  package let today: Day

  package init(
    kind: any IdentifiedRecord.Type, subject: Subject, shortID: String, state: State,
    fields: [RecordField],
    level: EvidenceLevel?, evidence: [Evidence], history: RecordHistory, recordZone: Zone,
    zone: Zone, device: String?, today: Day
  ) {
    self.kind = kind
    self.subject = subject
    self.shortID = shortID
    self.state = state
    self.fields = fields
    self.level = level
    self.evidence = evidence
    self.history = history
    self.recordZone = recordZone
    self.zone = zone
    self.device = device
    self.today = today
  }
}
