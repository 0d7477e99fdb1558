/// A checklist item with what the user made of it.
package struct ListedItem: Sendable {
  package let item: Item
  package let progress: ItemProgress?
  package let evidence: [Evidence]
  /// The prerequisites that are not done yet.
  package let openPrerequisites: [String]

  package init(
    item: Item, progress: ItemProgress?, evidence: [Evidence], openPrerequisites: [String]
  ) {
    self.item = item
    self.progress = progress
    self.evidence = evidence
    self.openPrerequisites = openPrerequisites
  }

  package var state: ItemProgress.State { progress?.state ?? .todo }

  /// A known answer that was met is a check by strop itself.
  package var level: EvidenceLevel {
    if progress?.match == true { return .verified }
    return evidence.map(\.level).max() ?? .claimed
  }
}

/// `strop item list`.
package struct ItemList: Sendable {
  package let items: [ListedItem]
  /// Nil where every skill's items are listed.
  package let skill: String?

  package init(items: [ListedItem], skill: String?) {
    self.items = items
    self.skill = skill
  }
}

/// `strop item done`.
package struct ItemReceipt: Sendable {
  package let listed: ListedItem
  /// What to work on after it, in the same skill.
  package let next: NextItem?

  package init(listed: ListedItem, next: NextItem?) {
    self.listed = listed
    self.next = next
  }
}
