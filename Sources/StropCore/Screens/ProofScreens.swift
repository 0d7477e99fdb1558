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
  /// What logbooks call their entries among the failed ones, by their keys.
  package let titles: [String: String]

  package init(
    verified: Int, failed: [Listed<Evidence>], elsewhere: [Listed<Evidence>], links: Int,
    since: Day?, titles: [String: String] = [:]
  ) {
    self.verified = verified
    self.failed = failed
    self.elsewhere = elsewhere
    self.links = links
    self.since = since
    self.titles = titles
  }

  /// The kinds of those that fail by lacking something, each once.
  package var incompleteKinds: [Evidence.Kind] {
    Evidence.Kind.allCases.filter { kind in
      failed.contains {
        $0.value.kind == kind && $0.value.verification?.problem == .incomplete
      }
    }
  }

  package var checked: Int { verified + failed.count }
}
