/// What backs a check-in or a finished item: subject `evidence/ID`, which names its parent.
package struct Evidence: IdentifiedRecord {
  package static let type = "evidence"
  package static let name = LocalizedText(english: "evidence", chinese: "证据")
  package static let labels = [
    "parent": LocalizedText(english: "backs", chinese: "用于"),
    "value": LocalizedText(english: "value", chinese: "内容"),
  ]
  package static let listing = "strop log"
  package static func editing(_ id: String) -> String? { nil }

  package enum Kind: String, CaseIterable, Sendable {
    case url, arxiv, file, commit
    /// What a logbook holds.
    case paper, judgement, reproduction, bug, experiment
    /// What strop ran and watched.
    case run

    /// Whether it is a logbook's entry, named by its key.
    package var isOfLogbook: Bool {
      switch self {
      case .paper, .judgement, .reproduction, .bug, .experiment, .run: true
      case .url, .arxiv, .file, .commit: false
      }
    }
  }

  package let id: String
  /// What strop found when it last checked it.
  package struct Verification: Hashable, Sendable {
    package let at: Instant
    /// Why it does not hold; nil where it does.
    package let problem: Problem?

    package init(at: Instant, problem: Problem? = nil) {
      self.at = at
      self.problem = problem
    }
  }

  /// Why evidence does not hold.
  package enum Problem: String, CaseIterable, Sendable {
    /// A file that holds something else than when it was attached.
    case changed
    /// A commit that the repository does not have.
    case noCommit
    /// A commit that no branch or tag leads to: rebased away.
    case unreachable
    /// A commit of another author's.
    case otherAuthor
    /// What a logbook or the journal no longer has.
    case gone
    /// What a logbook has, without what makes it whole by its kind's rule.
    case incomplete
    /// A run that did not end with exit code 0.
    case failed
    /// What a later strop found.
    case other
  }

  /// The check-in or item, as `type/key`.
  package let parent: Subject
  package let kind: Kind
  /// The URL, the arXiv id, the absolute path, `REPOSITORY@SHA`, or the key of what a logbook holds.
  package let value: String
  /// Of a file, when it was attached: 64 hexadecimal digits.
  package let sha256: String?
  /// Nil before it was checked for the first time.
  package var verification: Verification?
  /// Whether it was taken off.
  package var removed: Bool

  package init(
    id: String, parent: Subject, kind: Kind, value: String, sha256: String?,
    verification: Verification? = nil, removed: Bool = false
  ) {
    self.id = id
    self.parent = parent
    self.kind = kind
    self.value = value
    self.sha256 = sha256
    self.verification = verification
    self.removed = removed
  }

  package init?(id: String, row: Fields) {
    guard let parent = row["parent"]?.text.flatMap({ Subject($0) }),
      let kind = row["kind"]?.text.flatMap(Kind.init(rawValue:)), let value = row["value"]?.text
    else { return nil }
    self.init(
      id: id, parent: parent, kind: kind, value: value, sha256: row["sha256"]?.text,
      verification: row["verification"].flatMap(Verification.init),
      removed: row[Field.removed]?.bool == true)
  }

  package var fields: Fields {
    [
      "parent": .text(parent.text), "kind": .text(kind.rawValue), "value": .text(value),
      "sha256": .optional(sha256), "verification": verification?.value ?? .null,
      Field.removed: .flag(removed),
    ].withoutNulls
  }

  /// Where it lies on the web; nil where it lies on this machine.
  package var url: String? {
    switch kind {
    case .url: value
    case .arxiv: Reference.arxiv(value).url
    case .paper, .judgement, .reproduction, .bug, .experiment, .run, .file, .commit: nil
    }
  }

  /// Nothing is verified until it was checked.
  package var level: EvidenceLevel {
    verification.map { $0.problem == nil ? .verified : .evidenced } ?? .evidenced
  }
}

extension Evidence.Verification {
  init?(_ value: Value) {
    guard let group = value.group, let at = group["checked"]?.text.flatMap(Instant.init(rfc3339:))
    else { return nil }
    self.init(
      at: at, problem: group["problem"]?.text.map { Evidence.Problem(rawValue: $0) ?? .other })
  }

  var value: Value {
    .group(["checked": .text(at.utc), "problem": .optional(problem?.rawValue)].withoutNulls)
  }
}

/// How check-ins are backed: how many of them at each level, how many minutes those gave, and on how many days: a day
/// with check-ins at two levels counts at both.
package struct PractisedLevels: Hashable, Sendable {
  package var checkIns = LevelCounts()
  package var minutes = LevelCounts()
  package var days = LevelCounts()

  package init(
    checkIns: LevelCounts = LevelCounts(), minutes: LevelCounts = LevelCounts(),
    days: LevelCounts = LevelCounts()
  ) {
    self.checkIns = checkIns
    self.minutes = minutes
    self.days = days
  }

  func only(_ level: EvidenceLevel) -> PractisedLevels {
    var kept = PractisedLevels()
    kept.checkIns[level] = checkIns[level]
    kept.minutes[level] = minutes[level]
    kept.days[level] = days[level]
    return kept
  }
}

/// A count at each level.
package struct LevelCounts: Hashable, Sendable {
  // An array rather than a dictionary, whose first key of a type costs a start half a million instructions.
  private var counts = EvidenceLevel.allCases.map { _ in 0 }

  package init(claimed: Int = 0, evidenced: Int = 0, verified: Int = 0) {
    self[.claimed] = claimed
    self[.evidenced] = evidenced
    self[.verified] = verified
  }

  package subscript(level: EvidenceLevel) -> Int {
    get { counts[level.rank] }
    set { counts[level.rank] = newValue }
  }

  package var total: Int { counts.reduce(0, +) }

  package static func + (one: LevelCounts, other: LevelCounts) -> LevelCounts {
    var sum = one
    for level in EvidenceLevel.allCases { sum[level] += other[level] }
    return sum
  }
}

/// How well a check-in or an item is backed, from least to most.
package enum EvidenceLevel: String, CaseIterable, Comparable, Sendable {
  /// Nothing is attached.
  case claimed
  /// Something is attached.
  case evidenced
  /// strop checked it.
  case verified

  /// Of what is backed by `evidence`; `answer`: whether it met an answer that is known. That stands on the screen,
  /// so that alone it proves nothing.
  package init(of evidence: [Evidence], answer: Bool? = nil) {
    let level = evidence.map(\.level).max() ?? .claimed
    self = answer == true && level > .claimed ? .verified : level
  }

  package static func < (left: EvidenceLevel, right: EvidenceLevel) -> Bool {
    left.rank < right.rank
  }

  fileprivate var rank: Int {
    switch self {
    case .claimed: 0
    case .evidenced: 1
    case .verified: 2
    }
  }
}
