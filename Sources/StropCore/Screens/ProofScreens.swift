/// `strop evidence verify`: what was checked, and what of it does not hold.
package struct VerificationSummary: Sendable {
  package let verified: Int
  /// What does not hold, oldest first, each with its problem.
  package let failed: [Listed<Evidence>]
  /// What lies on another machine, or where nothing can tell.
  package let elsewhere: [Listed<Evidence>]
  /// Addresses and arXiv ids, for which the network would be needed.
  package let links: Int
  /// The first day of what was attached; nil for all of it.
  package let since: Day?

  package init(
    verified: Int, failed: [Listed<Evidence>], elsewhere: [Listed<Evidence>], links: Int,
    since: Day?
  ) {
    self.verified = verified
    self.failed = failed
    self.elsewhere = elsewhere
    self.links = links
    self.since = since
  }

  package var checked: Int { verified + failed.count }
}
