/// What a run of a reproduction gave for one metric: subject `result/ID`.
package struct RunResult: IdentifiedRecord {
  package static let type = "result"
  package static let name = LocalizedText(english: "result", chinese: "结果")
  package static let labels = [
    "reproduction": Reproduction.name,
    "metric": LocalizedText(english: "metric", chinese: "指标"),
    "commit": LocalizedText(english: "commit", chinese: "提交"),
    "conditions": LocalizedText(english: "conditions", chinese: "条件"),
    "checkin": CheckIn.name,
  ]
  package static let listing = "strop repro list"
  package static func editing(_ id: String) -> String? { nil }

  package let id: String
  /// The id of the reproduction.
  package let reproduction: String
  package let metric: String
  package let value: Double
  package let seed: Int?
  /// `REPOSITORY@SHA` where it was found, else as typed.
  package let commit: String?
  /// What differed from the source: hardware, data, batch size.
  package let conditions: String?
  package let moment: Moment
  /// The id of the check-in that was made with it.
  package let checkIn: String?
  package var removed: Bool

  package init(
    id: String, reproduction: String, metric: String, value: Double, seed: Int?, commit: String?,
    conditions: String?, moment: Moment, checkIn: String?, removed: Bool = false
  ) {
    self.id = id
    self.reproduction = reproduction
    self.metric = metric
    self.value = value
    self.seed = seed
    self.commit = commit
    self.conditions = conditions
    self.moment = moment
    self.checkIn = checkIn
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let reproduction = row["reproduction"]?.text, let metric = row["metric"]?.text,
      let value = row["value"]?.number, value.isFinite,
      let moment = row["when"].flatMap(Moment.init)
    else { return nil }
    self.init(
      id: id, reproduction: reproduction, metric: metric, value: value, seed: row["seed"]?.integer,
      commit: row["commit"]?.text, conditions: row["conditions"]?.text, moment: moment,
      checkIn: row["checkin"]?.text, removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "reproduction": .text(reproduction), "metric": .text(metric), "value": .real(value),
      "seed": .optional(seed), "commit": .optional(commit), "conditions": .optional(conditions),
      "when": moment.value, "checkin": .optional(checkIn), Field.removed: .flag(removed),
    ].withoutNulls
  }
}
