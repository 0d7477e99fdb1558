/// A rule that tells the user to practise, or sends the weekly report: subject `reminder/ID`.
package struct Reminder: Hashable, Sendable {
  package static let type = "reminder"

  package enum Kind: String, CaseIterable, Sendable {
    /// Practise a skill; silent once it is practised that day.
    case skill
    /// The weekly report.
    case report
  }

  package let id: String
  package let kind: Kind
  package let skill: String?
  package let rule: Rule
  package let channels: [Channel]
  /// The only device that delivers it.
  package let device: String
  /// Wall clock at which it was made: nothing earlier is due.
  package let since: CivilDateTime
  package let removed: Bool

  package init(
    id: String, kind: Kind, skill: String?, rule: Rule, channels: [Channel], device: String,
    since: CivilDateTime, removed: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.skill = skill
    self.rule = rule
    self.channels = channels
    self.device = device
    self.since = since
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let kind = row["kind"]?.text.flatMap(Kind.init(rawValue:)),
      let rule = row["rule"]?.text.flatMap({ Rule($0) }),
      let channels = row["channels"]?.text.flatMap(Reminder.channels),
      let device = row["device"]?.text,
      let since = row["since"]?.text.flatMap({ CivilDateTime($0) }),
      kind != .skill || row["skill"]?.text != nil
    else { return nil }
    self.init(
      id: id, kind: kind, skill: row["skill"]?.text, rule: rule, channels: channels,
      device: device, since: since, removed: row[Field.removed]?.bool == true)
  }

  package var subject: Subject { Subject(Reminder.type, id) }

  package var fields: Fields {
    [
      "kind": .text(kind.rawValue), "skill": .optional(skill), "rule": .text(rule.text),
      "channels": .text(Reminder.text(of: channels)), "device": .text(device),
      "since": .text(since.text),
    ].filter { $0.value != .null }
  }
}
