/// A paper in a list: one that the user took up, or one of the reading list.
package struct PaperLine: Sendable {
  /// Its arXiv id, or the key of what has none.
  package let key: String
  /// As one types it.
  package let shortID: String
  package let title: String
  package let authors: String?
  package let year: Int?
  package let url: String
  /// The skill that it is read for; nil where neither the user nor the reading list says one.
  package let skill: String?
  /// Nil for one that is only on the reading list.
  package let added: Moment?
  /// Whether it stands on the reading list.
  package let isListed: Bool
  /// As they were recorded.
  package let readings: [Reading]
  /// As they were written, those that are withdrawn among them.
  package let judgements: [Judgement]

  package init(
    key: String, shortID: String, title: String, authors: String?, year: Int?, url: String,
    skill: String?, added: Moment?, isListed: Bool, readings: [Reading], judgements: [Judgement]
  ) {
    self.key = key
    self.shortID = shortID
    self.title = title
    self.authors = authors
    self.year = year
    self.url = url
    self.skill = skill
    self.added = added
    self.isListed = isListed
    self.readings = readings
    self.judgements = judgements
  }

  /// The deepest pass.
  package var pass: Int? { readings.compactMap(\.pass).max() }
  package var firstRead: Day? { readings.map(\.moment.day).min() }
  package var lastRead: Day? { readings.map(\.moment.day).max() }

  /// Months from when it came to arXiv to its first reading: a fact, never a score. Nil without one of the two.
  package var lagMonths: Int? {
    guard let month = ArxivID.month(of: key)?.civil, let read = firstRead?.civil else { return nil }
    return (read.year - month.year) * 12 + read.month - month.month
  }
}

/// `strop paper list`.
package struct PaperList: Sendable {
  /// The user's own as they were added, then those of the reading list.
  package let papers: [PaperLine]
  /// How many more the reading list has that the same question would not list.
  package let moreListed: Int
  package let isFiltered: Bool
  package let zone: Zone
  package let today: Day

  package init(
    papers: [PaperLine], moreListed: Int, isFiltered: Bool, zone: Zone, today: Day
  ) {
    self.papers = papers
    self.moreListed = moreListed
    self.isFiltered = isFiltered
    self.zone = zone
    self.today = today
  }
}

/// A paper with its readings and judgements.
package struct PaperCard: Sendable {
  package let line: PaperLine
  /// Where it is not what the reading list calls it.
  package let otherTitle: String?
  /// What the user called it before this command.
  package var formerTitle: String?
  package let steps: [Step<Reading>]
  package let judgements: [JudgementLine]
  package let zone: Zone
  package let today: Day

  package init(
    line: PaperLine, otherTitle: String?, steps: [Step<Reading>], judgements: [JudgementLine],
    zone: Zone,
    today: Day
  ) {
    self.line = line
    self.otherTitle = otherTitle
    self.steps = steps
    self.judgements = judgements
    self.zone = zone
    self.today = today
  }
}

/// A judgement in a list.
package struct JudgementLine: Sendable {
  package let listed: Listed<Judgement>
  package let paperTitle: String
  package let evidence: [Evidence]
  package let today: Day

  package init(listed: Listed<Judgement>, paperTitle: String, evidence: [Evidence], today: Day) {
    self.listed = listed
    self.paperTitle = paperTitle
    self.evidence = evidence
    self.today = today
  }

  package var judgement: Judgement { listed.value }
  /// Whether it waits for its outcome though its day is over.
  package var isOverdue: Bool { judgement.isOpen && judgement.by < today }
}

/// `strop paper score`.
package struct ScoreCard: Sendable {
  package let score: JudgementScore
  /// Those that wait for their outcomes, by their days.
  package let open: [JudgementLine]
  /// As they were withdrawn.
  package let withdrawn: [JudgementLine]
  /// How many could not be told.
  package let void: Int
  package let zone: Zone

  package init(
    score: JudgementScore, open: [JudgementLine], withdrawn: [JudgementLine], void: Int, zone: Zone
  ) {
    self.score = score
    self.open = open
    self.withdrawn = withdrawn
    self.void = void
    self.zone = zone
  }

  /// Of the open ones those whose day is over.
  package var overdue: [JudgementLine] { open.filter(\.isOverdue) }
}

/// `strop import` of BibTeX.
package struct BibliographySummary: Sendable {
  /// An entry that was not taken.
  package struct PassedOver: Hashable, Sendable {
    package enum Reason: String, Sendable {
      case unclosed, malformed
      case noTitle = "no title"
      case tooLong = "too long"
    }

    /// Of its beginning, from 1.
    package let line: Int
    package let key: String?
    package let reason: Reason

    package init(line: Int, key: String?, reason: Reason) {
      self.line = line
      self.key = key
      self.reason = reason
    }
  }

  package let added: Int
  /// Entries of papers that were there, in the database or earlier in the file.
  package let known: Int
  /// In the order of the file.
  package let passedOver: [PassedOver]

  package init(added: Int, known: Int, passedOver: [PassedOver]) {
    self.added = added
    self.known = known
    self.passedOver = passedOver
  }
}
