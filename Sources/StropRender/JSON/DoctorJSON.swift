package import StropCore

extension JSONRenderer {
  package func doctor(_ checks: [HealthCheck]) -> JSON {
    root([
      (
        "checks",
        .array(
          checks.map {
            .object([
              ("name", .string($0.name)),
              ("state", .string($0.state.rawValue)),
              ("detail", text($0.detail)),
              ("fix", $0.fix.map(text) ?? .null),
            ])
          })
      )
    ])
  }
}
