package import StropCore
import StropStore

/// What a check-in of one skill most likely says, for whoever asks.
package struct CheckInOffer: Sendable {
  package let skill: String
  /// Where one was named in the skill's place.
  package let item: String?
  /// Last time's; nil where none were ever given.
  package let minutes: Int?
  /// The next items, the one in work first; a few only.
  package let items: [NextItem]
  /// Notes of any skill, oldest first; the newest few only.
  package let notes: [String]
}

extension Strop {
  private static let recalledNotes = 100

  /// `name`: a skill, as typed, or one of its items, `skill/item`.
  ///
  /// - Throws: `Failure.unknownSkill`, `.ambiguousSkill`, `.emptyName`, `.unknownItem`, `.ambiguousItem`.
  package func checkInOffer(naming name: String) throws -> CheckInOffer {
    try read { reader in
      let item = try name.contains("/") ? reader.item(named: name) : nil
      let skill = try item?.skill ?? reader.skill(named: name).slug
      return CheckInOffer(
        skill: skill, item: item?.slug, minutes: try reader.lastMinutes(skill),
        items: try reader.nextItems(of: skill, hardware: settings.hardware, limit: 3),
        notes: try reader.newestNotes(limit: Strop.recalledNotes).reversed())
    }
  }
}
