/// An attempt to get somebody's numbers again (复现开源项目): subject `reproduction/ID`. The numbers are its claims, what
/// came out its results.
package struct Reproduction: IdentifiedRecord {
  package static let type = "reproduction"
  package static let name = LocalizedText(english: "reproduction", chinese: "复现")
  package static let labels = [
    "name": LocalizedText(english: "name", chinese: "名称"),
    "at": LocalizedText(english: "started", chinese: "开始时间"),
    "day": LocalizedText(english: "day", chinese: "开始日期"),
    "state": LocalizedText(english: "ended as", chinese: "结束方式"),
    "ended": LocalizedText(english: "ended", chinese: "结束时间"),
    "endedOn": LocalizedText(english: "ended on", chinese: "结束日期"),
  ]
  package static let listing = "strop repro list"
  package static func editing(_ id: String) -> String? { nil }
  package static func showing(_ id: String) -> String? { "strop repro show \(id)" }

  package enum State: String, CaseIterable, Sendable {
    case open, finished, abandoned
  }

  /// How it was ended. One group: a second ending takes the place of the first as a whole.
  package struct Ending: Hashable, Sendable {
    package let isAbandoned: Bool
    package let at: Instant
    package let day: Day
    package let reason: String?

    package init(isAbandoned: Bool, at: Instant, day: Day, reason: String?) {
      self.isAbandoned = isAbandoned
      self.at = at
      self.day = day
      self.reason = reason
    }
  }

  package let id: String
  package let title: String
  /// An arXiv id without version, or a URL.
  package let source: String
  package let started: Moment
  /// Nil while it goes on.
  package var ending: Ending?
  package var removed: Bool

  package init(
    id: String, title: String, source: String, started: Moment, ending: Ending? = nil,
    removed: Bool = false
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.started = started
    self.ending = ending
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let title = row["name"]?.text, let source = row["source"]?.text,
      let started = row["when"].flatMap(Moment.init)
    else { return nil }
    self.init(
      id: id, title: title, source: source, started: started,
      ending: row["ending"].flatMap(Ending.init), removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "name": .text(title), "source": .text(source), "when": started.value,
      "ending": ending?.value ?? .null, Field.removed: .flag(removed),
    ].withoutNulls
  }

  package var state: State {
    ending.map { $0.isAbandoned ? .abandoned : .finished } ?? .open
  }
}

extension Reproduction.Ending {
  init?(_ value: Value) {
    guard let group = value.group, let state = group["state"]?.text,
      let at = group["ended"]?.text.flatMap(Instant.init(rfc3339:)),
      let day = group["endedOn"]?.text.flatMap(Day.init(iso:))
    else { return nil }
    self.init(
      isAbandoned: state == Reproduction.State.abandoned.rawValue, at: at, day: day,
      reason: group["reason"]?.text)
  }

  var value: Value {
    let state: Reproduction.State = isAbandoned ? .abandoned : .finished
    return .group(
      [
        "state": .text(state.rawValue), "ended": .text(at.utc), "endedOn": .text(day.iso),
        "reason": .optional(reason),
      ].withoutNulls)
  }
}
