package import StropCore
import StropStore

extension Strop {
  /// The checklists, or what of them was asked for; archived skills' only by name.
  ///
  /// `request`: its skill as typed.
  package func itemList(_ request: ItemFilter = ItemFilter()) throws -> ItemList {
    try read { reader in
      let skill = try request.skill.map { try reader.skill(named: $0).slug }
      let archived = Set(try reader.skills().filter(\.archived).map(\.slug))
      let progress = try ChecklistProgress(reader)
      let all = try reader.items().filter { $0.skill == skill || !archived.contains($0.skill) }
      let onRoute = request.route?.items(of: all) ?? all
      let items =
        try onRoute
        .filter { skill == nil || $0.skill == skill }
        .filter { request.hardware == nil || $0.hardware == request.hardware }
        .map(progress.listed)
        .filter { request.state == nil || $0.state == request.state }
      let counts = all.reduce(into: [String: ItemList.Count]()) { counts, item in
        counts[item.skill, default: ItemList.Count()].total += 1
        if progress.state(of: item.slug) == .done {
          counts[item.skill, default: ItemList.Count()].done += 1
        }
      }
      return ItemList(
        items: items, counts: counts,
        filter: ItemFilter(
          skill: skill, state: request.state, hardware: request.hardware, route: request.route),
        routes: Route.allCases.map { summary(of: $0, all, progress) })
    }
  }

  private func summary(
    of route: Route, _ items: [Item], _ progress: ChecklistProgress
  ) -> RouteSummary {
    let items = route.items(of: items)
    let open = items.filter { ![.done, .dropped].contains(progress.state(of: $0.slug)) }
    return RouteSummary(
      route: route, items: items.count,
      itemsDone: items.count { progress.state(of: $0.slug) == .done },
      hours: items.map(\.hours).reduce(0, +), hoursLeft: open.map(\.hours).reduce(0, +))
  }

  /// One item with all that is known of it.
  package func itemCard(_ name: String) throws -> ItemCard {
    try read { reader in
      let item = try reader.item(named: name)
      let progress = try ChecklistProgress(reader)
      let skill = try reader.skills().first { $0.slug == item.skill }
      return ItemCard(
        listed: try progress.listed(item),
        why: item.why.isEmpty ? skill?.why ?? "" : item.why,
        prerequisites: try item.prerequisites.map { slug in
          let known = try reader.item(slug)
          return ItemCard.Prerequisite(
            slug: slug, title: known?.title, state: progress.state(of: slug))
        },
        sources: try item.references.map { reference in
          let paper = Reference(reference).flatMap { reference -> String? in
            if case .arxiv(let id) = reference { id } else { nil }
          }
          return ItemCard.Source(
            reference: reference, title: try paper.flatMap(reader.paperTitle))
        },
        checkIns: try reader.checkIns(ofItem: item.slug).map {
          try logged(reader.listed($0, .checkIn), reader)
        },
        today: today)
    }
  }
}

/// What the user made of all items, read once a command.
struct ChecklistProgress {
  private let reader: Reader
  private let progress: [String: ItemProgress]
  private let practised: Set<String>

  init(_ reader: Reader) throws {
    self.reader = reader
    progress = try reader.itemProgress()
    practised = try reader.practisedItems()
  }

  subscript(_ slug: String) -> ItemProgress? { progress[slug] }

  func state(of slug: String) -> ItemProgress.State {
    ItemProgress.State(progress[slug]?.state, wasPractised: practised.contains(slug))
  }

  func listed(_ item: Item) throws -> ListedItem {
    ListedItem(
      item: item, progress: progress[item.slug],
      evidence: try reader.evidence(ofItem: item.slug),
      openPrerequisites: item.prerequisites.filter { state(of: $0) != .done },
      wasPractised: practised.contains(item.slug))
  }
}
