/// What is wrong with a curriculum, as one sentence for whoever wrote it.
package struct CurriculumProblem: Hashable, Sendable, CustomStringConvertible {
  /// The skill, item or paper.
  package let place: String
  package let sentence: String

  package var description: String { place + ": " + sentence }
}

extension Curriculum {
  /// Hours that an item may take: more is a project, less is not worth a line.
  package static let itemHours = 0.25...40.0

  /// Everything wrong with this curriculum; empty for one that may ship.
  package func problems() -> [CurriculumProblem] {
    slugProblems() + skills.flatMap(problems(of:)) + items.flatMap(problems(of:))
      + papers.flatMap(problems(of:)) + cycleProblems()
  }

  private func slugProblems() -> [CurriculumProblem] {
    var problems: [CurriculumProblem] = []
    let groups = [
      skills.map(\.slug) + skills.flatMap(\.was),
      items.map(\.slug) + items.flatMap { item in item.was.map { item.skill + "/" + $0 } },
      papers.map(\.arxiv),
    ]
    for slugs in groups {
      var seen: Set<String> = []
      for slug in slugs where !seen.insert(slug).inserted {
        problems.append(CurriculumProblem(place: slug, sentence: "stands here twice"))
      }
    }
    for skill in skills where !Curriculum.isSlug(skill.slug) {
      problems.append(CurriculumProblem(place: skill.slug, sentence: "is not a slug"))
    }
    for item in items {
      let parts = item.slug.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count != 2 || !parts.allSatisfy({ Curriculum.isSlug($0) }) {
        problems.append(CurriculumProblem(place: item.slug, sentence: "is not a slug"))
      }
    }
    return problems
  }

  /// Lower-case ASCII words joined by hyphens, at most 32 characters, beginning with `my-` exactly if
  /// it is to be the user's own.
  package static func isSlug(_ text: some StringProtocol, own: Bool = false) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return text.utf8.count <= 32 && text.hasPrefix("my-") == own
      && words.allSatisfy { word in
        !word.isEmpty
          && word.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          }
      }
  }

  private func problems(of skill: Skill) -> [CurriculumProblem] {
    var sentences = Curriculum.missing(skill.title, "title")
    sentences += Curriculum.missing(skill.reason, "reason")
    if skill.quote.isEmpty { sentences.append("has no quote") }
    if !Plan.sessionRange.contains(skill.plan.sessions) { sentences.append("has an odd plan") }
    if !(1...Plan.minuteRange.upperBound).contains(skill.plan.minutes) {
      sentences.append("has odd minutes")
    }
    if skill.retest.days < 1 || skill.retest.minutes < 1 { sentences.append("has an odd retest") }
    return sentences.map { CurriculumProblem(place: skill.slug, sentence: $0) }
  }

  private func problems(of item: Item) -> [CurriculumProblem] {
    var sentences = Curriculum.missing(item.title, "title")
    sentences += Curriculum.missing(item.doneWhen, "done-when")
    if !skills.contains(where: { $0.slug == item.skill }) { sentences.append("has no skill") }
    if !Curriculum.itemHours.contains(item.hours) { sentences.append("takes odd hours") }
    if let expect = item.expect, !(expect.tolerance >= 0 && expect.value.isFinite) {
      sentences.append("has an odd known answer")
    }
    let known = Set(items.map(\.slug))
    for prerequisite in item.prerequisites where !known.contains(prerequisite) {
      sentences.append("asks for \(prerequisite), which does not exist")
    }
    let papers = Set(papers.map(\.arxiv))
    for reference in item.references {
      guard let parsed = Reference(reference) else {
        sentences.append("has a reference that cannot be read: \(reference)")
        continue
      }
      if case .arxiv(let id) = parsed, !papers.contains(id) {
        sentences.append("refers to arXiv \(id), which the reading list does not name")
      }
    }
    return sentences.map { CurriculumProblem(place: item.slug, sentence: $0) }
  }

  private func problems(of paper: Paper) -> [CurriculumProblem] {
    var sentences: [String] = []
    if !Reference.isArxiv(paper.arxiv) { sentences.append("is not an arXiv id") }
    let digits = paper.arxiv.prefix(4)
    if paper.month != "20\(digits.prefix(2))-\(digits.suffix(2))" {
      sentences.append("was not issued in \(paper.month)")
    }
    if paper.title.isEmpty { sentences.append("has no title") }
    if !skills.contains(where: { $0.slug == paper.skill }) { sentences.append("has no skill") }
    return sentences.map { CurriculumProblem(place: paper.arxiv, sentence: $0) }
  }

  private static func missing(_ text: LocalizedText, _ field: String) -> [String] {
    Language.allCases.filter { text[$0].allSatisfy(\.isWhitespace) }
      .map { "has no \(field) in \($0.rawValue)" }
  }

  /// Takes away items whose prerequisites are gone, until none is left or the rest go in circles.
  private func cycleProblems() -> [CurriculumProblem] {
    let known = Set(items.map(\.slug))
    var open = Dictionary(
      items.map { ($0.slug, Set($0.prerequisites).intersection(known)) },
      uniquingKeysWith: { $0.union($1) })
    while true {
      let free = Set(open.filter { $0.value.isEmpty }.keys)
      guard !free.isEmpty else { break }
      for slug in free { open[slug] = nil }
      for slug in open.keys { open[slug]?.subtract(free) }
    }
    return open.keys.sorted().map {
      CurriculumProblem(place: $0, sentence: "is its own prerequisite, directly or by others")
    }
  }
}
