package import StropCore

/// What can go wrong with logbooks alone.
package enum LogbookFailure: Sendable {
  // What was typed.
  /// What a logbook holds, by its id or a part of its text; `listing`: the command that lists what was looked for.
  case unknownEntry(String, LocalizedText, listing: String)
  case ambiguousEntry(String, candidates: [String])
  /// What is neither an arXiv id nor a URL.
  case badSource(String)
  /// What is no `METRIC=VALUE`, or names a metric twice.
  case badClaim(String)
  case badTolerance(String)
  /// An option that stands neither once nor once for each claim.
  case unpairedClaims(String)
  /// A result of one of several metrics, without saying which.
  case metricMissing([String])
  case unknownMetric(String, [String])
  /// What names no paper that is known; the arXiv id or URL that it is, if it is one.
  case unknownPaper(String, address: String?)
  /// Neither the reading list nor the user says what it is called.
  case titleMissing(String)
  case badPass(Int)
  case badProbability(String)
  /// A judgement whose outcome could be known already.
  case judgedTooLate(by: Day, today: Day)

  /// A new experiment without an option that it needs.
  case experimentLacks(String, name: String)
  /// A text that is no number of hours, and the option that it stands for.
  case badHours(String, String)

  /// A file that holds nothing to take.
  case noEntries

  // What could not be done.
  case paperExists(title: String, key: String)
  case judgementIsSo(Judgement.Outcome, Day)
  case judgementWithdrawn(Day)
  /// A bug whose cause is known; `id`: its short one.
  case bugIsClosed(id: String, Day)
  case reproductionExists(String)
  case reproductionEnded(String, Day)
  case experimentEnded(String, Day)
  /// A reproduction that cannot be finished, since a metric has no result.
  case noResult(reproduction: String, metric: String)
}
