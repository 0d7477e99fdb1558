package import StropCore
import StropStore

/// What a check-in of one skill most likely says, for whoever asks.
package struct CheckInOffer: Sendable {
  package let skill: String
  /// Last time's; nil where none were ever given.
  package let minutes: Int?
  /// The next items, the one in work first; a few only.
  package let items: [NextItem]
}

extension Strop {
  /// `name`: a skill, as typed.
  ///
  /// - Throws: `Failure.unknownSkill`, `.ambiguousSkill`, `.emptyName`.
  package func checkInOffer(skill name: String) throws -> CheckInOffer {
    try read { reader in
      let skill = try reader.skill(named: name).slug
      return CheckInOffer(
        skill: skill, minutes: try reader.lastMinutes(skill),
        items: try reader.nextItems(of: skill, hardware: settings.hardware, limit: 3))
    }
  }
}
