extension Curriculum {
  /// Hours that an item may take: more is a project, less is not worth a line.
  package static let itemHours = 0.25...40.0

  /// The logbooks that an item's evidence may belong in.
  package static let logbooks = [
    "paper note", "reproduction result", "bug log", "experiment run", "prediction", "pull request",
  ]

  /// Everything wrong with this curriculum as the one that ships; empty for one that may.
  package func problems() -> [CurriculumProblem] {
    CurriculumValidator(self, beside: nil).problems()
  }

  /// Everything wrong with this curriculum as a pack of the user's own.
  ///
  /// `known`: the skills and items that are there, shipped and own; the pack's replace those of the
  /// same slug.
  package func problems(beside known: Curriculum) -> [CurriculumProblem] {
    CurriculumValidator(self, beside: known).problems()
  }

  /// Lower-case ASCII words joined by hyphens, at most 32 characters.
  package static func isSlug(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    return text.utf8.count <= 32
      && words.allSatisfy { word in
        !word.isEmpty
          && word.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          }
      }
  }
}

/// The rules of a curriculum, shipped or a pack.
private struct CurriculumValidator {
  private let curriculum: Curriculum
  private let isPack: Bool
  private let skills: Set<String>
  /// What each item waits for, by slug.
  private let prerequisites: [String: Set<String>]
  private let papers: Set<String>

  init(_ curriculum: Curriculum, beside known: Curriculum?) {
    self.curriculum = curriculum
    isPack = known != nil
    skills = Set((known?.skills ?? []).map(\.slug) + curriculum.skills.map(\.slug))
    prerequisites = Dictionary(
      ((known?.items ?? []) + curriculum.items).map { ($0.slug, Set($0.prerequisites)) },
      uniquingKeysWith: { $1 })
    papers = Set(curriculum.papers.map(\.arxiv))
  }

  func problems() -> [CurriculumProblem] {
    repetitions() + curriculum.skills.flatMap(problems(of:))
      + curriculum.items.flatMap(problems(of:)) + curriculum.papers.flatMap(problems(of:))
      + circles()
  }

  private func repetitions() -> [CurriculumProblem] {
    let items = curriculum.items
    let groups = [
      curriculum.skills.map(\.slug) + curriculum.skills.flatMap(\.was),
      items.map(\.slug) + items.flatMap { item in item.was.map { item.skill + "/" + $0 } },
      curriculum.papers.map(\.arxiv),
    ]
    return groups.flatMap { slugs in
      var seen: Set<String> = []
      return slugs.filter { !seen.insert($0).inserted }
        .map { CurriculumProblem($0, "slug", .repeated) }
    }
  }

  /// What is wrong with a slug, in a skill that is the user's own or not.
  private func slugProblem(
    _ slug: some StringProtocol, own: Bool
  ) -> CurriculumProblem.Kind? {
    if !Curriculum.isSlug(slug) { return .notASlug }
    if !isPack { return slug.hasPrefix("my-") ? .usersSlug : nil }
    return own || slug.hasPrefix("my-") ? nil : .shippedSlug
  }

  private func problems(of skill: Skill) -> [CurriculumProblem] {
    func problem(_ field: String, _ kind: CurriculumProblem.Kind?) -> CurriculumProblem? {
      kind.map { CurriculumProblem(skill.slug, field, $0) }
    }
    let minutes = 1...Plan.minuteRange.upperBound
    return [
      problem("slug", slugProblem(skill.slug, own: false)),
      problem("plan.sessions", outside(Plan.sessionRange, skill.plan.sessions)),
      problem("plan.minutes", outside(minutes, skill.plan.minutes)),
      problem("retest.minutes", outside(Minutes.range, skill.retest.minutes)),
      problem("retest.every", outside(Skill.Retest.dayRange, skill.retest.days)),
      problem("quote", textProblem(skill.why, .line, mayBeBlank: isPack)),
    ].compactMap(\.self)
      + textProblems(skill.slug, "title", skill.title, .title)
      + textProblems(skill.slug, "reason", skill.reason, .prose, mayBeBlank: isPack)
  }

