package import StropCore
import StropStore

extension Strop {
  /// The checklist of one skill, or of all.
  package func itemList(skill name: String?) throws -> ItemList {
    try read { reader in
      let skill = try name.map { try reader.skill(named: $0).slug }
      let progress = try reader.itemProgress()
      return ItemList(
        items: try reader.items(skill: skill).map { try listed($0, progress, reader) },
        skill: skill)
    }
  }

  package func itemCard(_ name: String) throws -> ListedItem {
    try read { reader in
      try listed(try reader.item(named: name), try reader.itemProgress(), reader)
    }
  }

  /// Finishes an item.
  ///
  /// `value`: the number that the work gave, as typed; compared with the known answer, if any.
  /// `day`: when it was finished, as typed; today where nil.
  package func finishItem(
    _ name: String, evidence: [String], value: String?, day: String?
  ) async throws -> ItemReceipt {
    let finishedDay = try pastDay(day)
    let number = try value.map { text in
      guard let number = Double(text.trimmed), number.isFinite else {
        throw Failure.badNumber(text)
      }
      return number
    }
    let attachments = try await evidence.asyncMap(attachment)
    return try write { transaction in
      let item = try transaction.reader.item(named: name)
      let new = ItemProgress(
        slug: item.slug, state: .done, finished: moment(on: finishedDay),
        value: value?.trimmed, match: number.flatMap { number in item.expect?.matches(number) })
      let subject = ItemProgress.subject(item.slug)
      try transaction.append(
        [.create(subject, new.fields)] + patches(attaching: attachments, to: subject),
        command: "item done")
      let reader = transaction.reader
      return ItemReceipt(
        listed: try listed(item, try reader.itemProgress(), reader),
        next: try reader.nextItem(of: item.skill, hardware: settings.hardware))
    }
  }

  func listed(
    _ item: Item, _ progress: [String: ItemProgress], _ reader: Reader
  ) throws -> ListedItem {
    ListedItem(
      item: item, progress: progress[item.slug],
      evidence: try reader.evidence(of: ItemProgress.subject(item.slug)),
      openPrerequisites: item.prerequisites.filter { progress[$0]?.state != .done })
  }
}
