/// What `strop evidence collect` found: the user's own commits that back nothing yet.
package struct CommitCollection: Sendable {
  /// By day, then by repository.
  package let proposals: [CommitProposal]
  /// Over which days was looked.
  package let days: ClosedRange<Day>
  /// The user's e-mails, as git knows them in the repositories, each once.
  package let addresses: [String]
  /// How many of the user's commits of these days are recorded already.
  package let recorded: Int
  package let zone: Zone

  package init(
    proposals: [CommitProposal], days: ClosedRange<Day>, addresses: [String], recorded: Int,
    zone: Zone
  ) {
    self.proposals = proposals
    self.days = days
    self.addresses = addresses
    self.recorded = recorded
    self.zone = zone
  }

  package var commits: Int { proposals.map(\.commits.count).reduce(0, +) }
}

/// A check-in that could be: the commits of one day in one repository.
package struct CommitProposal: Sendable {
  package struct Commit: Hashable, Sendable {
    /// The whole SHA.
    package let sha: String
    package let subject: String
    /// When it was written, by its author's clock.
    package let at: Instant

    package init(sha: String, subject: String, at: Instant) {
      self.sha = sha
      self.subject = subject
      self.at = at
    }
  }

  /// The absolute path of the repository, and as a screen shows it.
  package let repository: String
  package let shownRepository: String
  package let day: Day
  /// Oldest first.
  package let commits: [Commit]
  /// The skill that commits of this repository backed last; nil where none did.
  package let skill: String?
  /// What was checked in for that day already: one of them may be this work.
  package let checkIns: [Listed<CheckIn>]

  package init(
    repository: String, shownRepository: String, day: Day, commits: [Commit], skill: String?,
    checkIns: [Listed<CheckIn>]
  ) {
    self.repository = repository
    self.shownRepository = shownRepository
    self.day = day
    self.commits = commits
    self.skill = skill
    self.checkIns = checkIns
  }

  /// What the commits say, for a note.
  package var note: String { commits.map(\.subject).filter { !$0.isEmpty }.joined(separator: "; ") }
}
