/// What the user has made of one checklist item: subject `item/SKILL/SLUG`.
package struct ItemProgress: Record {
  package static let type = "item"

  package enum State: String, CaseIterable, Sendable {
    case todo, doing, done, dropped

    /// What an item that stands at `recorded` counts as: one that was practised is in work, without anybody
    /// saying so.
    package init(_ recorded: State?, wasPractised: Bool) {
      let recorded = recorded ?? .todo
      self = recorded == .todo && wasPractised ? .doing : recorded
    }

    /// Whether there is something left to do.
    package var isOpen: Bool { self == .todo || self == .doing }
  }

  /// What was expected to come out, written down.
  package struct Prediction: Hashable, Sendable {
    package let text: String
    package let moment: Moment
    /// Whether the item was finished, or being finished, when it was written.
    package let isLate: Bool

    package init(text: String, moment: Moment, isLate: Bool) {
      self.text = text
      self.moment = moment
      self.isLate = isLate
    }

    init?(_ value: Value) {
      guard let text = value.group?["text"]?.text, let moment = Moment(value) else { return nil }
      self.init(text: text, moment: moment, isLate: value.group?["late"]?.bool == true)
    }

    var value: Value {
      let fields: Fields = ["text": .text(text), "late": .bool(isLate)]
      return .group(fields.merging(moment.value.group ?? [:]) { text, _ in text })
    }
  }

  /// `skill/item`.
  package let slug: String
  package var state: State
  /// When it was taken in work.
  package var started: Moment?
  /// When it was finished.
  package var finished: Moment?
  /// The number that the work gave, as typed.
  package var value: String?
  /// Whether that number is the item's known answer; nil where it has none or no number was given.
  package var match: Bool?
  /// The user's word that no assistant did it; nil where nothing was said.
  package var unaided: Bool?
  package var prediction: Prediction?

  package init(
    slug: String, state: State, started: Moment? = nil, finished: Moment? = nil,
    value: String? = nil, match: Bool? = nil, unaided: Bool? = nil, prediction: Prediction? = nil
  ) {
    self.slug = slug
    self.state = state
    self.started = started
    self.finished = finished
    self.value = value
    self.match = match
    self.unaided = unaided
    self.prediction = prediction
  }

  package init?(id slug: String, row: Fields) {
    guard row[Field.removed]?.bool != true,
      let state = row["state"]?.text.flatMap(State.init(rawValue:))
    else { return nil }
    self.init(
      slug: slug, state: state, started: row["started"].flatMap(Moment.init),
      finished: row["finished"].flatMap(Moment.init), value: row["value"]?.text,
      match: row["match"]?.bool, unaided: row["unaided"]?.bool,
      prediction: row["prediction"].flatMap(Prediction.init))
  }

  package var id: String { slug }

  package static func subject(_ slug: String) -> Subject { Subject(type, slug) }

  package var fields: Fields {
    [
      "state": .text(state.rawValue), "started": started?.value ?? .null,
      "finished": finished?.value ?? .null, "value": .optional(value),
      "match": match.map(Value.bool) ?? .null, "unaided": unaided.map(Value.bool) ?? .null,
      "prediction": prediction?.value ?? .null,
    ].withoutNulls
  }
}
