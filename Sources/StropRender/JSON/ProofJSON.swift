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
}