  private func problems(of item: Item) -> [CurriculumProblem] {
    var problems =
      textProblems(item.slug, "title", item.title, .title)
      + textProblems(item.slug, "done-when", item.doneWhen, .prose)
    func add(_ field: String, _ kind: CurriculumProblem.Kind?) {
      if let kind { problems.append(CurriculumProblem(item.slug, field, kind)) }
    }
    let name = item.slug.dropFirst(item.skill.count + 1)
    add("slug", slugProblem(name, own: Curriculum.isOwn(item.skill)))
    if !skills.contains(item.skill) { add("", .unknownSkill) }
    if !Curriculum.itemHours.contains(item.hours) {
      add("hours", .outOfRange(Curriculum.itemHours))
    }
    if !item.logbook.isEmpty || !isPack, !Curriculum.logbooks.contains(item.logbook) {
      add("evidence", .unknownWord(Curriculum.logbooks))
    }
    add("quote", textProblem(item.why, .line, mayBeBlank: isPack))
    if let expect = item.expect {
      let tolerances = 0...Double.greatestFiniteMagnitude
      if !expect.value.isFinite { add("expect.value", .wrongShape(.number)) }
      if !tolerances.contains(expect.tolerance) {
        add("expect.tolerance", .outOfRange(tolerances))
      }
      add("expect.unit", textProblem(expect.unit, .title, mayBeBlank: true))
    }
    if let known = item.knownToWork {
      problems += textProblems(item.slug, "known-to-work", known, .prose)
    }
    for (index, slug) in item.prerequisites.enumerated() where prerequisites[slug] == nil {
      add("prerequisites[\(index)]", .unknownPrerequisite(slug))
    }
    for (index, reference) in item.references.enumerated() {
      add("references[\(index)]", referenceProblem(reference))
    }
    for (field, list) in [("prerequisites", item.prerequisites), ("references", item.references)]
    where Set(list).count < list.count {
      add(field, .repeated)
    }
    return problems
  }

  private func referenceProblem(_ reference: String) -> CurriculumProblem.Kind? {
    if let problem = textProblem(reference, .line) { return problem }
    guard let parsed = Reference(reference) else { return .badReference(reference) }
    // The user may refer to what they like.
    guard !isPack, case .arxiv(let id) = parsed, !papers.contains(id) else { return nil }
    return .unlistedPaper(id)
  }

  private func problems(of paper: ListedPaper) -> [CurriculumProblem] {
    func problem(_ field: String, _ kind: CurriculumProblem.Kind?) -> CurriculumProblem? {
      kind.map { CurriculumProblem(paper.arxiv, field, $0) }
    }
    let digits = paper.arxiv.prefix(4)
    let month = "20\(digits.prefix(2))-\(digits.suffix(2))"
    return [
      problem("arxiv", Reference.isArxiv(paper.arxiv) ? nil : .notArxiv),
      problem("month", paper.month == month ? nil : .wrongMonth),
      problem("title", textProblem(paper.title, .line)),
      problem("skill", skills.contains(paper.skill) ? nil : .unknownSkill),
    ].compactMap(\.self)
  }
}

// Numbers and texts.
extension CurriculumValidator {
  private func outside(_ range: ClosedRange<Int>, _ number: Int) -> CurriculumProblem.Kind? {
    range.contains(number) ? nil : .outOfRange(Double(range.lowerBound)...Double(range.upperBound))
  }

  /// What a text may be: the number of its characters, and whether it may have several lines.
  private enum TextKind {
    case title, line, prose

    var limit: Int {
      switch self {
      case .title: 160
      case .line: 600
      case .prose: 4_000
      }
    }
  }

  private func textProblem(
    _ text: String, _ kind: TextKind, mayBeBlank: Bool = false
  ) -> CurriculumProblem.Kind? {
    if text.allSatisfy(\.isWhitespace) { return mayBeBlank && text.isEmpty ? nil : .blank }
    if text.count > kind.limit { return .tooLong(limit: kind.limit) }
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      !scalar.isTerminalControl || kind == .prose && (scalar == "\n" || scalar == "\t")
    }
    return isSafe ? nil : .controlCharacter
  }

  private func textProblems(
    _ subject: String, _ field: String, _ text: LocalizedText, _ kind: TextKind,
    mayBeBlank: Bool = false
  ) -> [CurriculumProblem] {
    let isLeftOut = mayBeBlank && Language.allCases.allSatisfy { text[$0].isEmpty }
    return Language.allCases.compactMap { language in
      textProblem(text[language], kind, mayBeBlank: isLeftOut)
        .map { CurriculumProblem(subject, field + "." + language.rawValue, $0) }
    }
  }
}

// Circles.
extension CurriculumValidator {
  private func circles() -> [CurriculumProblem] {
    let known = prerequisites.mapValues { $0.filter { prerequisites[$0] != nil } }
    // First away with what waits for no circle, then with what no circle waits for.
    let inCircles = rest(dependents(rest(known)))
    return Set(curriculum.items.map(\.slug)).filter { inCircles[$0] != nil }.sorted()
      .map { CurriculumProblem($0, "prerequisites", .circle) }
  }

  /// What is left of a graph after its nodes without edges were taken away, until there is none.
  private func rest(_ graph: [String: Set<String>]) -> [String: Set<String>] {
    var rest = graph
    let dependents = dependents(graph)
    var free = graph.filter(\.value.isEmpty).map(\.key)
    while let node = free.popLast() {
      rest[node] = nil
      for dependent in dependents[node] ?? [] {
        rest[dependent]?.remove(node)
        if rest[dependent]?.isEmpty == true { free.append(dependent) }
      }
    }
    return rest
  }

  /// The graph with its edges turned round.
  private func dependents(_ graph: [String: Set<String>]) -> [String: Set<String>] {
    var dependents = graph.mapValues { _ in Set<String>() }
    for (node, targets) in graph {
      for target in targets { dependents[target]?.insert(node) }
    }
    return dependents
  }
}
