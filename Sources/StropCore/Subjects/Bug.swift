/// A bug that is, or was, hunted (debug 代码): subject `bug/ID`. What was tried are its hypotheses.
package struct Bug: IdentifiedRecord {
  package static let type = "bug"
  package static let name = LocalizedText(english: "bug", chinese: "bug")
  package static let labels = [
    "at": LocalizedText(english: "opened", chinese: "发现时间"),
    "day": LocalizedText(english: "day", chinese: "发现日期"),
  ]
  package static let listing = "strop bug list"
  package static func editing(_ id: String) -> String? { nil }
  package static func showing(_ id: String) -> String? { "strop bug show \(id)" }

  /// Where the cause lay.
  package enum Class: String, CaseIterable, Sendable {
    case data, tokenisation
    case lossMask = "loss-mask"
    case numerics, parallelism, optimizer, checkpoint, environment, evaluation, other
  }

  /// How it was closed. One group: a second closing takes the place of the first as a whole.
  package struct Closing: Hashable, Sendable {
    package let at: Instant
    package let day: Day
    package let cause: String
    package let bugClass: Class
    /// The commit that mended it, as `REPOSITORY@SHA` where it was found, else as typed; or a URL.
    package let fix: String?

    package init(at: Instant, day: Day, cause: String, bugClass: Class, fix: String?) {
      self.at = at
      self.day = day
      self.cause = cause
      self.bugClass = bugClass
      self.fix = fix
    }
  }

  package let id: String
  /// What was seen.
  package let symptom: String
  package let opened: Moment
  /// Nil while it is open.
  package var closing: Closing?
  package var removed: Bool

  package init(
    id: String, symptom: String, opened: Moment, closing: Closing? = nil, removed: Bool = false
  ) {
    self.id = id
    self.symptom = symptom
    self.opened = opened
    self.closing = closing
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let symptom = row["symptom"]?.text, let opened = row["when"].flatMap(Moment.init) else {
      return nil
    }
    self.init(
      id: id, symptom: symptom, opened: opened, closing: row["closing"].flatMap(Closing.init),
      removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "symptom": .text(symptom), "when": opened.value, "closing": closing?.value ?? .null,
      Field.removed: .flag(removed),
    ].withoutNulls
  }

  /// How long it has been open, or was, in hours.
  package func hours(at now: Instant) -> Double {
    let end = closing?.at ?? now
    return Double(max(0, end.milliseconds - opened.at.milliseconds)) / 3_600_000
  }
}

extension Bug.Closing {
  init?(_ value: Value) {
    guard let group = value.group, let at = group["closed"]?.text.flatMap(Instant.init(rfc3339:)),
      let day = group["closedOn"]?.text.flatMap(Day.init(iso:)), let cause = group["cause"]?.text
    else { return nil }
    // A class of a later strop's is another one here.
    let bugClass = group["class"]?.text.flatMap(Bug.Class.init(rawValue:)) ?? .other
    self.init(at: at, day: day, cause: cause, bugClass: bugClass, fix: group["fix"]?.text)
  }

  var value: Value {
    .group(
      [
        "closed": .text(at.utc), "closedOn": .text(day.iso), "cause": .text(cause),
        "class": .text(bugClass.rawValue), "fix": .optional(fix),
      ].withoutNulls)
  }
}
