/// What a command recorded of a logbook, with the check-in that it made, if it made one.
package struct Recorded<Shown: Sendable>: Sendable {
  package let shown: Shown
  package let practice: Receipt<ChangedCheckIn>?

  package init(_ shown: Shown, practice: Receipt<ChangedCheckIn>?) {
    self.shown = shown
    self.practice = practice
  }
}

/// A bug in a list.
package struct BugLine: Sendable {
  package let listed: Listed<Bug>
  /// How many were tried.
  package let hypotheses: Int

  package init(listed: Listed<Bug>, hypotheses: Int) {
    self.listed = listed
    self.hypotheses = hypotheses
  }

  package var bug: Bug { listed.value }
}

/// `strop bug list`.
package struct BugList: Sendable {
  /// Closed ones as they were closed, then open ones as they were opened.
  package let bugs: [BugLine]
  /// Whether only some were asked for.
  package let isFiltered: Bool
  package let zone: Zone
  package let now: Instant

  package init(bugs: [BugLine], isFiltered: Bool, zone: Zone, now: Instant) {
    self.bugs = bugs
    self.isFiltered = isFiltered
    self.zone = zone
    self.now = now
  }
}

/// A bug with all that was tried.
package struct BugCard: Sendable {
  /// What was tried, with what was written down meanwhile.
  package struct Step: Sendable {
    package let hypothesis: Hypothesis
    package let minutes: Int?
    package let note: String?

    package init(hypothesis: Hypothesis, minutes: Int?, note: String?) {
      self.hypothesis = hypothesis
      self.minutes = minutes
      self.note = note
    }
  }

  package let line: BugLine
  /// Oldest first.
  package let steps: [Step]
  package let zone: Zone
  package let now: Instant
  package let today: Day

  package init(line: BugLine, steps: [Step], zone: Zone, now: Instant, today: Day) {
    self.line = line
    self.steps = steps
    self.zone = zone
    self.now = now
    self.today = today
  }

  package var bug: Bug { line.bug }
  package var shortID: String { line.listed.shortID }
}

/// A reproduction with its claims and its results.
package struct ReproductionCard: Sendable {
  /// A result, with what was written down meanwhile.
  package struct Run: Sendable {
    package let result: RunResult
    package let minutes: Int?
    package let note: String?
    /// Whether a later one of the same seed stands for it.
    package let isReplaced: Bool

    package init(result: RunResult, minutes: Int?, note: String?, isReplaced: Bool) {
      self.result = result
      self.minutes = minutes
      self.note = note
      self.isReplaced = isReplaced
    }
  }

  package let listed: Listed<Reproduction>
  /// Of its source, where that is known.
  package let sourceTitle: String?
  /// In the order in which they were made.
  package let claims: [ClaimStanding]
  /// Oldest first.
  package let runs: [Run]
  package let zone: Zone
  package let today: Day

  package init(
    listed: Listed<Reproduction>, sourceTitle: String?, claims: [ClaimStanding], runs: [Run],
    zone: Zone, today: Day
  ) {
    self.listed = listed
    self.sourceTitle = sourceTitle
    self.claims = claims
    self.runs = runs
    self.zone = zone
    self.today = today
  }

  package var reproduction: Reproduction { listed.value }
  package var verdict: ClaimStanding.Verdict {
    ClaimStanding.Verdict(of: claims, reproduction.state)
  }
}

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
  /// A reading, with what was written down meanwhile.
  package struct Step: Sendable {
    package let reading: Reading
    package let minutes: Int?
    package let note: String?

    package init(reading: Reading, minutes: Int?, note: String?) {
      self.reading = reading
      self.minutes = minutes
      self.note = note
    }
  }

  package let line: PaperLine
  /// Where it is not what the reading list calls it.
  package let otherTitle: String?
  /// What the user called it before this command.
  package var formerTitle: String?
  package let steps: [Step]
  package let judgements: [JudgementLine]
  package let zone: Zone
  package let today: Day

  package init(
    line: PaperLine, otherTitle: String?, steps: [Step], judgements: [JudgementLine], zone: Zone,
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

/// What of the logbooks today's screen shows.
package struct WaitingLogbooks: Sendable {
  /// Those whose day has come, by their days.
  package let judgements: [JudgementLine]
  /// Open for more than a week, the oldest first.
  package let bugs: [BugLine]
  package let now: Instant

  package init(
    judgements: [JudgementLine] = [], bugs: [BugLine] = [], now: Instant = Instant(milliseconds: 0)
  ) {
    self.judgements = judgements
    self.bugs = bugs
    self.now = now
  }
}
