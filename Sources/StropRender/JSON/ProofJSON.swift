package import StropCore

// What backs the practice.
extension JSONRenderer {
  /// `strop evidence verify`; `links` need the network, and are not checked.
  package func verification(_ summary: VerificationSummary) -> JSON {
    root([
      ("checked", .number(summary.checked)),
      ("verified", .number(summary.verified)),
      (
        "failed",
        .array(
          summary.failed.map {
            let evidence = $0.value
            return .object([
              ("id", .string(evidence.id)), ("kind", .string(evidence.kind.rawValue)),
              ("value", .string(evidence.value)),
              ("reason", .optional(evidence.verification?.problem?.rawValue)),
            ])
          })
      ),
      ("elsewhere", .number(summary.elsewhere.count)),
      ("links", .number(summary.links)),
    ])
  }

  /// `strop evidence collect`: what could be recorded; `skill` is a guess.
  package func collection(_ collection: CommitCollection) -> JSON {
    root([
      ("from", .string(collection.days.lowerBound.iso)),
      ("to", .string(collection.days.upperBound.iso)),
      ("emails", strings(collection.addresses)),
      ("recorded", .number(collection.recorded)),
      ("proposals", .array(collection.proposals.map { proposal($0, collection.zone) })),
    ])
  }

  private func proposal(_ proposal: CommitProposal, _ zone: Zone) -> JSON {
    .object([
      ("repository", .string(proposal.repository)),
      ("day", .string(proposal.day.iso)),
      ("skill", .optional(proposal.skill)),
      (
        "commits",
        .array(
          proposal.commits.map {
            .object([
              ("commit", .string($0.sha)), ("subject", .string($0.subject)),
              ("at", instant($0.at, zone)),
            ])
          })
      ),
      ("checkins", strings(proposal.checkIns.map(\.value.id))),
    ])
  }
}
