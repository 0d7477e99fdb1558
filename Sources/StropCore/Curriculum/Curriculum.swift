/// The shipped advice: skills to practise, their checklists, and a reading list.
package struct Curriculum: Sendable {
  /// In the order in which screens list them.
  package let skills: [Skill]
  /// Skill by skill, each in the order of its checklist.
  package let items: [Item]
  package let papers: [ListedPaper]

  package init(skills: [Skill], items: [Item], papers: [ListedPaper]) {
    self.skills = skills
    self.items = items
    self.papers = papers
  }

  /// Whether a skill or an item is the user's own: its slug, or the item's part of it, begins with `my-`.
  package static func isOwn(_ slug: String) -> Bool {
    if slug.hasPrefix("my-") { return true }
    guard let slash = slug.firstIndex(of: "/") else { return false }
    return slug[slug.index(after: slash)...].hasPrefix("my-")
  }

  /// How many prerequisites, and how many references, an item may name: with more it is no longer one item.
  package static let linkLimit = 50

  /// The position behind `positions`: 1 behind none, and the largest integer behind itself, since what is
  /// imported may say that.
  package static func position(after positions: [Int]) -> Int {
    let last = positions.max() ?? 0
    return last < .max ? last + 1 : last
  }
}

/// Something practised again and again (技能).
package struct Skill: Hashable, Sendable {
  package let slug: String
  /// Slugs it had in earlier versions of the curriculum.
  package let was: [String]
  package let position: Int
  package let title: LocalizedText
  /// Why it is worth practising: the essay's words, or the user's own. `quote` in the curriculum's files.
  package let why: String
  /// What stands before the user's first plan.
  package let plan: Plan
  package let retest: Retest
  /// Why it is retested at that interval; empty texts where nobody said.
  package let reason: LocalizedText
  /// Put away by the user: kept, but never proposed.
  package let archived: Bool

  package init(
    slug: String, was: [String] = [], position: Int, title: LocalizedText, why: String,
    plan: Plan, retest: Retest, reason: LocalizedText, archived: Bool = false
  ) {
    self.slug = slug
    self.was = was
    self.position = position
    self.title = title
    self.why = why
    self.plan = plan
    self.retest = retest
    self.reason = reason
    self.archived = archived
  }

  package var isOwn: Bool { Curriculum.isOwn(slug) }

  /// How a skill outside the focus is kept up: `minutes` of practice every `days`.
  package struct Retest: Hashable, Sendable {
    package let minutes: Int
    package let days: Int

    package init(minutes: Int, days: Int) {
      self.minutes = minutes
      self.days = days
    }
  }
}

/// One checklist entry of a skill (清单项), finished once.
package struct Item: Hashable, Sendable {
  /// The least hardware that will do, in ascending order.
  package enum Hardware: String, CaseIterable, Comparable, Sendable {
    case cpu
    case oneGPU = "1-gpu"
    case multiGPU = "multi-gpu"

    package static func < (left: Hardware, right: Hardware) -> Bool {
      let order = Hardware.allCases
      return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
    }
  }

  /// How it is shown to be done.
  package enum Check: String, CaseIterable, Sendable {
    case count, artefact, number, tests, peer, link, order
  }

  /// A known answer.
  package struct Expectation: Hashable, Sendable {
    package let value: Double
    /// How far from it still counts, in the same unit.
    package let tolerance: Double
    package let unit: String

    package init(value: Double, tolerance: Double, unit: String) {
      self.value = value
      self.tolerance = tolerance
      self.unit = unit
    }

    /// Whether a measured value is the known answer.
    package func matches(_ measured: Double) -> Bool {
      // The slack keeps 0.6936 within 0.0005 of 0.6931, whatever binary fractions make of it.
      abs(measured - value) <= tolerance * (1 + 1e-9)
    }
  }

  /// `skill/item`.
  package let slug: String
  package let was: [String]
  package let retired: Bool
  package let position: Int
  package var title: LocalizedText
  package var doneWhen: LocalizedText
  /// For an engineer who knows Python and PyTorch.
  package var hours: Double
  package var hardware: Hardware
  package let check: Check
  /// The logbook that its evidence belongs in; `evidence` in the curriculum's files and in the journal.
  package let logbook: String
  package let why: String
  /// Whether a prediction has to be written down before the result.
  package let predictFirst: Bool
  package let firstMonth: Bool
  /// Whether it loses its value if an assistant does it.
  package let unaided: Bool
  package let expect: Expectation?
  /// What came out when it was tried before release; nil where it was not.
  package let knownToWork: LocalizedText?
  /// Slugs of items to do first.
  package var prerequisites: [String]
  /// `arxiv:ID`, `doi:ID`, `github:OWNER/NAME@COMMIT:PATH` or `url:URL`.
  package var references: [String]

  package init(
    slug: String, was: [String] = [], retired: Bool = false, position: Int, title: LocalizedText,
    doneWhen: LocalizedText, hours: Double, hardware: Hardware, check: Check, logbook: String,
    why: String, predictFirst: Bool, firstMonth: Bool, unaided: Bool = false,
    expect: Expectation?, knownToWork: LocalizedText? = nil, prerequisites: [String],
    references: [String]
  ) {
    self.slug = slug
    self.was = was
    self.retired = retired
    self.position = position
    self.title = title
    self.doneWhen = doneWhen
    self.hours = hours
    self.hardware = hardware
    self.check = check
    self.logbook = logbook
    self.why = why
    self.predictFirst = predictFirst
    self.firstMonth = firstMonth
    self.unaided = unaided
    self.expect = expect
    self.knownToWork = knownToWork
    self.prerequisites = prerequisites
    self.references = references
  }

  package var skill: String { String(slug.prefix { $0 != "/" }) }
  package var isOwn: Bool { Curriculum.isOwn(slug) }
}

/// A paper of the reading list.
package struct ListedPaper: Hashable, Sendable {
  /// Without version: `2305.18290`.
  package let arxiv: String
  /// When the id was issued: `YYYY-MM`.
  package let month: String
  package let title: String
  package let skill: String
  package let core: Bool

  package init(arxiv: String, month: String, title: String, skill: String, core: Bool) {
    self.arxiv = arxiv
    self.month = month
    self.title = title
    self.skill = skill
    self.core = core
  }
}
