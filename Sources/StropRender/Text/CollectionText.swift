package import StropCore

// Commits that back nothing yet.
extension TextRenderer {
  /// How many commits of a day are named.
  private static let namedCommits = 8

  /// How many there are, before they are asked for one day after the other.
  package func collection(_ collection: CommitCollection) -> String {
    var screen = Screen()
    screen.add(prose(phrases.collected(collection)))
    return text(screen)
  }

  /// `strop evidence collect` where there is nobody to ask.
  package func proposals(_ collection: CommitCollection) -> String {
    let text = collection.proposals.reduce(self.collection(collection)) {
      $0 + "\n" + proposal($1)
    }
    guard !collection.proposals.isEmpty else { return text }
    var screen = Screen()
    screen.add(
      suggestion(
        phrases.askedOnTerminal,
        ["strop evidence collect REPO --since \(collection.days.lowerBound.iso)"], indent: 0))
    return text + "\n" + self.text(screen)
  }

  /// One day's commits in one repository.
  package func proposal(_ proposal: CommitProposal) -> String {
    var screen = Screen()
    screen.add(
      ends(
        Line(phrases.day(proposal.day)) + Line("  " + proposal.shownRepository, .quiet),
        Line(phrases.commits(proposal.commits.count), .quiet)))
    for commit in proposal.commits.prefix(Self.namedCommits) {
      screen.add(
        ("  " + Line(String(commit.sha.prefix(8)), .quiet) + Line("  " + commit.subject))
          .fitted(to: columns))
    }
    let more = proposal.commits.count - Self.namedCommits
    if more > 0 { screen.add("  " + Line(phrases.more(elsewhere: more), .quiet)) }
    if !proposal.checkIns.isEmpty {
      screen.add(prose(phrases.checkedInThatDay(proposal.checkIns), indent: 2, tone: .quiet))
    }
    return text(screen)
  }

  /// `guess`: what Enter takes; nil where it passes the proposal over.
  package func collectedSkillQuestion(_ guess: String?) -> String {
    question(phrases.skillAsked, default: guess, isOptional: true)
  }

  package var collectedMinutesQuestion: String {
    question(phrases.minutesAsked, default: nil, isOptional: true)
  }

  /// What became of the proposals that were taken up.
  package func collected(_ receipts: [Receipt<ChangedCheckIn>]) -> String {
    guard !receipts.isEmpty else {
      var screen = Screen()
      screen.add(prose(phrases.nothingTakenUp))
      return "\n" + text(screen)
    }
    var screen = Screen()
    screen.add(suggestion(phrases.undoIt, ["strop undo"], indent: 0))
    return "\n" + receipts.map(checkInAlone).joined() + text(screen)
  }
}
