/// What somebody foretold of a paper, with its probability, before the outcome was known: subject `judgement/ID`.
///
/// Its claim, probability and day are fixed by its first entry: later ones that name them are ignored (`fixedFields`).
package struct Judgement: IdentifiedRecord {
  package static let type = "judgement"
  package static let name = LocalizedText(english: "judgement", chinese: "判断")
  package static let labels = [
    "paper": LocalizedText(english: "paper", chinese: "论文"),
    "claim": LocalizedText(english: "claim", chinese: "论断"),
    "p": LocalizedText(english: "probability (%)", chinese: "概率（%）"),
    "by": LocalizedText(english: "settled by", chinese: "兑现日期"),
    "rule": LocalizedText(english: "settled how", chinese: "如何判定"),
    "outcome": LocalizedText(english: "outcome", chinese: "结果"),
    "resolved": LocalizedText(english: "resolved", chinese: "判定时间"),
    "resolvedOn": LocalizedText(english: "resolved on", chinese: "判定日期"),
    "checkin": CheckIn.name,
  ]
  package static let listing = "strop paper score"
  package static func editing(_ id: String) -> String? { nil }

  package enum Outcome: String, CaseIterable, Sendable {
    case yes, no
    /// It cannot be told, and so counts for nothing.
    case void
  }

  /// How it came out. One group: a second resolution takes the place of the first as a whole.
  package struct Resolution: Hashable, Sendable {
    package let outcome: Outcome
    package let at: Instant
    package let day: Day

    package init(outcome: Outcome, at: Instant, day: Day) {
      self.outcome = outcome
      self.at = at
      self.day = day
    }
  }

  package let id: String
  /// The key of the paper.
  package let paper: String
  package let claim: String
  /// In percent, 0 to 100.
  package let probability: Int
  /// The last day on which it can still come true.
  package let by: Day
  /// How it will be settled.
  package let rule: String?
  package let moment: Moment
  /// The id of the check-in that was made with it.
  package let checkIn: String?
  package var resolution: Resolution?
  /// When it was undone, more than a day after it was written; nil for one that stands.
  package let withdrawn: Instant?
  package var removed: Bool

  package init(
    id: String, paper: String, claim: String, probability: Int, by: Day, rule: String?,
    moment: Moment, checkIn: String?, resolution: Resolution? = nil, withdrawn: Instant? = nil,
    removed: Bool = false
  ) {
    self.id = id
    self.paper = paper
    self.claim = claim
    self.probability = probability
    self.by = by
    self.rule = rule
    self.moment = moment
    self.checkIn = checkIn
    self.resolution = resolution
    self.withdrawn = withdrawn
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let paper = row["paper"]?.text, let claim = row["claim"]?.text,
      let p = row["p"]?.integer, (0...100).contains(p),
      let by = row["by"]?.text.flatMap(Day.init(iso:)),
      let moment = row["when"].flatMap(Moment.init)
    else { return nil }
    self.init(
      id: id, paper: paper, claim: claim, probability: p, by: by, rule: row["rule"]?.text,
      moment: moment, checkIn: row["checkin"]?.text,
      resolution: row["resolution"].flatMap(Resolution.init),
      withdrawn: row[EntryFact.withdrawn]?.text.flatMap(Instant.init(rfc3339:)),
      removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "paper": .text(paper), "claim": .text(claim), "p": .number(probability),
      "by": .text(by.iso), "rule": .optional(rule), "when": moment.value,
      "checkin": .optional(checkIn), "resolution": resolution?.value ?? .null,
      EntryFact.withdrawn: .optional(withdrawn?.utc), Field.removed: .flag(removed),
    ].withoutNulls
  }

  /// Whether it waits for its outcome.
  package var isOpen: Bool { resolution == nil && withdrawn == nil }
}

extension Judgement.Resolution {
  init?(_ value: Value) {
    guard let group = value.group,
      let outcome = group["outcome"]?.text.flatMap(Judgement.Outcome.init(rawValue:)),
      let at = group["resolved"]?.text.flatMap(Instant.init(rfc3339:)),
      let day = group["resolvedOn"]?.text.flatMap(Day.init(iso:))
    else { return nil }
    self.init(outcome: outcome, at: at, day: day)
  }

  var value: Value {
    .group([
      "outcome": .text(outcome.rawValue), "resolved": .text(at.utc), "resolvedOn": .text(day.iso),
    ])
  }
}
