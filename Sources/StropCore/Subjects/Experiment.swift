/// A question put to a machine (周末跑实验): subject `experiment/ID`. What was run for it are its runs.
package struct Experiment: IdentifiedRecord {
  package static let type = "experiment"
  package static let name = LocalizedText(english: "experiment", chinese: "实验")
  package static let labels = [
    "name": LocalizedText(english: "name", chinese: "名称"),
    "hypothesis": LocalizedText(english: "hypothesis", chinese: "假设"),
    "budget": LocalizedText(english: "budget in hours", chinese: "时间预算（小时）"),
    "gpuHours": LocalizedText(english: "GPU-hours planned", chinese: "计划 GPU 小时"),
    "stop": LocalizedText(english: "stop when", chinese: "停止条件"),
    "at": LocalizedText(english: "planned", chinese: "计划时间"),
    "day": LocalizedText(english: "day", chinese: "计划日期"),
    "prediction": LocalizedText(english: "prediction", chinese: "预测"),
    "predicted": LocalizedText(english: "predicted", chinese: "预测时间"),
    "late": LocalizedText(english: "predicted after a run", chinese: "先跑后预测"),
    "verdict": LocalizedText(english: "verdict", chinese: "结论"),
    "ended": LocalizedText(english: "ended", chinese: "结束时间"),
    "endedOn": LocalizedText(english: "ended on", chinese: "结束日期"),
    "checkin": CheckIn.name,
  ]
  package static let listing = "strop experiment list"
  package static func editing(_ id: String) -> String? { nil }
  package static func showing(_ id: String) -> String? { "strop experiment show \(id)" }

  /// What became of the hypothesis. Refuted counts as much as confirmed: either way something is known.
  package enum Verdict: String, CaseIterable, Sendable {
    case confirmed, refuted, inconclusive
  }

  /// What was expected to come out, written down. One group: another one takes its place as a whole.
  package struct Prediction: Hashable, Sendable {
    package let text: String
    package let at: Instant
    /// Whether a run had been started when it was written.
    package let isLate: Bool

    package init(text: String, at: Instant, isLate: Bool) {
      self.text = text
      self.at = at
      self.isLate = isLate
    }
  }

  /// How it ended. One group: a second ending takes the place of the first as a whole.
  package struct Ending: Hashable, Sendable {
    package let verdict: Verdict
    package let at: Instant
    package let day: Day
    /// The id of the check-in that was made with it, whose note says what was learnt.
    package let checkIn: String?

    package init(verdict: Verdict, at: Instant, day: Day, checkIn: String?) {
      self.verdict = verdict
      self.at = at
      self.day = day
      self.checkIn = checkIn
    }
  }

  package let id: String
  package let title: String
  /// The slug of the skill that it is practice of.
  package var skill: String
  package var hypothesis: String
  package var prediction: Prediction?
  /// How many hours its runs may take together; nil for no limit.
  package var budget: Double?
  /// How many GPU-hours they may take.
  package var gpuHours: Double?
  /// What ends it before that.
  package var stop: String?
  package let planned: Moment
  /// Nil while it goes on.
  package var ending: Ending?
  package var removed: Bool

  package init(
    id: String, title: String, skill: String, hypothesis: String, prediction: Prediction? = nil,
    budget: Double? = nil, gpuHours: Double? = nil, stop: String? = nil, planned: Moment,
    ending: Ending? = nil, removed: Bool = false
  ) {
    self.id = id
    self.title = title
    self.skill = skill
    self.hypothesis = hypothesis
    self.prediction = prediction
    self.budget = budget
    self.gpuHours = gpuHours
    self.stop = stop
    self.planned = planned
    self.ending = ending
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let title = row["name"]?.text, let skill = row["skill"]?.text,
      let hypothesis = row["hypothesis"]?.text, let planned = row["when"].flatMap(Moment.init)
    else { return nil }
    self.init(
      id: id, title: title, skill: skill, hypothesis: hypothesis,
      prediction: row["prediction"].flatMap(Prediction.init), budget: row["budget"]?.number,
      gpuHours: row["gpuHours"]?.number, stop: row["stop"]?.text, planned: planned,
      ending: row["ending"].flatMap(Ending.init), removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "name": .text(title), "skill": .text(skill), "hypothesis": .text(hypothesis),
      "prediction": prediction?.value ?? .null, "budget": budget.map(Value.real) ?? .null,
      "gpuHours": gpuHours.map(Value.real) ?? .null, "stop": .optional(stop),
      "when": planned.value, "ending": ending?.value ?? .null, Field.removed: .flag(removed),
    ].withoutNulls
  }
}

extension Experiment.Prediction {
  init?(_ value: Value) {
    guard let group = value.group, let text = group["prediction"]?.text,
      let at = group["predicted"]?.text.flatMap(Instant.init(rfc3339:))
    else { return nil }
    self.init(text: text, at: at, isLate: group["late"]?.bool == true)
  }

  var value: Value {
    .group(
      ["prediction": .text(text), "predicted": .text(at.utc), "late": .flag(isLate)].withoutNulls)
  }
}

extension Experiment.Ending {
  init?(_ value: Value) {
    guard let group = value.group, let at = group["ended"]?.text.flatMap(Instant.init(rfc3339:)),
      let day = group["endedOn"]?.text.flatMap(Day.init(iso:))
    else { return nil }
    // A verdict of a later strop's is none of these.
    let verdict = group["verdict"]?.text.flatMap(Experiment.Verdict.init(rawValue:))
    self.init(
      verdict: verdict ?? .inconclusive, at: at, day: day, checkIn: group["checkin"]?.text)
  }

  var value: Value {
    .group(
      [
        "verdict": .text(verdict.rawValue), "ended": .text(at.utc), "endedOn": .text(day.iso),
        "checkin": .optional(checkIn),
      ].withoutNulls)
  }
}
