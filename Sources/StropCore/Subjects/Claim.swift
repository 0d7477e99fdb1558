/// A number that a reproduction is to get again: subject `claim/ID`.
package struct Claim: IdentifiedRecord {
  package static let type = "claim"
  package static let name = LocalizedText(english: "claim", chinese: "论文数值")
  package static let labels = [
    "reproduction": Reproduction.name,
    "metric": LocalizedText(english: "metric", chinese: "指标"),
    "better": LocalizedText(english: "better", chinese: "更好的方向"),
    "amount": LocalizedText(english: "tolerance", chinese: "容差"),
    "relative": LocalizedText(english: "in percent of the claim", chinese: "容差按百分比"),
    "position": LocalizedText(english: "place", chinese: "序号"),
  ]
  package static let listing = "strop repro list"
  package static func editing(_ id: String) -> String? { nil }

  package enum Better: String, CaseIterable, Sendable {
    case higher, lower
  }

  /// How far off the claim a mean may be on its worse side.
  package struct Tolerance: Hashable, Sendable {
    /// In the metric's unit, or in percent of the claim; at least 0.
    package let amount: Double
    package let isRelative: Bool

    package init(amount: Double, isRelative: Bool) {
      self.amount = amount
      self.isRelative = isRelative
    }
  }

  package let id: String
  /// The id of the reproduction.
  package let reproduction: String
  package let metric: String
  package let value: Double
  package let better: Better
  /// Nil where none was given: the mean must be as good as the claim.
  package let tolerance: Tolerance?
  /// Among the claims of its reproduction.
  package let position: Int
  package var removed: Bool

  package init(
    id: String, reproduction: String, metric: String, value: Double, better: Better,
    tolerance: Tolerance?, position: Int, removed: Bool = false
  ) {
    self.id = id
    self.reproduction = reproduction
    self.metric = metric
    self.value = value
    self.better = better
    self.tolerance = tolerance
    self.position = position
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let reproduction = row["reproduction"]?.text, let metric = row["metric"]?.text,
      let value = row["value"]?.number, value.isFinite
    else { return nil }
    let group = row["tolerance"]?.group
    self.init(
      id: id, reproduction: reproduction, metric: metric, value: value,
      better: row["better"]?.text.flatMap(Better.init(rawValue:)) ?? .higher,
      tolerance: group?["amount"]?.number.map {
        Tolerance(amount: abs($0), isRelative: group?["relative"]?.bool == true)
      },
      position: row["position"]?.integer ?? 0, removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "reproduction": .text(reproduction), "metric": .text(metric), "value": .real(value),
      "better": .text(better.rawValue),
      "tolerance": tolerance.map {
        .group(
          ["amount": .real($0.amount), "relative": .flag($0.isRelative)].withoutNulls)
      } ?? .null,
      "position": .number(position), Field.removed: .flag(removed),
    ].withoutNulls
  }
}
