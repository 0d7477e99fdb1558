/// What the user has made of one checklist item: subject `item/SKILL/SLUG`.
package struct ItemProgress: Hashable, Sendable {
  package static let type = "item"

  package enum State: String, CaseIterable, Sendable {
    case todo, doing, done, dropped
  }

  /// `skill/item`.
  package let slug: String
  package let state: State
  /// When it was finished.
  package let finished: Moment?
  /// The number that the work gave, as typed.
  package let value: String?
  /// Whether that number is the item's known answer; nil where it has none or no number was given.
  package let match: Bool?

  package init(slug: String, state: State, finished: Moment?, value: String?, match: Bool?) {
    self.slug = slug
    self.state = state
    self.finished = finished
    self.value = value
    self.match = match
  }

  package init?(slug: String, row: Fields) {
    guard let state = row["state"]?.text.flatMap(State.init(rawValue:)) else { return nil }
    self.init(
      slug: slug, state: state, finished: row["finished"].flatMap(Moment.init),
      value: row["value"]?.text, match: row["match"]?.bool)
  }

  package static func subject(_ slug: String) -> Subject { Subject(type, slug) }

  package var fields: Fields {
    [
      "state": .text(state.rawValue), "finished": finished?.value ?? .null,
      "value": .optional(value), "match": match.map(Value.bool) ?? .null,
    ]
  }
}
