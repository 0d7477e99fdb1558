/// A way through the checklists, by what it takes to walk it.
package enum Route: String, CaseIterable, Sendable {
  /// One small win in most skills, all on a CPU.
  case firstMonth = "first-month"
  case cpu
  case oneGPU = "one-gpu"
  case eightGPU = "eight-gpu"

  /// The route's items, in the order given, with every prerequisite that is among `items`.
  package func items(of items: [Item]) -> [Item] {
    let known = Dictionary(items.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    var pending = items.filter { !$0.retired && contains($0) }.map(\.slug)
    var chosen: Set<String> = []
    while let slug = pending.popLast() {
      guard let item = known[slug], chosen.insert(slug).inserted else { continue }
      pending += item.prerequisites
    }
    return items.filter { chosen.contains($0.slug) }
  }

  private func contains(_ item: Item) -> Bool {
    switch self {
    case .firstMonth: item.firstMonth
    case .cpu: item.hardware <= .cpu
    case .oneGPU: item.hardware <= .oneGPU
    case .eightGPU: true
    }
  }
}
