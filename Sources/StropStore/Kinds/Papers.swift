import GRDB
package import StropCore

extension Kind<ListedPaper> {
  /// The reading list, which is shipped; nothing is folded into it.
  static let listedPaper = Kind(
    "paper", table: "reading_list", key: "arxiv",
    columns: [
      .own,
      .text("month", required: true),
      .text("title", required: true),
      .text("skill", required: true),
      .bool("core"),
    ],
    accepts: { _ in false },
    read: { id, row in
      guard let month = row["month"]?.text, let title = row["title"]?.text,
        let skill = row["skill"]?.text
      else { return nil }
      return ListedPaper(
        arxiv: id, month: month, title: title, skill: skill, core: row["core"]?.bool == true)
    },
    kept: {
      [
        "month": .text($0.month), "title": .text($0.title), "skill": .text($0.skill),
        "core": .bool($0.core),
      ]
    })
}

extension Kind<Paper> {
  package static let paper = Kind(
    "paper",
    columns: [
      .text("title"),
      .text("authors"),
      .integer("year"),
      .text("url"),
      .text("skill"),
    ] + Column.when + [
      .integer("clock", EntryFact.first, required: true),
      .removed,
    ])
}

extension Kind<Reading> {
  package static let reading = Kind(
    "reading",
    columns: [
      .text("paper", required: true),
      .integer("pass", check: "pass BETWEEN 1 AND 3"),
    ] + Column.when + [
      .text("checkin"),
      .integer("clock", EntryFact.first, required: true),
      .removed,
    ],
    indexes: ["reading_by_paper ON (paper, clock)", "reading_by_day ON (day)"])
}

extension Kind<Judgement> {
  package static let judgement = Kind(
    "judgement",
    columns: [
      .text("paper", required: true),
      .text("claim", required: true),
      .integer("p", required: true, check: "p BETWEEN 0 AND 100"),
      .day("by_day", "by"),
      .text("rule"),
    ] + Column.when + [
      .text("checkin"),
      .text("outcome", "resolution.outcome"),
      .instant("resolved", "resolution.resolved"),
      .text("resolved_on", "resolution.resolvedOn"),
      .instant("withdrawn", EntryFact.withdrawn),
      .integer("clock", EntryFact.first, required: true),
      .removed,
    ],
    indexes: [
      "judgement_by_paper ON (paper, clock)",
      // Those that wait for their outcomes.
      "judgement_open ON (by_day) WHERE outcome IS NULL AND withdrawn IS NULL AND removed = 0",
    ])
}

extension Reader {
  /// A paper's title, where the user gave it one or the reading list has it.
  package func paperTitle(_ key: String) throws -> String? {
    try one(.paper, key)?.title ?? one(.listedPaper, key)?.title
  }

  package func listedPaper(_ arxiv: String) throws -> ListedPaper? {
    try one(.listedPaper, arxiv)
  }

  /// The reading list, by skill, then month.
  package func readingList() throws -> [ListedPaper] {
    try all(.listedPaper, "ORDER BY skill, month, arxiv")
  }

  /// The user's papers, as they were added.
  package func papers() throws -> [Paper] {
    try all(.paper, "WHERE removed = 0 ORDER BY clock, id")
  }

  /// When papers were read in some days, as that was recorded.
  package func readings(in days: ClosedRange<Day>) throws -> [Reading] {
    try all(
      .reading, "WHERE day BETWEEN ? AND ? AND removed = 0 ORDER BY clock, id",
      [days.lowerBound.iso, days.upperBound.iso])
  }

  /// When papers were read, as that was recorded; `paper`: of one alone.
  package func readings(of paper: String? = nil) throws -> [Reading] {
    try paper.map {
      try all(.reading, "WHERE paper = ? AND removed = 0 ORDER BY clock, id", [$0])
    } ?? all(.reading, "WHERE removed = 0 ORDER BY clock, id")
  }

  /// Judgements, those that are withdrawn among them, as they were written; `paper`: of one alone.
  package func judgements(of paper: String? = nil) throws -> [Judgement] {
    try paper.map {
      try all(.judgement, "WHERE paper = ? AND removed = 0 ORDER BY clock, id", [$0])
    } ?? all(.judgement, "WHERE removed = 0 ORDER BY clock, id")
  }
}
