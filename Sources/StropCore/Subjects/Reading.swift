/// One reading of a paper: subject `reading/ID`.
package struct Reading: IdentifiedRecord {
  package static let type = "reading"
  package static let name = LocalizedText(english: "reading", chinese: "阅读")
  package static let labels = [
    "paper": Paper.name,
    "pass": LocalizedText(english: "pass", chinese: "第几遍"),
    "checkin": CheckIn.name,
  ]
  package static let listing = "strop paper list"
  package static func editing(_ id: String) -> String? { nil }

  package let id: String
  /// The key of the paper.
  package let paper: String
  /// 1 to 3 (S. Keshav 2007, "How to Read a Paper"): a glance, the content, as if one wrote it anew; nil where not said.
  package let pass: Int?
  package let moment: Moment
  /// The id of the check-in that was made with it.
  package let checkIn: String?
  package var removed: Bool

  package init(
    id: String, paper: String, pass: Int?, moment: Moment, checkIn: String?, removed: Bool = false
  ) {
    self.id = id
    self.paper = paper
    self.pass = pass
    self.moment = moment
    self.checkIn = checkIn
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let paper = row["paper"]?.text, let moment = row["when"].flatMap(Moment.init) else {
      return nil
    }
    self.init(
      id: id, paper: paper, pass: row["pass"]?.integer.flatMap { (1...3).contains($0) ? $0 : nil },
      moment: moment, checkIn: row["checkin"]?.text, removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "paper": .text(paper), "pass": .optional(pass), "when": moment.value,
      "checkin": .optional(checkIn), Field.removed: .flag(removed),
    ].withoutNulls
  }
}
