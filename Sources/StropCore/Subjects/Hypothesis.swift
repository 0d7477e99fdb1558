/// What may cause a bug, and what trying it showed: subject `hypothesis/ID`.
package struct Hypothesis: IdentifiedRecord {
  package static let type = "hypothesis"
  package static let name = LocalizedText(english: "hypothesis", chinese: "假设")
  package static let labels = [
    "text": LocalizedText(english: "hypothesis", chinese: "假设"),
    "checkin": CheckIn.name,
  ]
  package static let listing = "strop bug list"
  package static func editing(_ id: String) -> String? { nil }

  package enum Result: String, CaseIterable, Sendable {
    case ruledOut = "ruled-out"
    case confirmed, unclear
  }

  package let id: String
  /// The id of the bug.
  package let bug: String
  package let text: String
  package let result: Result
  package let moment: Moment
  /// The id of the check-in that was made with it.
  package let checkIn: String?
  package var removed: Bool

  package init(
    id: String, bug: String, text: String, result: Result, moment: Moment, checkIn: String?,
    removed: Bool = false
  ) {
    self.id = id
    self.bug = bug
    self.text = text
    self.result = result
    self.moment = moment
    self.checkIn = checkIn
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let bug = row["bug"]?.text, let text = row["text"]?.text,
      let moment = row["when"].flatMap(Moment.init)
    else { return nil }
    self.init(
      id: id, bug: bug, text: text,
      result: row["result"]?.text.flatMap(Result.init(rawValue:)) ?? .unclear, moment: moment,
      checkIn: row["checkin"]?.text, removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "bug": .text(bug), "text": .text(text), "result": .text(result.rawValue),
      "when": moment.value, "checkin": .optional(checkIn), Field.removed: .flag(removed),
    ].withoutNulls
  }
}
