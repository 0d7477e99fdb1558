package import StropCore

extension TextRenderer {
  /// `strop item list`: a line an item, under its skill; the routes, where nothing else was asked for.
  package func items(_ list: ItemList) -> String {
    var screen = Screen()
    if let route = list.routes.first(where: { $0.route == list.filter.route }) {
      screen.add(prose(phrases.route(route)))
    }
    guard !list.items.isEmpty else {
      screen.add(prose(list.filter.isEmpty ? phrases.noItems : phrases.noSuchItems))
      screen.add(suggestion(phrases.seeThem, ["strop item list"], indent: 0))
      return text(screen)
    }
    var rest = list.items[...]
    while let skill = rest.first?.item.skill {
      let group = rest.prefix { $0.item.skill == skill }
      rest = rest.dropFirst(group.count)
      let count = list.counts[skill] ?? ItemList.Count()
      screen.blank()
      screen.add(
        ends(Line(skill), Line(phrases.itemsDone(count.done, of: count.total), .quiet)))
      // Each skill's as wide as its own names and numbers leave.
      screen.add(itemTable(Array(group)).lines(within: columns))
    }
    if list.filter.isEmpty {
      screen.blank()
      screen.add(Line(phrases.routes, .quiet))
      screen.add(routeTable(list.routes).lines(within: columns))
      screen.add(
        suggestion(phrases.walkOne, ["strop item list --route first-month"], indent: 0))
    }
    return text(screen)
  }

  private func routeTable(_ routes: [RouteSummary]) -> Table {
    Table(
      columns: [
        Table.Column(), Table.Column(alignment: .right), Table.Column(alignment: .right),
        Table.Column(drops: 1),
      ],
      rows: routes.map { summary in
        [
          Line(summary.route.rawValue),
          Line(phrases.itemCount(summary.items), .quiet),
          Line(phrases.hours(summary.hours)),
          Line(phrases.hoursLeft(summary.hoursLeft), .quiet),
        ]
      })
  }

  /// A row an item, without the skill's slug before the items': a heading names it.
  func itemTable(_ items: [ListedItem]) -> Table {
    Table(
      columns: [
        Table.Column(), Table.Column(minimum: 16, isCutLast: true),
        Table.Column(minimum: 16, drops: 3),
        Table.Column(alignment: .right, drops: 2), Table.Column(drops: 1), Table.Column(),
      ],
      rows: items.map { listed in
        let item = listed.item
        let slug = String(item.slug.dropFirst(item.skill.count + 1))
        let isOver = listed.state == .done || listed.state == .dropped
        return [
          Line(mark(listed.state), listed.state == .done ? .good : .plain),
          Line(slug), Line(item.title[language], isOver ? .quiet : .plain),
          Line(phrases.hours(item.hours), .quiet), Line(phrases.hardware(item.hardware), .quiet),
          state(listed),
        ]
      })
  }

  /// One character for a state; the word stands at the line's end.
  func mark(_ state: ItemProgress.State) -> String {
    switch state {
    case .todo: "○"
    case .doing: "◐"
    case .done: "●"
    case .dropped: "×"
    }
  }

  /// The state in a word, or how well a finished item is backed; nothing for what is to do.
  private func state(_ listed: ListedItem) -> Line {
    switch listed.state {
    case .todo: ""
    case .doing, .dropped: Line(phrases.state(listed.state), .quiet)
    case .done: Line(phrases.level(listed.level), listed.level == .verified ? .good : .quiet)
    }
  }
}
