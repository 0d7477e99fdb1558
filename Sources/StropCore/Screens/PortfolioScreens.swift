/// `strop portfolio`: what was done in some days, so told that another engineer can check it.
package struct Portfolio: Sendable {
  package let days: ClosedRange<Day>
  package let zone: Zone
  /// The day on which it was made.
  package let today: Day
  /// By skill, in the order of the checklists.
  package private(set) var practice: [PractisedSkill]
  /// Distinct days of practice, and those of them with a check-in that is verified.
  package private(set) var activeDays: Int
  private let verifiedDays: Int
  /// The year up to the last of the days, with its days of practice; nil where only what is verified is in it.
  package private(set) var calendar: PortfolioCalendar?
  /// Finished in these days, in the order in which they were.
  package private(set) var items: [PortfolioItem]
  /// How many papers were read, and how many of them for their content: pass 2 or 3.
  package private(set) var papersRead: Int
  package let papersStudied: Int
  /// Those that came out in these days, as they were written.
  package private(set) var judgements: [JudgementLine]
  package let calibration: JudgementScore
  /// Judgements that waited for their outcomes on the last of the days; those that could not be told, and those
  /// withdrawn, in them.
  package let openJudgements: Int
  package let voidJudgements: Int
  package let withdrawnJudgements: Int
  /// Those that were started, got a result or were ended, as they stood on the last of the days.
  package private(set) var reproductions: [ReproductionCard]
  /// Closed in these days, as they were.
  package private(set) var bugs: [BugCard]
  /// Ended in these days, as they were.
  package private(set) var experiments: [ExperimentCard]
  /// Whether notes, hosts and prices are left out.
  package private(set) var isRedacted = false
  /// Whether only what is verified is in it.
  package private(set) var isOnlyVerified = false

  package init(
    days: ClosedRange<Day>, zone: Zone, today: Day, practice: [PractisedSkill], activeDays: Int,
    verifiedDays: Int, calendar: PortfolioCalendar? = nil, items: [PortfolioItem], papersRead: Int,
    papersStudied: Int,
    judgements: [JudgementLine],
    calibration: JudgementScore, openJudgements: Int, voidJudgements: Int, withdrawnJudgements: Int,
    reproductions: [ReproductionCard], bugs: [BugCard], experiments: [ExperimentCard]
  ) {
    self.days = days
    self.zone = zone
    self.today = today
    self.practice = practice
    self.activeDays = activeDays
    self.verifiedDays = verifiedDays
    self.calendar = calendar
    self.items = items
    self.papersRead = papersRead
    self.papersStudied = papersStudied
    self.judgements = judgements
    self.calibration = calibration
    self.openJudgements = openJudgements
    self.voidJudgements = voidJudgements
    self.withdrawnJudgements = withdrawnJudgements
    self.reproductions = reproductions
    self.bugs = bugs
    self.experiments = experiments
  }

  /// How much a skill was practised, by how well its check-ins are backed.
  package struct PractisedSkill: Sendable {
    package let slug: String
    package let title: LocalizedText
    /// Distinct days.
    package fileprivate(set) var days: Int
    package fileprivate(set) var levels: PractisedLevels

    package init(slug: String, title: LocalizedText, days: Int, levels: PractisedLevels) {
      self.slug = slug
      self.title = title
      self.days = days
      self.levels = levels
    }
  }

  /// The same with nothing in it but what is verified: of practice, the check-ins that are.
  package var onlyVerified: Portfolio {
    var kept = self
    kept.isOnlyVerified = true
    kept.calendar = nil
    kept.activeDays = verifiedDays
    // What makes a paper's entry whole.
    kept.papersRead = papersStudied
    kept.practice = practice.compactMap { skill in
      var kept = skill
      kept.levels = skill.levels.only(.verified)
      kept.days = kept.levels.days[.verified]
      return kept.days == 0 ? nil : kept
    }
    kept.items.removeAll { $0.level != .verified }
    kept.judgements.removeAll { $0.level != .verified }
    kept.reproductions.removeAll { $0.level != .verified }
    kept.bugs.removeAll { $0.level != .verified }
    kept.experiments.removeAll { $0.level != .verified }
    return kept
  }

  /// The same without notes, hosts and prices: neither what was said in passing, nor where it was run and what that cost.
  package var redacted: Portfolio {
    var kept = self
    kept.isRedacted = true
    kept.items = items.map(\.redacted)
    kept.judgements = judgements.map(\.redacted)
    kept.reproductions = reproductions.map(\.redacted)
    kept.bugs = bugs.map(\.redacted)
    kept.experiments = experiments.map(\.redacted)
    return kept
  }

  /// How many entries of an ability stand at each level: finished items, and what its logbook holds.
  package func levels(of ability: Ability) -> LevelCounts {
    var counts = LevelCounts()
    var levels = items.filter { $0.ability == ability }.map(\.level)
    switch ability {
    case .papers: levels += judgements.map(\.level)
    case .reproductions: levels += reproductions.map(\.level)
    case .bugs: levels += bugs.map(\.level)
    case .experiments: levels += experiments.map(\.level)
    }
    for level in levels { counts[level] += 1 }
    return counts
  }

  /// Minutes of practice of the skills of an ability; of all of them where it is nil.
  package func minutes(of ability: Ability? = nil) -> Int {
    practice.filter { ability == nil || Ability(skill: $0.slug) == ability }
      .map(\.levels.minutes.total).reduce(0, +)
  }

  package var isEmpty: Bool {
    practice.isEmpty && Ability.allCases.allSatisfy { levels(of: $0).total == 0 }
  }
}

/// A year of practice, for its chart.
package struct PortfolioCalendar: Sendable {
  package let calendar: PracticeCalendar
  package let practised: [ReportFigures.Practised]

  package init(calendar: PracticeCalendar, practised: [ReportFigures.Practised]) {
    self.calendar = calendar
    self.practised = practised
  }
}

/// A finished item, with what shows it.
package struct PortfolioItem: Sendable {
  package let slug: String
  package let title: LocalizedText
  /// Nil where this curriculum does not know it any more.
  package let doneWhen: LocalizedText?
  package let progress: ItemProgress
  package let level: EvidenceLevel
  package let evidence: [CitedEvidence]

  package init(
    slug: String, title: LocalizedText, doneWhen: LocalizedText?, progress: ItemProgress,
    level: EvidenceLevel, evidence: [CitedEvidence]
  ) {
    self.slug = slug
    self.title = title
    self.doneWhen = doneWhen
    self.progress = progress
    self.level = level
    self.evidence = evidence
  }

  package var skill: String { String(slug.prefix { $0 != "/" }) }
  package var ability: Ability { Ability(skill: skill) }
}

/// Evidence, so that a reader who has not the database knows what it is.
package struct CitedEvidence: Sendable {
  package let evidence: Evidence
  /// What a logbook calls it; nil for what is none of its entries.
  package let title: String?
  /// What was run, where it is a run.
  package let run: Run?

  package init(_ evidence: Evidence, title: String? = nil, run: Run? = nil) {
    self.evidence = evidence
    self.title = title
    self.run = run
  }
}
