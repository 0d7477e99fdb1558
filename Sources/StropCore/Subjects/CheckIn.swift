/// One act of practice of one skill on one day (打卡): subject `checkin/ID`.
package struct CheckIn: IdentifiedRecord {
  package static let type = "checkin"
  package static let name = LocalizedText(english: "check-in", chinese: "打卡")
  package static let listing = "strop log"
  package static func editing(_ id: String) -> String? { "strop edit \(id) -n \"…\"" }

  package var id: String
  package var skill: String
  /// The item worked on, as `skill/item`.
  package var item: String?
  package var moment: Moment
  /// 1 to 1,440, where given.
  package var minutes: Int?
  package var note: String?
  package var removed: Bool

  package init(
    id: String, skill: String, item: String?, moment: Moment, minutes: Int?, note: String?,
    removed: Bool = false
  ) {
    self.id = id
    self.skill = skill
    self.item = item
    self.moment = moment
    self.minutes = minutes
    self.note = note
    self.removed = removed
  }

  /// The check-in of a folded row; nil where the row lacks what a check-in needs.
  package init?(id: String, row: Fields) {
    guard let skill = row["skill"]?.text, let moment = row["when"].flatMap(Moment.init) else {
      return nil
    }
    let minutes = row["minutes"]?.integer.flatMap { Minutes.range.contains($0) ? $0 : nil }
    self.init(
      id: id, skill: skill, item: row["item"]?.text, moment: moment, minutes: minutes,
      note: row["note"]?.text, removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "skill": .text(skill), "item": .optional(item), "when": moment.value,
      "minutes": .optional(minutes), "note": .optional(note), Field.removed: .flag(removed),
    ].withoutNulls
  }
}

/// When something was done: the instant it was recorded, the zone then, and the day it counts for.
package struct Moment: Hashable, Sendable {
  package var at: Instant
  package var zone: String
  /// Fixed when recorded: travel and a changed day start never move it.
  package var day: Day

  package init(at: Instant, zone: String, day: Day) {
    self.at = at
    self.zone = zone
    self.day = day
  }

  package init?(_ value: Value) {
    guard let group = value.group, let at = group["at"]?.text.flatMap(Instant.init(rfc3339:)),
      let zone = group["zone"]?.text, let day = group["day"]?.text.flatMap(Day.init(iso:))
    else { return nil }
    self.init(at: at, zone: zone, day: day)
  }

  package var value: Value {
    .group(["at": .text(at.utc), "zone": .text(zone), "day": .text(day.iso)])
  }
}
