/// A range of days that do not count (请假), for one skill or all: subject `skip/ID`.
package struct Skip: IdentifiedRecord {
  package static let type = "skip"
  package static let name = LocalizedText(english: "skip", chinese: "请假")
  package static let listing = "strop skip list"
  package static func editing(_ id: String) -> String? { "strop skip edit \(id) --reason \"…\"" }

  package var id: String
  /// Nil for all skills.
  package var skill: String?
  package var days: ClosedRange<Day>
  package var reason: String?
  package var removed: Bool

  package init(
    id: String, skill: String?, days: ClosedRange<Day>, reason: String?, removed: Bool = false
  ) {
    self.id = id
    self.skill = skill
    self.days = days
    self.reason = reason
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let group = row["days"]?.group, let from = group["from"]?.text.flatMap(Day.init(iso:)),
      let to = group["to"]?.text.flatMap(Day.init(iso:)), from <= to
    else { return nil }
    self.init(
      id: id, skill: row["skill"]?.text, days: from...to, reason: row["reason"]?.text,
      removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "skill": .optional(skill),
      "days": .group(["from": .text(days.lowerBound.iso), "to": .text(days.upperBound.iso)]),
      "reason": .optional(reason), Field.removed: .flag(removed),
    ].withoutNulls
  }

  package func covers(_ skill: String) -> Bool { self.skill == nil || self.skill == skill }
}
