import StropCore

/// A skill's file as it stands in YAML; docs/curriculum.md explains each key.
struct SkillFile: Decodable {
  struct Text: Decodable {
    let en: String
    let zh: String

    var localized: LocalizedText { LocalizedText(english: en, chinese: zh) }
  }

  struct Plan: Decodable {
    let sessions: Int
    let minutes: Int
  }

  struct Retest: Decodable {
    let minutes: Int
    let every: Int
  }

  struct Expect: Decodable {
    let value: Double
    let tolerance: Double
    let unit: String
  }

  struct Entry: Decodable {
    let slug: String
    let was: [String]?
    let retired: Bool?
    let title: Text
    let doneWhen: Text
    let hours: Double
    let hardware: Item.Hardware
    let check: Item.Check
    let evidence: String
    let quote: String
    let predictFirst: Bool
    let firstMonth: Bool
    let unaided: Bool?
    let expect: Expect?
    let knownToWork: Text?
    let prerequisites: [String]
    let references: [String]

    enum CodingKeys: String, CodingKey {
      case slug, was, retired, title, hours, hardware, check, evidence, quote, expect, unaided
      case prerequisites, references
      case doneWhen = "done-when"
      case predictFirst = "predict-first"
      case firstMonth = "first-month"
      case knownToWork = "known-to-work"
    }
  }

  let slug: String
  let was: [String]?
  let position: Int
  let title: Text
  let quote: String
  let focus: Bool
  let plan: Plan
  let retest: Retest
  let reason: Text
  let items: [Entry]

  var skill: Skill {
    Skill(
      slug: slug, was: was ?? [], position: position, title: title.localized, quote: quote,
      plan: StropCore.Plan(focus: focus, sessions: plan.sessions, minutes: plan.minutes),
      retest: Skill.Retest(minutes: retest.minutes, days: retest.every),
      reason: reason.localized)
  }

  var checklist: [Item] {
    items.enumerated().map { index, entry in
      Item(
        slug: slug + "/" + entry.slug, was: entry.was ?? [], retired: entry.retired ?? false,
        position: index + 1, title: entry.title.localized, doneWhen: entry.doneWhen.localized,
        hours: entry.hours, hardware: entry.hardware, check: entry.check,
        evidence: entry.evidence, quote: entry.quote, predictFirst: entry.predictFirst,
        firstMonth: entry.firstMonth, unaided: entry.unaided ?? false,
        expect: entry.expect.map {
          Item.Expectation(value: $0.value, tolerance: $0.tolerance, unit: $0.unit)
        }, knownToWork: entry.knownToWork?.localized,
        prerequisites: entry.prerequisites, references: entry.references)
    }
  }
}

extension Item.Hardware: Decodable {}
extension Item.Check: Decodable {}

struct ReadingList: Decodable {
  struct Entry: Decodable {
    let arxiv: String
    let month: String
    let title: String
    let skill: String
    let core: Bool

    var paper: Paper {
      Paper(arxiv: arxiv, month: month, title: title, skill: skill, core: core)
    }
  }

  let papers: [Entry]
}
