/// How far work that can take long has come, as its user is told while it goes on.
package struct WorkProgress: Hashable, Sendable {
  /// What is being done, and what `done` and `total` count.
  package enum Work: Hashable, Sendable {
    /// An exported journal is read; in bytes.
    case readingJournal
    /// Rows are made from the journal; in subjects.
    case folding
    /// The database, or a copy of it, is copied; in bytes.
    case copying
    /// SQLite checks that the database, or a copy of it, is whole; in bytes, and told once: SQLite does not say
    /// how far it has come.
    case checking
    /// Evidence is checked; in pieces of it.
    case verifying
    /// A file is read; in bytes.
    case reading(path: String)
  }

  package let work: Work
  package let done: Int64
  package let total: Int64

  package init(_ work: Work, _ done: Int64, of total: Int64) {
    self.work = work
    self.done = done
    self.total = total
  }

  /// From 0 to 1; nil where it is not known.
  package var share: Double? {
    guard work != .checking, total > 0 else { return nil }
    return min(1, max(0, Double(done) / Double(total)))
  }
}
