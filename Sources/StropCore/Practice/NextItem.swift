/// An item proposed for a skill.
package struct NextItem: Hashable, Sendable {
  package let slug: String
  package let title: LocalizedText
  package let doneWhen: LocalizedText
  package let hours: Double
  package let hardware: Item.Hardware
  /// Whether the user works on it already.
  package let isInWork: Bool
  /// The skill whose items wait for it, where it is another one's.
  package var waitingSkill: String?

  package init(
    slug: String, title: LocalizedText, doneWhen: LocalizedText, hours: Double,
    hardware: Item.Hardware, isInWork: Bool = false, waitingSkill: String? = nil
  ) {
    self.slug = slug
    self.title = title
    self.doneWhen = doneWhen
    self.hours = hours
    self.hardware = hardware
    self.isInWork = isInWork
    self.waitingSkill = waitingSkill
  }
}

/// What keeps all open items of a skill from being proposed.
package enum ItemObstacle: Hashable, Sendable {
  /// An item of another skill is to be done first.
  case item(String)
  /// What is left needs at least this.
  case hardware(Item.Hardware)
}
