/// The records of an ability that another engineer can check (日志簿).
package enum Logbook: CaseIterable, Sendable {
  case papers, reproductions, bugs

  /// The skill that its records are practice of.
  package var skill: String {
    switch self {
    case .papers: "papers"
    case .reproductions: "reproduce"
    case .bugs: "debug"
    }
  }
}
